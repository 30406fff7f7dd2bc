"""The forms in which members prove who they are. None gives a password or a code back."""

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError

from moderation import patience, second_factor

SENTENCE = "Those did not fit together, so you are not signed in. Please try again"
WAIT = "after a mistake wait a few seconds, and use a code that you have not used before"


class UnechoedInput(forms.PasswordInput):
    """A field whose letters can be seen while they are typed, but never come back in a page."""

    input_type = "text"
    template_name = "django/forms/widgets/text.html"


def code_field(help_text, **options):
    attrs = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        label="Code", max_length=20, widget=UnechoedInput(attrs), help_text=help_text, **options
    )


def not_proven():
    """Return the one error for everything that can be wrong."""
    because = f"{SENTENCE}; {WAIT}." if settings.SECOND_FACTOR else f"{SENTENCE}."
    return ValidationError(because, code="not_proven")


class SignInForm(AuthenticationForm):
    """Name, password and code, all in one post, so that no second page carries a password."""

    code = code_field(
        "Six digits from your app, or one of your recovery codes. Leave it empty the first time.",
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not settings.SECOND_FACTOR:
            del self.fields["code"]

    def full_clean(self):
        """Say the same one sentence, whichever field is wrong."""
        super().full_clean()
        if self.errors:
            self._errors.clear()
            self.add_error(None, not_proven())

    def clean(self):
        name = self.cleaned_data.get("username", "")
        if patience.must_wait(name):
            raise not_proven()
        try:
            data = super().clean()
        except ValidationError:
            patience.failed(name)
            raise
        patience.succeeded(name)
        return data

    def confirm_login_allowed(self, user):
        """Check the rest once the password was right. No app yet: only setting one up is open."""
        if not user.is_staff:
            raise not_proven()
        if settings.SECOND_FACTOR and second_factor.app_of(user):
            user.otp_device = second_factor.accepting(user, self.cleaned_data.get("code", ""))
            if not user.otp_device:
                raise not_proven()

    def get_invalid_login_error(self):
        return not_proven()


class ProofForm(forms.Form):
    """Password and code of somebody who is signed in, before the second factor changes."""

    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    code = code_field("Six digits from your app, or one of your recovery codes.")

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self):
        data = super().clean()
        name = self.user.get_username()
        if not {"password", "code"} <= data.keys():
            return data
        if patience.must_wait(name):
            raise self._not_proven()
        if not self._is_proven(data):
            patience.failed(name)
            raise self._not_proven()
        return data

    def _is_proven(self, data):
        """Ask for the code only where the password is right: a code works but once."""
        return self.user.check_password(data["password"]) and second_factor.accepting(
            self.user, data["code"]
        )

    def _not_proven(self):
        return ValidationError(f"Those did not fit together. Please try again; {WAIT}.")


class AppForm(forms.Form):
    """The first code from a new app."""

    code = code_field("The six digits that the app shows now.")
