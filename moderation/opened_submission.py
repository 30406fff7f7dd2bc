"""A submission with what it says, opened with the desk's key for as long as a request lives."""

from dataclasses import dataclass

from contributions.models import Submission
from contributions.sealing import CannotOpen
from contributions.words import Summary, Words
from moderation.draft import Draft


@dataclass(frozen=True)
class Opened:
    """A submission with its key, its Words, and the Draft that was kept last.

    Without a key they cannot be read, because they were deleted or the desk's keys were lost, and
    Words and Draft are empty.
    """

    submission: Submission
    key: bytes
    words: Words
    draft: Draft

    @classmethod
    def by(cls, desk, submission):
        """Open it with the desk's PrivateKey, as far as that goes."""
        key = key_of(submission, desk)
        words = submission.words(key) if key else Words()
        kept = submission.draft(key) if key else None
        return cls(submission, key, words, Draft(**kept) if kept else Draft.of(words))

    @property
    def is_lost(self):
        """Tell whether its words are still there though nobody at the desk can read them."""
        return self.submission.has_words and not self.key

    def messages(self):
        """Return (message, what it says) of each message to and from the contributor."""
        if not self.key:
            return []
        return [
            (message, message.content(self.key)) for message in self.submission.messages.in_order()
        ]

    def answers(self):
        """Return what its contributor has answered."""
        return [content["says"] for message, content in self.messages() if not message.is_from_desk]


def summary(submission, desk):
    """Return the Summary of a submission, an empty one where it cannot be read."""
    key = key_of(submission, desk)
    return submission.summary(key) if key else Summary()


def key_of(submission, desk):
    """Return the key of a submission, or b"" where it is gone."""
    if not submission.has_words:
        return b""
    try:
        return submission.wrapped_key.opened_by(desk)
    except CannotOpen:
        return b""
