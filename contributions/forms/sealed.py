"""What every form has that sends the finished words and nothing else, under a seal."""

import json

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.urls import reverse

from contributions import form_token
from contributions.choices import Choices


class SealedForm(forms.Form):
    """The finished words, as the review step showed them, bound to a form token by a seal.

    `address` names the page that the form belongs to.
    """

    address = ""

    text = forms.CharField(strip=False, widget=forms.HiddenInput)
    findings = forms.CharField(widget=forms.HiddenInput)
    token = forms.CharField(widget=forms.HiddenInput)
    review = forms.CharField(widget=forms.HiddenInput)
    # "yes" where few people fit, and the review step is to be shown once more before it is sent.
    ask_twice = forms.CharField(required=False, widget=forms.HiddenInput)
    seal = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse(self.address)
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*self.fields, Submit("send", "Send this"))

    @classmethod
    def sealed(cls, review, *, token, ask_twice=False, **more):
        """Return the form that sends just this review; `more` are the form's own fields."""
        content = more | {
            "text": review.text,
            "findings": json.dumps(review.findings),
            "review": form_token.nonce(),
            "ask_twice": "yes" if ask_twice else "",
        }
        seal = form_token.seal(token, *cls._in_order(content))
        return cls(initial=content | {"token": token, "seal": seal}, auto_id=False)

    def clean_text(self):
        # A browser sends every line end as two characters.
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def clean(self):
        """Raise TokenForged unless everything is as the review step gave it."""
        data = self.cleaned_data
        if self.errors:
            raise form_token.TokenForged
        form_token.verify_seal(data["seal"], data["token"], *self._in_order(data))
        # Read only now that it is known to be ours.
        data["findings"] = json.loads(data["findings"])
        return data

    @classmethod
    def _in_order(cls, content):
        """Return what is sealed: the values of all fields but the token and the seal."""
        return [content[name] for name in cls.base_fields if name not in ("token", "seal")]

    @property
    def choices(self):
        """The Choices that went into the words."""
        return Choices.made_in(self.cleaned_data)

    @property
    def asks_twice(self):
        """Tell whether a second thought is still to be asked for."""
        return bool(self.cleaned_data["ask_twice"])

    @property
    def has_arrived(self):
        """Tell whether just this was sent and stored before."""
        return form_token.is_spent_on(self.cleaned_data["token"], self.cleaned_data["review"])
