"""What the forms of all complaints have in common. What is written in them is kept as it is."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from contributions import form_token
from contributions.forms.reviewed import TRAP, TidyField
from contributions.models import Complaint
from contributions.target import Target

SHORT, LONG = 300, 10_000
LARGEST_REVISION = 9  # digits


class AnswerField(TidyField):
    """An answer in words; `missing` is what to say where there has to be one."""

    def __init__(self, label, *, missing="", rows=0, autocomplete="off", **kwargs):
        attrs = {"autocomplete": autocomplete}
        widget = forms.Textarea(attrs | {"rows": rows}) if rows else forms.TextInput(attrs)
        super().__init__(
            label=label,
            required=bool(missing),
            error_messages={"required": missing},
            **{"widget": widget} | kwargs,
        )
        # Not told to the browser, which would cut a long paste without a word.
        self.most = LONG if rows else SHORT

    def validate(self, value):
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(
                f"This has {len(value):,} characters; the most we can take is {self.most:,}."
            )


class ChosenField(forms.ChoiceField):
    """An answer that is chosen from a few."""

    def __init__(self, label, choices):
        errors = dict.fromkeys(("required", "invalid_choice"), f"Choose an answer: {label}")
        super().__init__(
            label=label, choices=choices, widget=forms.RadioSelect, error_messages=errors
        )


class ComplaintForm(forms.Form):
    """What every complaint has.

    Its target comes with the request, as "post:12" or "reply:34", beside the revision that the
    page showed. Where none came, the form asks for an address. `about` is the Target.
    """

    kind = forms.CharField(widget=forms.HiddenInput)
    target = TidyField(required=False, longest=SHORT, widget=forms.HiddenInput)
    revision = TidyField(required=False, longest=SHORT, widget=forms.HiddenInput)
    token = TidyField(required=False, widget=forms.HiddenInput)
    where = AnswerField(
        "Where is it?",
        missing="Say where it is: its address, or the title of the post and the reply’s number.",
        help_text="Its address, or the title of the post. For a reply, its number too.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial["token"] = form_token.issue()
        self.about = Target.read(self["target"].value())
        if self.about.was_ever_public:
            del self.fields["where"]
        self.helper = FormHelper()
        self.helper.form_action = reverse("complaint")
        self.helper.attrs = {"autocomplete": "off"}
        # There is no cookie to check against: see contributions/form_token.py and origin.py.
        self.helper.disable_csrf = True
        other_kind = Submit("other_kind", "Choose another kind", **{"class": "quiet below"})
        self.helper.layout = Layout(TRAP, *self.fields, Submit("send", "Send this"), other_kind)

    @property
    def answers(self):
        """[question, answer] of each that was answered."""
        given = [[field.label, self._said(field)] for field in self.visible_fields()]
        if "where" not in self.fields:
            given.insert(0, ["Where is it?", self.about.thing.get_absolute_url()])
        return [pair for pair in given if pair[1]]

    @transaction.atomic
    def store(self):
        """Store the complaint, once for each form token; tell whether this call did.

        Raises DeskClosed.
        """
        data = self.cleaned_data
        if not form_token.spend(data["token"], form_token.nonce()):
            return False
        about = self.about if self.about.was_ever_public else Target.at(data["where"])
        if not about.was_ever_public:
            about = Target()
        Complaint.objects.receive(
            self.answers,
            kind=data["kind"],
            post=about.post,
            reply=about.reply,
            revision=self._revision_of(about.thing),
        )
        return True

    def _said(self, field):
        value = self.cleaned_data[field.name]
        return dict(getattr(field.field, "choices", ())).get(value, value)

    def _revision_of(self, thing):
        """Return the revision that the page showed, as far as there can have been one."""
        if thing is None:
            return None
        told = self.cleaned_data["revision"]
        shown = int(told) if told.isdecimal() and len(told) <= LARGEST_REVISION else 0
        return shown if 1 <= shown <= thing.revision else thing.revision
