"""Complaints about what is public: kept as they were written, with their exact time, and sealed."""

import uuid
from datetime import timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from contributions import notice_period, sealing
from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models.keys import LockedKey
from contributions.models.post import Post
from contributions.models.reply import Reply
from contributions.sealing import CannotOpen


class Kind(models.TextChoices):
    IDENTIFIES = "identifies", "It identifies someone"
    DEFAMATION = "defamation", "Notice of complaint: defamation"
    LEGAL = "legal", "Another legal notice"
    OTHER = "other", "Something else is wrong"


class State(models.TextChoices):
    OPEN = "open", "Open"
    ANSWERED = "answered", "Answered"
    CLOSED = "closed", "Closed"


# What can be done with one: from which states, and to which.
MOVES = {
    "take_down": ({State.OPEN}, State.OPEN),
    "answer": ({State.OPEN}, State.ANSWERED),
    "close": ({State.OPEN, State.ANSWERED}, State.CLOSED),
    "reopen": ({State.ANSWERED, State.CLOSED}, State.OPEN),
}
LEGAL = [Kind.DEFAMATION, Kind.LEGAL]
# How long the words are kept once it is closed. A claim for defamation must be brought within a
# year, and whoever kept no notice could not show that it was answered in time.
KEPT_LEGAL, KEPT = timedelta(days=365), timedelta(days=90)


class ComplaintQuerySet(models.QuerySet):
    def open(self):
        """Those that have to be answered."""
        return self.filter(state=State.OPEN)

    def answered(self):
        """Those that were answered and not yet closed."""
        return self.filter(state=State.ANSWERED)

    def closed(self):
        return self.filter(state=State.CLOSED)

    def kept_long_enough(self, today):
        """Closed ones whose words go today."""
        legal = Q(kind__in=LEGAL, settled_on__lt=today - KEPT_LEGAL)
        rest = ~Q(kind__in=LEGAL) & Q(settled_on__lt=today - KEPT)
        return self.closed().exclude(sealed=None).filter(legal | rest)

    def oldest_first(self):
        return self.order_by("received_at", "pk")

    def newest_first(self):
        return self.order_by("-received_at", "pk")

    def with_target(self):
        """With the post or reply that each is about."""
        targets = self.select_related("post", "reply__post")
        return targets.defer("post__body", "reply__body", "reply__post__body")

    @transaction.atomic
    def receive(self, answers, **clear):
        """Store a complaint, sealed to the desk; `answers` are (question, answer) pairs.

        `clear` are the fields that stay readable: its kind, what it is about. Raises DeskClosed.
        """
        locked, key = LockedKey.make()
        complaint = self.model(pk=locked.pk, **clear)
        complaint.sealed = sealing.seal(key, answers, complaint._about)
        complaint.save(force_insert=True)
        return complaint


class Complaint(models.Model):
    """What somebody says against a post or reply, or against something on the site at large."""

    # Its LockedKey has the same id. No foreign key leads there: backups hold the keys apart.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    version = models.PositiveIntegerField(default=1)
    received_at = models.DateTimeField(default=timezone.now)
    # When it was first answered: whether that was in time does not change any more.
    answered_at = models.DateTimeField(null=True)
    settled_on = models.DateField(null=True)
    # What it is about, and which revision of that its sender had before him.
    post = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="+")
    reply = models.ForeignKey(Reply, null=True, on_delete=models.SET_NULL, related_name="+")
    revision = models.PositiveIntegerField(null=True)
    # Pairs of question and answer. None once they have been kept long enough.
    sealed = models.BinaryField(null=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="complaint_state_known"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="complaint_kind_known"),
            models.CheckConstraint(
                condition=Q(state=State.CLOSED) | Q(sealed__isnull=False),
                name="complaint_keeps_its_words_until_closed",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CLOSED) | Q(settled_on__isnull=False),
                name="complaint_closed_on_a_day",
            ),
        ]
        indexes = [models.Index(fields=["state", "received_at", "id"], name="complaint_by_state")]

    def __str__(self):
        return f"Complaint of {timezone.localtime(self.received_at):%-d %B %Y, %H:%M}"

    @property
    def target(self):
        """The reply or post that it is about, or what that reply became, or None."""
        return (self.reply and self.reply.became) or self.reply or self.post

    @property
    def has_changed(self):
        """Tell whether what it is about was amended after its sender saw it."""
        return bool(self.target and self.target.revision > self.revision)

    @property
    def has_words(self):
        """Tell whether what it says is still there, sealed."""
        return self.sealed is not None

    @property
    def is_legal(self):
        return self.kind in LEGAL

    @property
    def goes_on(self):
        """The first day on which the words of a closed one are deleted."""
        return self.settled_on + (KEPT_LEGAL if self.is_legal else KEPT) + timedelta(days=1)

    def answer_by(self, proclaimed):
        """Return the moment by which it has to be answered (see notice_period)."""
        return notice_period.ends_at(self.received_at, proclaimed)

    def answers(self, desk):
        """Return its [question, answer] pairs, opened with the desk's PrivateKey.

        Raises CannotOpen.
        """
        locked = LockedKey.objects.filter(pk=self.pk).first()
        if locked is None:
            raise CannotOpen("Its key has been deleted.")
        return sealing.unseal(locked.opened_by(desk), self.sealed, self._about)

    def take_down(self, version):
        """Note that what it is about goes; whoever complains still waits for an answer."""
        self._move("take_down", version)

    def answer(self, version):
        """Note that it was answered, which stops the clock."""
        self._move("answer", version, answered_at=self.answered_at or timezone.now())

    def close(self, version):
        """Settle it."""
        answered_at = self.answered_at or timezone.now()
        self._move("close", version, answered_at=answered_at, settled_on=timezone.localdate())

    def reopen(self, version):
        """Take it up again, while it still has its words."""
        self._move("reopen", version, settled_on=None)

    @transaction.atomic
    def purge(self, today):
        """Delete what it says if that has been kept long enough; tell whether it was."""
        rows = Complaint.objects.kept_long_enough(today).filter(pk=self.pk)
        purged = bool(rows.update(sealed=None))
        if purged:
            LockedKey.objects.filter(pk=self.pk).delete()
        return purged

    @property
    def _about(self):
        return f"complaint {self.pk}"

    def _move(self, verb, version, **values):
        """Make one of MOVES, if this version still stands.

        Raises StaleDecision or IllegalMove, and then nothing has changed.
        """
        sources, target = MOVES[verb]
        changed = (
            Complaint.objects.exclude(sealed=None)
            .filter(pk=self.pk, version=version, state__in=sources)
            .update(state=target, version=F("version") + 1, **values)
        )
        self.refresh_from_db()
        if not changed:
            if self.version != version:
                raise StaleDecision("Somebody has changed this since you opened it.")
            raise IllegalMove("A complaint that stands as this one does cannot take this step.")
