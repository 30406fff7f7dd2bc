"""Submissions: stripped text that waits for the editor's decision. Private, and sealed."""

import uuid

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from contributions.lifecycle import MOVES, SETTLED, WITHOUT_TEXT, IllegalMove, StaleDecision, State
from contributions.models.approved_copy import ApprovedCopy
from contributions.models.callout import CallOut
from contributions.models.digest_item import DigestItem
from contributions.models.keys import WrappedKey
from contributions.models.post import Post
from contributions.models.reply import Reply
from contributions.models.sealed_words import NO_WORDS, SealedWords
from contributions.models.submissions import SubmissionQuerySet, became

MAX_TEXT = 40_000
MAX_TITLE = 200
ALWAYS = Q()


class Submission(SealedWords):
    """What somebody sent. Its words are sealed; docs/threat-model.md says why the rest is not."""

    class Kind(models.TextChoices):
        GUEST_BLOG = "guest_blog", "Guest blog"
        REPLY = "reply", "Reply"
        CONFIDENTIAL = "confidential", "Confidential note"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    version = models.PositiveIntegerField(default=1)
    received_on = models.DateField()
    held_until = models.DateField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    # What the contributor is told of a decision: a sentence that belongs to a class of reasons.
    outcome = models.CharField(max_length=300, blank=True)
    # When the contributor asked for a published one to be taken down, which holds for good.
    wanted_back_on = models.DateField(null=True, blank=True)
    # What it is meant for…
    target_post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    target_reply = models.ForeignKey(
        Reply, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    call_out = models.ForeignKey(
        CallOut, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # …and what became of it.
    became_post = models.OneToOneField(
        Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    became_reply = models.OneToOneField(
        Reply, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    became_item = models.OneToOneField(
        DigestItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="submission_state_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["guest_blog", "reply", "confidential"]),
                name="submission_kind_known",
            ),
            models.CheckConstraint(
                condition=~Q(kind="confidential", state__in=["approved", "published", "retracted"]),
                name="a_confidential_note_stays_one",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(WITHOUT_TEXT))
                | Q(sealed__isnull=True, sealed_summary__isnull=True, sealed_draft__isnull=True),
                name="settled_keeps_no_text",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(SETTLED))
                | Q(sealed__isnull=False, sealed_summary__isnull=False),
                name="unsettled_keeps_its_words",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(SETTLED)) | Q(settled_on__isnull=False),
                name="settled_on_a_day",
            ),
        ]
        permissions = [("moderate_submission", "Can decide on submissions at the desk")]
        indexes = [
            models.Index(fields=["state", "received_on", "id"], name="submission_oldest_first"),
            # What the desk's statistics count, without a look at the rows themselves.
            models.Index(fields=["received_on", "kind", "state"], name="submission_counted"),
            # What the desk counts and lists, however much was settled for good over the years.
            models.Index(
                fields=["state", "kind", "settled_on"],
                name="submission_with_words",
                condition=Q(sealed__isnull=False),
            ),
            models.Index(
                fields=["state", "wanted_back_on", "kind"],
                name="submission_wanted_back",
                condition=Q(wanted_back_on__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} of {self.received_on:%-d %B %Y}"

    @property
    def target(self):
        """The reply or post that it answers, or None."""
        return self.target_reply or self.target_post

    @property
    def became(self):
        """The post, reply or account in a digest that it became, or None."""
        return self.became_post or self.became_reply or self.became_item

    @property
    def waits_for_consent(self):
        """Tell whether the contributor has been asked to agree and has not answered."""
        last = self.messages.questions().in_order().last()
        asked = self.state == State.ASKED
        return bool(asked and last and last.kind == last.Kind.CONSENT)

    @property
    def waits_for_digest(self):
        """Tell whether it goes out with a digest, and not with a batch."""
        return ApprovedCopy.objects.filter(pk=self.pk, route=ApprovedCopy.Route.DIGEST).exists()

    def lock_words(self):
        """Let nobody decide on it, write to it or delete its words until the transaction ends.

        Raises IllegalMove where they are gone.
        """
        rows = Submission.objects.select_for_update().exclude(sealed=None)
        if rows.filter(pk=self.pk).first() is None:
            raise IllegalMove("Its words are no longer kept.")

    @transaction.atomic
    def hold(self, version, until):
        """Set it aside until a day."""
        self._move("hold", version, held_until=until)
        self.let_go_of_copy()

    def resume(self, version):
        """Take a held one up again."""
        self._move("resume", version, held_until=None)

    def ask(self, version):
        """Wait for the contributor, who has been asked something."""
        self._move("ask", version, asked_on=timezone.localdate())

    def answer(self, version):
        """Bring it back to the desk, with an answer or because none came."""
        self._move("answer", version, asked_on=None)

    def keep(self, version):
        """Note that an editor's changes were kept and nothing was decided."""
        self._move("keep", version)

    def endorse(self, version):
        """Note the first of two approvals."""
        self._move("endorse", version, PUBLISHABLE)

    def approve(self, version):
        """Settle that it goes out."""
        self._move("approve", version, PUBLISHABLE)

    def expedite(self, version):
        """Settle that an approved one does not wait for its batch."""
        self._move("expedite", version)

    def reschedule(self, version):
        """Settle that an approved one goes out at another time."""
        self._move("reschedule", version)

    @transaction.atomic
    def undo(self, version):
        """Take an approval back."""
        self._move("undo", version)
        self.let_go_of_copy()

    @transaction.atomic
    def publish(self, version, publication=None):
        """Record what became of it and let go of its words."""
        self._settle("publish", version, **became(publication), **NO_WORDS)
        self._delete_words()

    def convert(self, version):
        """Settle that what became of it is to become something else."""
        self._move("convert", version)

    def decline(self, version, outcome):
        """Settle that it does not go out. It can be reconsidered until it is purged."""
        self._settle("decline", version, PUBLISHABLE, outcome=outcome)

    def reconsider(self, version):
        """Bring a declined one back to the queue, while it still has its words."""
        self._move(
            "reconsider",
            version,
            where=Q(sealed__isnull=False),
            settled_on=None,
            outcome="",
        )

    def retract(self, version):
        """Record that what became of it was taken out of public view."""
        self._settle("retract", version)

    def restore(self, version):
        """Record that what became of it is public again.

        Raises IllegalMove where its contributor asked for it to be taken down.
        """
        if self.wanted_back_on:
            raise IllegalMove("It stays down, because whoever wrote it asked for that.")
        self._settle("restore", version)

    def close(self, version):
        """Settle a confidential note that has been read and dealt with."""
        self._settle("close", version, {self.Kind.CONFIDENTIAL})

    @transaction.atomic
    def withdraw(self, version):
        """End an unpublished one at once: its words are gone when this returns."""
        self._settle("withdraw", version, **NO_WORDS)
        self._delete_words()

    def want_back(self):
        """Note that the contributor asks for a published one to be taken down.

        Raises IllegalMove where it is not public.
        """
        rows = Submission.objects.filter(pk=self.pk, state=State.PUBLISHED)
        if not rows.update(wanted_back_on=timezone.localdate()):
            raise IllegalMove("It is not public.")
        self.refresh_from_db()

    @transaction.atomic
    def purge(self, before):
        """Delete the words of one in the bin that was settled before a day, and keep the row.

        Returns whether it was still there.
        """
        rows = Submission.objects.filter(pk=self.pk).settled_before(before)
        purged = bool(rows.update(**NO_WORDS))
        if purged:
            self._delete_words()
        self.refresh_from_db()
        return purged

    def _delete_words(self):
        """Delete the key that opens its words, and all else that was sealed with it."""
        WrappedKey.objects.filter(pk=self.pk).delete()
        self.messages.all().delete()
        self.let_go_of_copy()

    def let_go_of_copy(self):
        """Delete the copy that waits for its batch, and its place in a digest not yet public."""
        DigestItem.objects.drafts().filter(approved_copy=self.pk).delete()
        ApprovedCopy.objects.filter(pk=self.pk).delete()

    def _settle(self, verb, version, kinds=None, **values):
        """Make a move that ends the matter, today."""
        self._move(verb, version, kinds, settled_on=timezone.localdate(), **values)

    def _move(self, verb, version, kinds=None, *, where=ALWAYS, **values):
        """Make one move of the table, if this version still stands (of these kinds, and `where`).

        Raises StaleDecision or IllegalMove, and then nothing has changed.
        """
        move = MOVES[verb]
        changed = Submission.objects.filter(
            where,
            pk=self.pk,
            version=version,
            state__in=move.sources,
            kind__in=kinds or self.Kind.values,
        ).update(state=move.target, version=F("version") + 1, **values)
        self.refresh_from_db()
        if not changed:
            if self.version != version:
                raise StaleDecision("Somebody has changed this since you opened it.")
            raise IllegalMove(
                f"A {self.get_kind_display().lower()} that is {self.get_state_display().lower()} "
                "cannot take this step."
            )


PUBLISHABLE = {Submission.Kind.GUEST_BLOG, Submission.Kind.REPLY}
