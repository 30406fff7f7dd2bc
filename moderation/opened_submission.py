"""A submission with what it says, opened with the desk's key for as long as a request lives."""

from dataclasses import dataclass

from contributions.models import Submission
from contributions.sealing import CannotOpen
from contributions.words import Words
from moderation.draft import Draft

# Looking through a text takes some milliseconds.
OLDER_AT_ONCE = 200


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


def summaries(rows, desk):
    """Return [(id, Summary)] of rows, an empty Summary where it cannot be read.

    What nobody has looked through for flags yet is opened whole, as far as that is quickly done.
    """
    pairs = rows.summaries(desk)
    older = [pk for pk, summary in pairs if summary.level is None][:OLDER_AT_ONCE]
    anew = _summed_up_anew(older, desk) if older else {}
    return [(pk, anew.get(pk, summary)) for pk, summary in pairs]


def _summed_up_anew(pks, desk):
    rows = Submission.objects.filter(pk__in=pks).with_words().with_keys()
    opened = [Opened.by(desk, submission) for submission in rows]
    return {one.submission.pk: one.words.summary for one in opened if one.key}


def key_of(submission, desk):
    """Return the key of a submission, or b"" where it is gone."""
    if not submission.has_words:
        return b""
    try:
        return submission.wrapped_key.opened_by(desk)
    except CannotOpen:
        return b""
