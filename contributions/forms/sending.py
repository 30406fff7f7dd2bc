"""The form that sends: the finished words and nothing else, under a seal."""

import json

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db import transaction
from django.urls import reverse

from contributions import form_token, receipt
from contributions.choices import Choices
from contributions.models import CallOut, Submission
from contributions.target import Target
from contributions.words import Words

SEALED = ("kind", "target", "title", "text", "findings", "review", "ask_twice")


class SendForm(forms.Form):
    """The finished words, as the review step showed them, bound to a form token by a seal."""

    kind = forms.CharField(widget=forms.HiddenInput)
    target = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
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
        self.helper.form_action = reverse("contact")
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            *self.fields,
            Submit("send", "Send this"),
        )

    @classmethod
    def sealed(cls, review, *, kind, target, token, ask_twice=False):
        """Return the form that sends just this review."""
        findings = json.dumps(review.findings)
        nonce = form_token.nonce()
        ask_twice = "yes" if ask_twice else ""
        content = [kind, target, review.title, review.text, findings, nonce, ask_twice]
        return cls(
            initial={
                "kind": kind,
                "target": target,
                "title": review.title,
                "text": review.text,
                "findings": findings,
                "token": token,
                "review": nonce,
                "ask_twice": ask_twice,
                "seal": form_token.seal(token, *content),
            },
            auto_id=False,
        )

    def clean_text(self):
        # A browser sends every line end as two characters.
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def clean(self):
        """Raise TokenForged unless everything is as the review step gave it."""
        data = self.cleaned_data
        if self.errors:
            raise form_token.TokenForged
        content = [data[name] for name in SEALED]
        form_token.verify_seal(data["seal"], data["token"], *content)
        # Read only now that it is known to be ours.
        data["findings"] = json.loads(data["findings"])
        return data

    @property
    def meant_for(self):
        """The Target that the words answer."""
        return Target.read(self.cleaned_data["target"])

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

    @property
    def receipt(self):
        """The Receipt of what this form sends."""
        return receipt.for_token(self.cleaned_data["token"])

    @transaction.atomic
    def store(self):
        """Store the submission, once for each form token however often it is sent.

        Returns whether it is stored now, be it by this call or by an earlier one of its own.
        Raises DeskClosed.
        """
        data = self.cleaned_data
        if not form_token.spend(data["token"], data["review"]):
            return self.has_arrived
        kind, _, call_out = data["kind"].partition(":")
        target = self.meant_for if kind == Submission.Kind.REPLY else Target()
        Submission.objects.receive(
            Words(data["title"], data["text"], data["findings"]),
            receipt=self.receipt,
            kind=Submission.Kind.GUEST_BLOG if kind == "call_out" else kind,
            call_out=CallOut.objects.filter(pk=call_out or 0).first(),
            target_post=target.post,
            target_reply=target.reply,
        )
        return True
