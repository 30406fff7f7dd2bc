"""Ending the sessions of a member."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

# In whole minutes, so a session ends up to a minute early and never late.
IDLE = 30
LONGEST = 8 * 60


def is_over(data, minute):
    """Tell whether somebody is signed in with this session's data and should no longer be.

    `minute` is the whole minute of now, as `seen_at` and `signed_in_at` in the data are.
    """
    idle, whole = (minute - data.get(name, minute) for name in ("seen_at", "signed_in_at"))
    return SESSION_KEY in data and (idle >= IDLE or whole >= LONGEST)


def has_ended(row, now):
    """Tell whether a Session row is of no more use, though its browser never came back."""
    minute = int(now.timestamp() // 60)
    return row.expire_date < now or is_over(row.get_decoded(), minute)


def end_all(user):
    """Delete every session of a member. Django would keep each until its browser returns."""
    for session in Session.objects.all():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


class PasswordChangeEndsSessions:
    """Named among the password validators, because Django tells those of each new password.

    The session that changes its own password goes on: Django gives it a new row.
    """

    def validate(self, password, user=None):
        """Find no fault with any password."""

    def password_changed(self, password, user=None):
        end_all(user)

    def get_help_text(self):
        return "A new password signs you out everywhere else."
