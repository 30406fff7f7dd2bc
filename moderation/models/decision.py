"""The record of what editors did: who, when, on what and which version, and the class of reason.

Never a word of a text, and nothing of what contributors do. Records are only ever added, each
chained to the one before (moderation/chain.py); a trigger refuses every change
(moderation/append_only.py).
"""

from django.conf import settings
from django.core.validators import validate_slug
from django.db import models, transaction
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import Message, Post, Reply, Submission
from moderation import chain, redaction
from moderation.models.record_head import RecordHead

WORDS = [
    *("submission__sealed", "submission__sealed_summary", "submission__sealed_draft"),
    *("post__title", "post__body", "reply__body", "reply__post__title", "reply__post__body"),
]


DECIDES = models.Q(submission__isnull=False) & ~models.Q(what="keep")
UNDONE_FROM = [State.APPROVED, State.DECLINED, State.HELD, State.ASKED]


class DecisionQuerySet(models.QuerySet):
    def in_order(self):
        """As they were made."""
        return self.select_related("by").order_by("pk")

    def newest_first(self):
        return self.order_by("-pk")

    def about(self, item):
        """Those on a submission, post or reply, and on what it became or was before."""
        if isinstance(item, Submission):
            became = item.became
            later = models.Q(**{became._meta.model_name: became}) if became else models.Q()
            return self.filter(models.Q(submission=item) | later)
        earlier = models.Q(submission__in=Submission.objects.that_became(item))
        return self.filter(models.Q(**{item._meta.model_name: item}) | earlier)

    def with_redactions(self):
        """With the redactions of each, in order."""
        return self.prefetch_related(
            models.Prefetch("redactions", Redaction.objects.order_by("pk"))
        )

    def with_items(self):
        """With the editor, the redactions, and what each was about, without a word of it."""
        items = self.select_related("by", "submission", "post", "reply__post")
        return items.defer(*WORDS).with_redactions()

    def since(self, version):
        """Decisions on this version or a later one, in order."""
        return self.in_order().filter(version__gte=version)

    def first_decisions(self):
        """The first on each submission. To keep what was made of it so far decides nothing."""
        earlier = Decision.objects.filter(
            DECIDES, submission=models.OuterRef("submission"), pk__lt=models.OuterRef("pk")
        )
        return self.filter(DECIDES, ~models.Exists(earlier))

    @transaction.atomic
    def record(
        self,
        what,
        *,
        by,
        submission=None,
        version=None,
        post=None,
        reply=None,
        complaint=None,
        reason="",
        marks=(),
    ):
        """Put on record what an editor did, and return the Decision.

        `version` is the submission's before a move; None for what is no move of it. `complaint`
        is its id. `reason` is the slug of a class of reason, never words. `marks` are the
        redactions that went with it. What concerns the whole site names nothing. Call it in the
        transaction of the act: moderation/recording.py.
        """
        if reason:
            validate_slug(reason)
        head = RecordHead.lock()
        decision = self.model(
            pk=head.number + 1,
            what=self.model.What(what),
            by=by,
            submission=submission,
            version=version,
            post=post,
            reply=reply,
            complaint=complaint,
            reason=reason,
            decided_at=timezone.now(),
        )
        redactions = [
            Redaction(decision=decision, category=mark.category, reason=mark.reason)
            for mark in marks
        ]
        decision.digest = decision.digest_after(head.digest, redactions)
        decision.save(force_insert=True)
        Redaction.objects.bulk_create(redactions)
        head.number, head.digest = decision.pk, decision.digest
        head.save()
        return decision

    def endorsement_of(self, version):
        """Return the first of two approvals that led to this version, or None."""
        endorsed = self.filter(what=Decision.What.ENDORSE, version=version - 1)
        return endorsed.select_related("by").first()

    def that_can_be_taken_back(self, by, since):
        """Somebody's decisions that nothing has followed and that can be undone, the latest first.

        Not those that asked for consent: the contributor was promised time to answer. Nor those
        that only gave another time: what would be undone is the approval.
        """
        messages = Message.objects.filter(submission=OuterRef("submission"))
        last = Subquery(messages.order_by("-place").values("kind")[:1])
        rows = self.filter(
            by=by,
            decided_at__gte=since,
            submission__version=F("version") + 1,
            submission__state__in=UNDONE_FROM,
            submission__sealed__isnull=False,
        )
        consent = {"submission__state": State.ASKED, "last_message": Message.Kind.CONSENT}
        timing = [Decision.What.RESCHEDULE, Decision.What.NOW]
        rows = rows.annotate(last_message=last).exclude(**consent).exclude(what__in=timing)
        return rows.order_by("-decided_at", "-pk")


class Decision(models.Model):
    """One act of an editor: on a submission, a post, a reply, a complaint, or the whole site."""

    class What(models.TextChoices):
        GUEST_BLOG = "guest_blog", "Approved as a guest blog"
        REPLY = "reply", "Approved as a reply"
        DIGEST = "digest", "Approved for a digest"
        ENDORSE = "endorse", "First of two approvals"
        NOW = "now", "Published at once"
        RESCHEDULE = "reschedule", "Given another time"
        UNDO = "undo", "Approval taken back"
        KEEP = "keep", "Changes kept"
        ASK = "ask", "Contributor asked"
        RETURN = "return", "Brought back unanswered"
        THANK = "thank", "Contributor thanked"
        DECLINE = "decline", "Declined"
        RECONSIDER = "reconsider", "Brought back to the queue"
        HOLD = "hold", "Held"
        RESUME = "resume", "Taken up again"
        CLOSE = "close", "Closed"
        PUBLISH = "publish", "Published"
        CONVERT = "convert", "Made into something else"
        LEAVE = "leave", "Left out of a digest"
        AMEND = "amend", "Amended"
        RETRACT = "retract", "Retracted"
        RESTORE = "restore", "Made public again"
        COMPLAINT_HANDLED = "complaint_handled", "Complaint dealt with"
        COMPLAINT_CLOSED = "complaint_closed", "Complaint closed"
        COMPLAINT_REOPENED = "complaint_reopened", "Complaint taken up again"
        STOP = "stop", "Publication stopped"
        START = "start", "Publication goes on"

    # Its number in the chain. The columns' names are part of what is hashed.
    id = models.BigIntegerField(primary_key=True)
    what = models.CharField(max_length=20, choices=What)
    submission = models.ForeignKey(
        Submission, null=True, on_delete=models.PROTECT, related_name="decisions"
    )
    version = models.PositiveIntegerField(null=True, help_text="The version that was decided on.")
    post = models.ForeignKey(Post, null=True, on_delete=models.PROTECT, related_name="+")
    reply = models.ForeignKey(Reply, null=True, on_delete=models.PROTECT, related_name="+")
    # Complaints go some day, and what was done about them stays on record.
    complaint = models.UUIDField(null=True)
    reason = models.SlugField(max_length=40, blank=True, help_text="The class of reason.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    digest = models.CharField(max_length=64)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "version"], name="one_decision_a_version")
        ]
        indexes = [
            models.Index(fields=["by", "decided_at"], name="decisions_of_an_editor"),
            # The first decisions of some weeks, told without a look at all the others.
            models.Index(
                fields=["decided_at", "submission", "id"],
                name="deciding_by_time",
                condition=DECIDES,
            ),
            models.Index(
                fields=["submission", "id"], name="deciding_by_submission", condition=DECIDES
            ),
        ]

    def __str__(self):
        return f"{self.get_what_display()} by {self.by}"

    def digest_after(self, before, redactions):
        """Return the hash that this record has to bear behind one with the hash `before`."""
        columns = (field.attname for field in self._meta.concrete_fields)
        row = {name: getattr(self, name) for name in columns if name != "digest"}
        return chain.digest(before, row, [(each.category, each.reason) for each in redactions])


class Redaction(models.Model):
    """One span that the editor replaced in what went out: its category and reason."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="redactions")
    category = models.CharField(max_length=10, choices=redaction.Category)
    reason = models.CharField(max_length=12, choices=redaction.Reason)

    def __str__(self):
        return f"{self.get_category_display()}: {self.get_reason_display()}"
