"""Changing one's own password, and with it what opens one's key to the desk."""

from django.contrib.admin.forms import AdminPasswordChangeForm
from django.core.exceptions import ValidationError
from django.db import transaction

from moderation import keyring

DOES_NOT_OPEN = (
    "This password lets you in but does not open your key to the desk. Ask another member to set "
    "a new one for you under Users, then sign in with it."
)


class OwnPasswordForm(AdminPasswordChangeForm):
    """Django's form, which also puts the member's key under the new password."""

    @transaction.atomic
    def save(self, commit=True):
        user = super().save(commit)
        old, new = self.cleaned_data["old_password"], self.cleaned_data["new_password1"]
        keyring.change_password(user, old, new)
        return user

    def clean_old_password(self):
        """Refuse a password that does not open the member's key."""
        old = super().clean_old_password()
        if not keyring.opens_own(self.user, old):
            raise ValidationError(DOES_NOT_OPEN)
        return old
