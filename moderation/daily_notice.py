"""The daily mail: sent at one hour, whether or not anything came, and the same each time.

A mail that came only when something had been sent would tell whoever watches the mails.
"""

import secrets
from datetime import timedelta

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils import timezone

from contributions.models import SiteSettings
from moderation.keyring import MAY_OPEN
from moderation.models import DailyWork

SUBJECT = "Your daily note"
BODY = (
    "This note comes once a day at the same hour, whether or not anything has happened. "
    "Please look in when you next have a quiet moment.\n"
)
# After this time whoever began to send it, and did not say how that went, has been killed.
GIVEN_UP_AFTER = timedelta(minutes=10)


def due(now):
    """Return the day whose mail is to be sent now, in a list, or an empty one."""
    local = timezone.localtime(now)
    waits = _unsent(local.date(), now).exists() and local.hour >= SiteSettings.current().notice_hour
    return [local.date()] if waits and recipients() else []


def send(day, now):
    """Send the mail of a day to everybody who gets it; tell whether this call sent it.

    Of several at once one sends. Where it fails, or is killed, the next one tries again.
    """
    if not _unsent(day, now).update(begun_at=now):
        return False
    try:
        message().send()
    except BaseException:
        DailyWork.objects.filter(begun_at=now).update(begun_at=None)
        raise
    DailyWork.objects.update(sent_on=day, begun_at=None)
    return True


def message():
    """Return the mail. No recipient sees another, and no header tells of this machine."""
    return EmailMessage(
        SUBJECT,
        BODY,
        bcc=recipients(),
        headers={"To": "undisclosed-recipients:;", "Message-ID": f"<{secrets.token_hex(16)}@desk>"},
    )


def recipients():
    """Return the addresses of the staff who may moderate."""
    may_moderate = User.objects.with_perm(
        MAY_OPEN, backend="django.contrib.auth.backends.ModelBackend"
    )
    members = may_moderate.filter(is_staff=True).exclude(email="")
    return list(members.order_by("pk").values_list("email", flat=True))


def _unsent(day, now):
    """Return the one row, if that day's mail was not sent and nobody is sending it."""
    nobody_at_it = Q(begun_at=None) | Q(begun_at__lt=now - GIVEN_UP_AFTER)
    not_yet = Q(sent_on=None) | Q(sent_on__lt=day)
    return DailyWork.objects.filter(nobody_at_it, not_yet, pk=1)
