"""A submission as its own contributor sees it, opened with the receipt."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from django.db import transaction

from contributions.lifecycle import UNPUBLISHED, IllegalMove, State
from contributions.models import Message, StoredReceipt, Submission, WrappedKey
from contributions.receipt import WORKS_FOR, Receipt
from contributions.sealing import CannotOpen
from contributions.words import Words

# What may be said to each.
ANSWERS = {
    Message.Kind.QUESTION: (Message.Kind.ANSWER,),
    Message.Kind.CONSENT: (Message.Kind.AGREED, Message.Kind.OBJECTED),
}
ANSWERED_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Correspondence:
    """What a receipt leads to.

    `key` is the submission's, b"" where nothing is left to open; `words` are then empty.
    """

    receipt: Receipt
    submission: Submission
    key: bytes = field(default=b"", repr=False)
    words: Words = field(default_factory=Words)

    @classmethod
    def of(cls, receipt):
        """Return what this Receipt leads to, or None.

        One that never was and one that is kept no longer are the same here: no row.
        """
        stored = StoredReceipt.objects.with_submission().filter(pk=receipt.lookup).first()
        if stored is None:
            return None
        submission = stored.submission
        with suppress(CannotOpen, WrappedKey.DoesNotExist):
            key = submission.wrapped_key.opened_by_receipt(receipt)
            return cls(receipt, submission, key, submission.words(key))
        return cls(receipt, submission)

    @cached_property
    def messages(self):
        """(message, what it says) of each message between the desk and the contributor."""
        if not self.key:
            return []
        return [
            (message, message.content(self.key)) for message in self.submission.messages.in_order()
        ]

    @property
    def question(self):
        """The (message, what it says) that waits for an answer, or None."""
        if self.submission.state != State.ASKED:
            return None
        asked = [pair for pair in self.messages if pair[0].kind in Message.QUESTIONS]
        return asked[-1] if asked else None

    @property
    def earlier(self):
        """The messages save the one that waits for an answer, the newest first."""
        return [pair for pair in reversed(self.messages) if pair != self.question]

    @property
    def answer_by(self):
        """The last day on which an answer is waited for."""
        return self.submission.asked_on + ANSWERED_WITHIN

    @property
    def works_until(self):
        """The last day of the receipt, once the matter is settled."""
        return self.submission.settled_on and self.submission.settled_on + WORKS_FOR

    @property
    def can_be_withdrawn(self):
        """Tell whether its words are still unpublished and here."""
        return self.submission.state in UNPUBLISHED and self.submission.has_words

    @property
    def can_be_wanted_back(self):
        """Tell whether it is public, and not yet asked to be taken down."""
        submission = self.submission
        return submission.state == State.PUBLISHED and not submission.wanted_back_on

    @transaction.atomic
    def answer(self, version, kind, text=""):
        """Store a message of the contributor's and bring the submission back to the desk.

        Raises StaleDecision or IllegalMove, with nothing changed.
        """
        question = self.question
        self.submission.answer(version)
        if question is None or kind not in ANSWERS[question[0].kind]:
            raise IllegalMove("This is not what was asked.")
        Message.write(self.submission, kind, {"says": text, "title": "", "text": ""}, self.key)

    @transaction.atomic
    def withdraw(self, version):
        """Delete it for good; where it is public by now, ask for it to be taken down.

        Raises StaleDecision or IllegalMove, with nothing changed.
        """
        if self.submission.state == State.PUBLISHED:
            self.submission.want_back()
        else:
            self.submission.withdraw(version)
