"""The forms of a complaint, one for each kind. What is written in them is kept as it is."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import transaction
from django.urls import reverse

from contributions import form_token
from contributions.forms.reviewed import TRAP, TidyField
from contributions.models import Complaint
from contributions.models.complaint import Kind
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


class IdentifyingForm(ComplaintForm):
    """Somebody can be recognised."""

    words = AnswerField(
        "Which words?",
        missing="Say which words, or where in it they stand.",
        rows=4,
        help_text=(
            "Copy them, or say where they stand, such as “the second paragraph”. You need not say "
            "who it is."
        ),
    )
    text = AnswerField(
        "Anything that we should know, if you like",
        rows=5,
        help_text="Whether somebody could come to harm, for one. If somebody is in danger now, "
        "ring 999: nobody may read this for some hours.",
    )
    contact = AnswerField(
        "An email address, if you want an answer",
        autocomplete="email",
        help_text="Without one we act all the same. Not one of your employer’s.",
    )


class DefamationForm(ComplaintForm):
    """A notice of complaint under section 5(6) of the Defamation Act 2013, with all that regulation
    2 of the website operators' regulations asks for."""

    words = AnswerField(
        "The statement you complain of", rows=4, missing="Copy the statement you complain of."
    )
    text = AnswerField(
        "Why it is defamatory of you",
        rows=6,
        missing="Say why it is defamatory of you.",
        help_text="How readers can tell that it is about you, and what harm it does or is likely "
        "to do to your reputation.",
    )
    meaning = AnswerField(
        "What you understand it to mean", rows=3, missing="Say what you understand it to mean."
    )
    untrue = AnswerField(
        "What in it is untrue, or an opinion that no fact supports",
        rows=6,
        missing="Say what in it is untrue, or an opinion that no fact supports.",
    )
    name = AnswerField("Your name", missing="Give your name.", autocomplete="name")
    email = AnswerField(
        "Your email address",
        missing="Give your email address.",
        validators=[EmailValidator("Look at the email address again: it is not whole.")],
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    knows_writer = ChosenField(
        "Do you know enough about whoever wrote it to bring a claim against them?",
        [
            ("no", "No, I do not have enough information to do that"),
            ("yes", "Yes"),
        ],
    )
    pass_on = ChosenField(
        "May we give whoever wrote it your name and email address?",
        [
            ("both", "Yes, both"),
            ("name", "My name only"),
            ("email", "My email address only"),
            ("neither", "Neither"),
        ],
    )


class LegalForm(ComplaintForm):
    """Any other notice with the law behind it."""

    text = AnswerField(
        "Your notice",
        rows=10,
        missing="Write your notice.",
        help_text="Which words it is about, what law or order it rests on, and what you ask for.",
    )
    name = AnswerField(
        "Your name, and whom you act for", missing="Give your name.", autocomplete="name"
    )
    contact = AnswerField(
        "Where we can answer you",
        missing="Say where we can answer you.",
        help_text="An email or a postal address.",
        autocomplete="email",
    )


class OtherForm(ComplaintForm):
    """Whatever else is wrong."""

    text = AnswerField("What is wrong?", rows=8, missing="Say what is wrong.")
    contact = AnswerField(
        "An email address, if you want an answer",
        autocomplete="email",
        help_text="Without one we look at it all the same.",
    )


FORMS = {
    Kind.IDENTIFIES: IdentifyingForm,
    Kind.DEFAMATION: DefamationForm,
    Kind.LEGAL: LegalForm,
    Kind.OTHER: OtherForm,
}
