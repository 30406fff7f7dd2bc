"""What an editor tells readers where something public is amended, taken back or put back."""

import re
from dataclasses import dataclass

from django import forms

from contributions.forms import TidyField
from contributions.models.public_note import MAX_SENTENCE
from moderation.models import NoteReason


@dataclass(frozen=True)
class Note:
    """A sentence for readers ("" for none), and the class of reason for the record."""

    reason: str
    sentence: str = ""


UNSAID = Note("")
SPELLING = Note("spelling")
OWN_WORDS = "own-words"


class NoteForm(forms.Form):
    """A sentence that the editor keeps for this, or one of the editor's own.

    After `is_valid`, `note` is the Note, or None where neither was given.
    """

    reason = forms.ModelChoiceField(
        NoteReason.objects.order_by("sentence"),
        label="What readers are told",
        required=False,
        blank=True,
        empty_label="something else, in my own words:",
        widget=forms.RadioSelect,
    )
    own_words = TidyField(
        label="In my own words",
        required=False,
        max_length=MAX_SENTENCE,
        help_text="It goes on from “This was amended on 3 May 2026:”. Repeat nothing that goes.",
    )

    note_is_needed = True

    def clean_own_words(self):
        return " ".join(self.cleaned_data["own_words"].split())

    def clean(self):
        super().clean()
        data = self.cleaned_data
        reason, own_words = data.get("reason"), data.get("own_words")
        self.note = None
        if reason and own_words:
            self.add_error("own_words", "Choose a sentence or write one, not both.")
        elif reason:
            self.note = Note(reason.slug, reason.sentence)
        elif own_words:
            self.note = Note(OWN_WORDS, own_words)
        elif self.note_is_needed and not self.errors:
            self.add_error("own_words", "Choose what readers are told, or write it.")
        return data


def told_again(sentence, before, after):
    """Return the names and numbers in a sentence that are among what was just taken out."""
    gone = _telling(before) - _telling(after)
    return sorted(gone & _telling(sentence))


def _telling(text):
    return {word for word in re.findall(r"\w{2,}", text) if not word.islower()}
