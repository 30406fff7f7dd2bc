"""The form in which something public is changed: with a note for readers, and nothing lost."""

import re

from django import forms

from contributions.markup import clean, to_plain_text
from moderation import noting
from moderation.admin.seen import SeenForm
from moderation.noting import NoteForm

WORDS = ("title", "body")


class AmendingForm(SeenForm, NoteForm, forms.ModelForm):
    """The form of something that is or was public.

    After `is_valid`, `amended` holds the words that were changed, and `note` what to tell readers.
    """

    spelling_only = forms.BooleanField(
        label="Spelling only: no note",
        required=False,
        help_text="Nothing that it says is any different.",
    )

    note_is_needed = False
    more = ("A note for readers", ("reason", "own_words", "spelling_only", "seen"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.before = {name: self.initial[name] for name in WORDS if name in self.initial}
        self.amended = {}

    @property
    def version(self):
        return str(self.instance.revision)

    def clean(self):
        data = super().clean()
        self.amended = {
            name: data[name]
            for name, before in self.before.items()
            if name in data and not _same(data[name], before)
        }
        if not self.amended:
            return data
        if self.is_stale:
            self.give_back(**{name: getattr(self.instance, name) for name in self.before})
        if data.get("spelling_only"):
            self.note = noting.SPELLING
        elif not self.note and not self.errors:
            self.add_error("own_words", "Choose what readers are told, or tick “Spelling only”.")
        elif self.note:
            self._tell_nothing_again()
        return data

    def _tell_nothing_again(self):
        before, after = (
            " ".join(map(to_plain_text, words.values()))
            for words in (self.before, self.before | self.amended)
        )
        again = noting.told_again(self.note.sentence, before, after)
        if again:
            self.add_error("own_words", f"You took out “{again[0]}”: tell readers without it.")


def _same(one, other):
    """Tell whether two texts are the same to readers; an editor writes other white space."""
    return _squeezed(one) == _squeezed(other)


def _squeezed(html):
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", clean(html))).strip()
