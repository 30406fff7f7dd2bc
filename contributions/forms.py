"""The forms a contributor meets. Their fields bound every input and say what is wrong."""

import json

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from contributions import form_token
from contributions.choices import Choices
from contributions.incoming import arrived_damaged, tidy
from contributions.models import CallOut, Submission
from contributions.models.submission import MAX_TEXT, MAX_TITLE
from contributions.target import Target

CALL_OUTS_SHOWN = 10


class TidyField(forms.CharField):
    """Text that is made plain before anything else looks at it."""

    def to_python(self, value):
        return tidy(super().to_python(value))

    def validate(self, value):
        super().validate(value)
        if arrived_damaged(value):
            raise ValidationError(
                "Some characters did not arrive as you typed them. They are shown as "
                "\N{REPLACEMENT CHARACTER} below: please type them again."
            )


class ContactForm(forms.Form):
    """What to send, and the words.

    A reply's target comes with the request, as "post:12" or "reply:34", and travels in a hidden
    field. After `is_valid`, `meant_for` holds the Target and `cleaned_data` the tidied words.
    """

    kind = forms.ChoiceField(
        label="What would you like to send?",
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Choose what you would like to send."
        ),
    )
    title = TidyField(
        label="A title, if you have one",
        required=False,
        help_text="The editor can find one for you.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    text = TidyField(
        label="Your words",
        strip=False,
        required=False,
        help_text=(
            "Write freely. The next page shows what we would take out, and nothing is kept "
            "until you say so there."
        ),
        # No maxlength: a browser would cut a long paste without a word.
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off", "spellcheck": "true"}),
    )
    target = TidyField(required=False, widget=forms.HiddenInput)
    token = TidyField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.meant_for = Target.read(self["target"].value())
        self.fields["kind"].choices = self._kinds()
        if not self.is_bound:
            self.initial.setdefault("kind", self.fields["kind"].choices[0][0])
            self.initial.setdefault("token", form_token.issue())
        self.helper = FormHelper()
        self.helper.form_action = reverse("contact")
        self.helper.attrs = {"autocomplete": "off"}
        # There is no cookie to check against: see contributions/form_token.py and origin.py.
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            HTML('{% include "contributions/_choices_so_far.html" %}'),
            *self.fields,
            Submit("check", "See what would be kept"),
        )

    def offer_choices(self):
        """Lay the form out for the review step: the choices first, then the words, folded."""
        self.helper.form_class = "edit"
        self.helper.layout = Layout(
            HTML('{% include "contributions/_choices.html" %}'),
            HTML('<details class="fold"><summary>Change your words</summary>'),
            *self.fields,
            Submit("check", "Check again"),
            HTML("</details>"),
        )

    def _kinds(self):
        kinds = [
            (Submission.Kind.GUEST_BLOG, "A guest blog: your own account, in your own words"),
            (Submission.Kind.CONFIDENTIAL, "A note to the editor that is never published"),
        ]
        if self.meant_for.is_public:
            kinds.insert(0, (Submission.Kind.REPLY, f"A reply to {self.meant_for}"))
        call_outs = CallOut.objects.open()[:CALL_OUTS_SHOWN]
        answers = [(f"call_out:{call.pk}", f"An answer to: {call.title}") for call in call_outs]
        return kinds[:-1] + answers + kinds[-1:]

    def clean_title(self):
        title = " ".join(self.cleaned_data["title"].split())
        if len(title) > MAX_TITLE:
            raise ValidationError(
                f"The title has {len(title)} characters; the most it can have is {MAX_TITLE}."
            )
        return title

    def clean_text(self):
        text = self.cleaned_data["text"]
        if not text:
            raise ValidationError("There are no words here yet. Write something to send.")
        if len(text) > MAX_TEXT:
            raise ValidationError(
                f"Your text has {len(text):,} characters; the most we can take at once is "
                f"{MAX_TEXT:,}. Please shorten it, or send it in two parts."
            )
        return text


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
    # "yes" where few people fit and a box must be ticked.
    ask_twice = forms.CharField(required=False, widget=forms.HiddenInput)
    seal = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse("contact")
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            *self.fields,
            HTML('{% include "contributions/_sure.html" %}'),
            Submit("send", "Send this"),
        )

    @classmethod
    def sealed(cls, review, *, kind, target, token):
        """Return the form that sends just this review."""
        findings = json.dumps(review.findings)
        nonce = form_token.nonce()
        ask_twice = "yes" if review.asks_twice else ""
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
        """Tell whether a second thought was asked for."""
        return bool(self.cleaned_data["ask_twice"])

    @property
    def has_arrived(self):
        """Tell whether just this was sent and stored before."""
        return form_token.is_spent_on(self.cleaned_data["token"], self.cleaned_data["review"])

    @transaction.atomic
    def store(self):
        """Store the submission, once for each form token however often it is sent.

        Returns whether it is stored now, be it by this call or by an earlier one of its own.
        """
        data = self.cleaned_data
        if not form_token.spend(data["token"], data["review"]):
            return self.has_arrived
        kind, _, call_out = data["kind"].partition(":")
        target = self.meant_for if kind == Submission.Kind.REPLY else Target()
        Submission.objects.create(
            kind=Submission.Kind.GUEST_BLOG if kind == "call_out" else kind,
            call_out=CallOut.objects.filter(pk=call_out or 0).first(),
            target_post=target.post,
            target_reply=target.reply,
            received_on=timezone.localdate(),
            title=data["title"],
            text=data["text"],
            findings=data["findings"],
        )
        return True
