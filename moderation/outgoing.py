"""The form of what goes out: the marked text, and how it goes. Every way to decide carries it."""

import hashlib

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices

from contributions.forms import TidyField
from contributions.review import MAX_FINISHED
from moderation import redaction
from moderation.draft import Draft

# Marks add to the length of a text.
MAX_MARKED = 2 * MAX_FINISHED


class NowReason(TextChoices):
    URGENT = "urgent", "it would come too late otherwise"
    KNOWN = "known", "the contributor wishes it"
    TIMELESS = "timeless", "the delay protects nobody here"
    OTHER = "other", "of another reason"


class Basis(TextChoices):
    """On what something goes out although a red flag was raised."""

    NOBODY = "nobody", "Nobody can be recognised in it any more"
    PUBLIC = "public", "It is public already"
    TRUE = "true", "True, checked, and in the public interest"
    OPINION = "opinion", "An honest opinion on facts that are told"
    AGREED = "agreed", "Whoever it is about agrees"
    ADVICE = "advice", "Legal advice was taken"
    OTHER = "other", "Something else, in a note"


class OutgoingForm(forms.Form):
    """The text as an editor has it before him.

    After `is_valid`, `draft` is its Draft; `parts` are the stretches of its text.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    previewed = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    marked = TidyField(
        label="The text as it will go out",
        strip=False,
        required=False,
        max_length=MAX_MARKED,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "true"}),
        help_text="Put [[double brackets]] round words to take out.",
    )
    category = forms.ChoiceField(label="What it is", required=False, choices=redaction.Category)
    reason = forms.ChoiceField(label="Why it goes", required=False, choices=redaction.Reason)
    everywhere = forms.BooleanField(label="Wherever the same words stand", required=False)
    title = TidyField(label="Title", required=False)
    basis = forms.ChoiceField(
        label="On what basis it goes out, in spite of a red flag",
        required=False,
        choices=[("", "---------"), *Basis.choices],
    )
    now_reason = forms.ChoiceField(
        label="When",
        required=False,
        choices=[
            ("", "With its batch, some hours from now"),
            ("At once, because", NowReason.choices),
        ],
    )
    take_over = forms.BooleanField(label="Take it over, and do it all the same", required=False)

    def __init__(self, *args, text_needed=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.text_needed = text_needed
        self.parts, self.draft = [], Draft("", "")

    @classmethod
    def begun(cls, opened):
        """Return the form as the review page first shows it."""
        draft = opened.draft
        form = cls(
            initial={
                "version": opened.submission.version,
                "marked": draft.marked,
                "previewed": fingerprint(draft),
                "title": draft.title,
                "reason": redaction.Reason.ANOTHER,
                "everywhere": True,
            }
        )
        form.parts, form.draft = draft.parts, draft
        return form

    def changed_to(self, parts):
        """Return the form again with these parts, noted as seen."""
        draft = Draft(self.cleaned_data["title"], redaction.written(parts))
        data = self.data.copy()
        data["title"], data["marked"] = draft.title, draft.marked
        data["previewed"] = fingerprint(draft)
        again = OutgoingForm(data, text_needed=self.text_needed)
        again.full_clean()
        return again

    @property
    def was_previewed(self):
        """Tell whether the editor has seen just this title and text as readers will."""
        return self.cleaned_data["previewed"] == fingerprint(self.draft)

    def clean_title(self):
        """Refuse marks: a title is short enough to be written anew."""
        title = " ".join(self.cleaned_data["title"].split())
        if "[[" in title or "]]" in title:
            raise ValidationError("Brackets mark nothing in a title. Write it without the words.")
        return title

    def clean(self):
        data = super().clean()
        if self.text_needed and not data.get("marked", "x").strip():
            self.add_error("marked", "This field is required: there is no text left.")
        if {"marked", "title"} <= data.keys():
            self._read_marks(data)
        return data

    def _read_marks(self, data):
        labels = [data.get(name) or "" for name in ("category", "reason")]
        category, reason = labels[0] or redaction.Category.DETAIL, labels[1] or "another"
        try:
            self.parts = redaction.parse(data["marked"], category, reason)
        except redaction.UnclosedMark as error:
            self.add_error("marked", str(error))
        else:
            self.draft = Draft(data["title"], redaction.written(self.parts))


def fingerprint(draft):
    """Return what tells two drafts apart."""
    return hashlib.sha256(f"{draft.title}\n{draft.marked}".encode()).hexdigest()
