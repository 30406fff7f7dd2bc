"""The forms of somebody who comes back with a receipt. The seven words travel in each of them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from contributions import form_token, receipt
from contributions.forms.reviewed import ReviewedForm, TidyField
from contributions.forms.sealed import SealedForm
from contributions.models import Message


class ReceiptForm(forms.Form):
    """The seven words, as somebody types them. After `is_valid`, `receipt` is their Receipt."""

    receipt = TidyField(
        label="Your seven words",
        longest=receipt.LONGEST,
        required=False,
        help_text="In their order, with spaces between. Capitals do not matter.",
        widget=forms.Textarea(
            attrs={
                "rows": 3,
                "class": "typed-words",
                "autocomplete": "off",
                "autocapitalize": "none",
                "autocorrect": "off",
                # Some browsers send what they check to somebody else.
                "spellcheck": "false",
            }
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse("receipt")
        self.helper.attrs = {"autocomplete": "off"}
        # There is no cookie to check against: see contributions/form_token.py and origin.py.
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*self.fields, Submit("open", "Open"))

    def clean_receipt(self):
        typed = self.cleaned_data["receipt"]
        if not typed:
            raise ValidationError("Type the seven words of your receipt.")
        try:
            return receipt.read(typed)
        except receipt.NotAReceipt as error:
            raise ValidationError(str(error)) from error


class AnswerForm(ReviewedForm):
    """What the contributor writes to the editor, a Message of the hidden kind."""

    address = "receipt"

    receipt = TidyField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        choices=[(kind, kind) for kind in (Message.Kind.ANSWER, Message.Kind.OBJECTED)],
        widget=forms.HiddenInput,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "Your answer"
        self.fields["text"].widget.attrs["rows"] = 8
        if self["kind"].value() == Message.Kind.OBJECTED:
            self.fields["text"].label = "If not: why, if you would like to say"
            self.helper.layout[-1] = Submit("object", "No, not like this", **{"class": "plain"})

    @classmethod
    def to(cls, correspondence):
        """Return the empty form for what the editor has asked."""
        asked, _ = correspondence.question
        consent = asked.kind == Message.Kind.CONSENT
        return cls(
            initial={
                "receipt": str(correspondence.receipt),
                "version": correspondence.submission.version,
                "kind": Message.Kind.OBJECTED if consent else Message.Kind.ANSWER,
            }
        )


class SendAnswerForm(SealedForm):
    """The finished answer."""

    address = "receipt"

    receipt = forms.CharField(widget=forms.HiddenInput)
    version = forms.CharField(widget=forms.HiddenInput)
    kind = forms.CharField(widget=forms.HiddenInput)

    @transaction.atomic
    def store(self, correspondence):
        """Store the answer, once for each form token however often it is sent.

        Returns whether it is stored now, be it by this call or by an earlier one of its own.
        Raises StaleDecision or IllegalMove, with nothing changed.
        """
        data = self.cleaned_data
        if not form_token.spend(data["token"], data["review"]):
            return self.has_arrived
        correspondence.answer(int(data["version"]), data["kind"], data["text"])
        return True
