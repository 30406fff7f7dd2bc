"""When what is approved goes out: in batches, a random while later.

Whoever watches the site and knows when somebody was online should not be able to match the two.
"""

import secrets
from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from contributions.models import ApprovedCopy, SiteSettings

MINUTE = timedelta(minutes=1)
# A batch that goes out within this time of its hour bears that hour.
ON_TIME = timedelta(minutes=15)


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
    minutes = least * 60 + secrets.randbelow((most - least) * 60 + 1)
    return next_batch(now + minutes * MINUTE, site.hours)


def next_batch(moment, hours):
    """Return the first set hour at or after a moment; `hours` are of the day, in local time.

    The hour that comes twice in autumn counts once, the first time; the hour that spring leaves
    out falls on the one after it.
    """
    today = timezone.localdate(moment)
    times = (
        on_the_clock(today + timedelta(days=n), time(hour))
        for n in (0, 1, 2)
        for hour in sorted(hours)
    )
    return next(time for time in times if time >= moment)


def on_the_clock(day, clock):
    """Return the moment at which clocks in London show this.

    What comes twice in autumn is the first of the two; what spring leaves out, an hour later.
    """
    # In UTC, since times of one zone are compared by the clock on the wall.
    return datetime.combine(day, clock, timezone.get_current_timezone()).astimezone(UTC)


def batches_to_come(now, how_many):
    """Return the times of the next batches."""
    hours, found = SiteSettings.current().hours, []
    for _ in range(how_many):
        found.append(next_batch(found[-1] + MINUTE if found else now, hours))
    return found


def public_time(due_at, now):
    """Return the time that readers see on what was due then and goes out now.

    All of a batch bear its hour, however many minutes they take. What comes late, after an
    outage, bears the time at which it does come out.
    """
    late = now - due_at >= ON_TIME
    return now.replace(second=0, microsecond=0) if late else due_at
