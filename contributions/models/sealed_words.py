"""The words of a submission as its row holds them: sealed under a key of its own."""

from django.db import models

from contributions import sealing
from contributions.sealing import CannotOpen
from contributions.words import Summary, Words

NO_WORDS = {"sealed": None, "sealed_summary": None, "sealed_draft": None}


class SealedWords(models.Model):
    """What a submission says, and how it is opened with its key."""

    # The Words and their Summary. None once they are settled for good.
    sealed = models.BinaryField(null=True)
    sealed_summary = models.BinaryField(null=True)
    # What the editor has made of it so far: a Draft, with its redactions.
    sealed_draft = models.BinaryField(null=True)

    class Meta:
        abstract = True

    @property
    def has_words(self):
        """Tell whether its words are still there, sealed."""
        return self.sealed_summary is not None

    def seal(self, words, key):
        """Put these Words in place, sealed under its key; not yet saved."""
        self.sealed = sealing.seal(key, words.content, self._about("words"))
        self.sealed_summary = sealing.seal(key, words.summary.content, self._about("summary"))

    def words(self, key):
        """Return its Words, opened with its key.

        Raises CannotOpen.
        """
        return Words(**sealing.unseal(key, self.sealed, self._about("words")))

    @classmethod
    def summary_of(cls, pk, sealed_summary, wrapped, private_key):
        """Return the Summary of one as its columns hold it; an empty one where it cannot be opened.

        `wrapped` is its key, sealed to the public half of `private_key`.
        """
        try:
            key = sealing.unwrap(wrapped, private_key)
            return Summary(**sealing.unseal(key, sealed_summary, f"submission {pk} summary"))
        except CannotOpen:
            return Summary()

    def draft(self, key):
        """Return the content of what an editor has made of it, or None.

        Raises CannotOpen.
        """
        return self.sealed_draft and sealing.unseal(key, self.sealed_draft, self._about("draft"))

    def keep_draft(self, draft, key):
        """Store what an editor has made of it. Call behind a move, in its transaction."""
        self.sealed_draft = sealing.seal(key, draft.content, self._about("draft"))
        self.save(update_fields=["sealed_draft"])

    def _about(self, part):
        return f"submission {self.pk} {part}"
