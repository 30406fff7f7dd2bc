"""Ending the sessions of a member."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session


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
