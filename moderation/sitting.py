"""A submission before an editor, with what he has made of its text: what each way decides on."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User

from contributions.models import SiteSettings, WatchedWord
from contributions.review import second_look
from moderation import redaction
from moderation.flags import Level, flags_in
from moderation.opened_submission import Opened
from moderation.outgoing import OutgoingForm


@dataclass(frozen=True)
class Sitting:
    """An Opened submission, a valid OutgoingForm, and who has them before him."""

    opened: Opened
    outgoing: OutgoingForm
    by: User

    @property
    def submission(self):
        return self.opened.submission

    @property
    def version(self):
        """The version on which is decided."""
        return self.outgoing.cleaned_data["version"]

    @property
    def draft(self):
        return self.outgoing.draft

    @property
    def marks(self):
        return redaction.marks(self.outgoing.parts)

    @property
    def basis(self):
        return self.outgoing.cleaned_data.get("basis", "")

    @property
    def now_reason(self):
        return self.outgoing.cleaned_data.get("now_reason", "")

    @cached_property
    def finished(self):
        """The Finished text as readers would see it."""
        return self.draft.finished(self.opened.words)

    @cached_property
    def look(self):
        """What the de-identifier says of that."""
        return second_look(
            self.opened.words,
            WatchedWord.objects.for_deidentify(),
            title=self.finished.title,
            text=self.finished.text,
        )

    @cached_property
    def flags(self):
        """What the law or somebody's safety may turn on in that, the weightiest first."""
        return flags_in(self.look.words)

    @property
    def is_red(self):
        """Tell whether it goes out only on a noted basis."""
        return any(flag.level != Level.AMBER for flag in self.flags)

    @property
    def needs_a_second_editor(self):
        """Tell whether another editor has to approve just this draft before it goes out."""
        if not (self.is_red and SiteSettings.current().two_approvals):
            return False
        first = self.submission.decisions.endorsement_of(self.version)
        return first is None or first.by == self.by or self.draft != self.opened.draft

    def keep_draft(self):
        """Store the draft, behind a move and in its transaction, where there is one to store."""
        if self.opened.key and self.submission.has_words and self.draft != self.opened.draft:
            self.submission.keep_draft(self.draft, self.opened.key)
