"""The form that sends a submission."""

from django import forms
from django.db import transaction

from contributions import form_token, receipt
from contributions.forms.sealed import SealedForm
from contributions.models import CallOut, Submission
from contributions.target import Target
from contributions.words import Words


class SendForm(SealedForm):
    """The finished title and text, and what they are."""

    address = "contact"

    kind = forms.CharField(widget=forms.HiddenInput)
    target = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    @property
    def meant_for(self):
        """The Target that the words answer."""
        return Target.read(self.cleaned_data["target"])

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
