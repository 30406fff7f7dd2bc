"""The record of what editors decided: who, when, which version, what and why; never the text."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from contributions.models import Submission
from moderation import redaction


class DecisionQuerySet(models.QuerySet):
    def since(self, version):
        """Decisions on this version or a later one, in order."""
        return self.filter(version__gte=version).select_related("by").order_by("version", "pk")

    def endorsement_of(self, version):
        """Return the first of two approvals that led to this version, or None."""
        endorsed = self.filter(what=Decision.What.ENDORSE, version=version - 1)
        return endorsed.select_related("by").first()


class Decision(models.Model):
    """One decision on one version of a submission."""

    class What(models.TextChoices):
        GUEST_BLOG = "guest_blog", "Approved as a guest blog"
        REPLY = "reply", "Approved as a reply"
        DIGEST = "digest", "Approved for a digest"
        ENDORSE = "endorse", "First of two approvals"
        KEEP = "keep", "Changes kept"
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
        CONVERT = "convert", "Made something else of it"

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

    def __str__(self):
        return f"{self.get_what_display()} by {self.by}"


class Redaction(models.Model):
    """One span that the editor replaced in what went out: its category and reason."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="redactions")
    category = models.CharField(max_length=10, choices=redaction.Category)
    reason = models.CharField(max_length=12, choices=redaction.Reason)

    def __str__(self):
        return f"{self.get_category_display()}: {self.get_reason_display()}"
