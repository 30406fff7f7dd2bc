"""Notes between editors as the review page shows and takes them."""

from django import forms

from contributions.forms import TidyField
from contributions.sealing import CannotOpen
from moderation.models.note import MAX_NOTE


class NoteForm(forms.Form):
    note = TidyField(
        label="A note for other editors",
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3, "class": "letter", "spellcheck": "true"}),
        help_text="No contributor sees it. It goes with the words, after a year at the latest.",
        error_messages={"required": "Write the note first."},
    )

    def beside(self, form):
        """Return it with its field a part of another form, by id, in which nothing is lost."""
        self.fields["note"].widget.attrs["form"] = form
        return self


def notes_on(submission, desk, member):
    """Return (note, what it says, whether the member may delete it) of each, the oldest first.

    What it says is None where it was sealed to a key that the desk has lost.
    """
    return [
        (note, _words(note, desk), note.may_be_deleted_by(member))
        for note in submission.notes.with_keys().in_order()
    ]


def _words(note, desk):
    try:
        return note.words(desk)
    except CannotOpen:
        return None
