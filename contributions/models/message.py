"""Messages between the desk and a contributor, sealed under their submission's key."""

import uuid

from django.db import models
from django.utils import timezone

from contributions import sealing


class MessageQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("place")

    def questions(self):
        """Those that ask the contributor something."""
        return self.filter(kind__in=self.model.QUESTIONS)

    def besides_thanks(self):
        """Those that ask, and those that answer."""
        return self.exclude(kind=self.model.Kind.THANKS)


class Message(models.Model):
    """One message. Of its time only the day is kept."""

    class Kind(models.TextChoices):
        QUESTION = "question", "The editor asks"
        CONSENT = "consent", "The editor shows what would be published"
        THANKS = "thanks", "The editor writes"
        ANSWER = "answer", "The contributor answers"
        AGREED = "agreed", "The contributor agrees"
        OBJECTED = "objected", "The contributor objects"

    QUESTIONS = (Kind.QUESTION, Kind.CONSENT)
    ANSWERS = (Kind.ANSWER, Kind.AGREED, Kind.OBJECTED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey("Submission", on_delete=models.CASCADE, related_name="messages")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    sent_on = models.DateField()
    sealed = models.BinaryField()

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "place"], name="one_message_a_place"),
        ]

    def __str__(self):
        return self.get_kind_display()

    @classmethod
    def write(cls, submission, kind, content, key):
        """Store a message after those there are.

        `content` is anything JSON can hold, `key` the submission's. Call behind a move or
        `lock_words`, in its transaction: of two messages at once neither may be lost.
        """
        message = cls(
            submission=submission,
            place=submission.messages.count() + 1,
            kind=kind,
            sent_on=timezone.localdate(),
        )
        message.sealed = sealing.seal(key, content, message._about)
        message.save(force_insert=True)
        return message

    def content(self, key):
        """Return what it says, opened with the submission's key.

        Raises CannotOpen.
        """
        return sealing.unseal(key, self.sealed, self._about)

    @property
    def is_from_desk(self):
        return self.kind not in self.ANSWERS

    @property
    def _about(self):
        return f"message {self.pk}"
