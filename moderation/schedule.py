"""When what is approved goes out: in batches, a random while later.

Whoever watches the site and knows when somebody was online should not be able to match the two.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from contributions.models import ApprovedCopy, SiteSettings

MINUTE = timedelta(minutes=1)


def due_at(route, now=None):
    """Return the time of the batch in which something approved now goes out by this route."""
    now = now or timezone.now()
    if settings.BATCH_EVERY_MINUTE:
        return now.replace(second=0, microsecond=0) + 2 * MINUTE
    site = SiteSettings.current()
    if route == ApprovedCopy.Route.REPLY:
        least, most = site.reply_delay_least, site.reply_delay_most
    else:
        least, most = site.blog_delay_least, site.blog_delay_most
    minutes = least * 60 + secrets.randbelow(max(most - least, 0) * 60 + 1)
    return next_batch(now + minutes * MINUTE, site.hours)


def next_batch(moment, hours):
    """Return the first set hour at or after a moment; `hours` are of the day, in local time."""
    local = timezone.localtime(moment)
    days = (local.replace(minute=0, second=0, microsecond=0) + timedelta(days=n) for n in (0, 1, 2))
    times = (day.replace(hour=hour) for day in days for hour in sorted(hours))
    return next(time for time in times if time >= local)
