"""The record of what editors decided: who, when, which version, what and why; never the text."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import Message, Submission
from moderation import redaction

UNDONE_FROM = [State.APPROVED, State.DECLINED, State.HELD, State.ASKED]


class DecisionQuerySet(models.QuerySet):
    def since(self, version):
        """Decisions on this version or a later one, in order."""
        return self.filter(version__gte=version).select_related("by").order_by("version", "pk")

    def that_can_be_taken_back(self, by, since):
        """Somebody's decisions that nothing has followed and that can be undone, the latest first.

        Not those that asked for consent: the contributor was promised time to answer.
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
        rows = rows.annotate(last_message=last).exclude(**consent)
        return rows.order_by("-decided_at", "-pk")


class Decision(models.Model):
    """One decision on one version of a submission."""

    class What(models.TextChoices):
        GUEST_BLOG = "guest_blog", "Approved as a guest blog"
        REPLY = "reply", "Approved as a reply"
        NOW = "now", "Published at once"
        UNDO = "undo", "Approval taken back"
        ASK = "ask", "Contributor asked"
        RETURN = "return", "Brought back unanswered"
        DECLINE = "decline", "Declined"
        RECONSIDER = "reconsider", "Brought back to the queue"
        HOLD = "hold", "Held"
        RESUME = "resume", "Taken up again"
        CLOSE = "close", "Closed"
        RETRACT = "retract", "Retracted"
        RESTORE = "restore", "Made public again"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="decisions")
    version = models.PositiveIntegerField(help_text="The version that was decided on.")
    what = models.CharField(max_length=12, choices=What)
    reason = models.CharField(max_length=40, blank=True, help_text="The class of reason.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "version"], name="one_decision_a_version")
        ]
        indexes = [models.Index(fields=["by", "decided_at"], name="decisions_of_an_editor")]

    def __str__(self):
        return f"{self.get_what_display()} by {self.by}"


class Redaction(models.Model):
    """One span that the editor replaced in what went out: its category and reason."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="redactions")
    category = models.CharField(max_length=10, choices=redaction.Category)
    reason = models.CharField(max_length=12, choices=redaction.Reason)

    def __str__(self):
        return f"{self.get_category_display()}: {self.get_reason_display()}"
