"""Claims: which editor has a submission in hand, so that no two work on one."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from contributions.models import Submission


class ClaimQuerySet(models.QuerySet):
    def unreleased(self):
        """Claims that nobody has let go of or taken over; their time may be over."""
        return self.filter(released_at=None)

    def live(self, now=None):
        """Claims in force."""
        return self.unreleased().filter(expires_at__gt=now or timezone.now())

    def on(self, submission):
        return self.filter(submission=submission)

    def of(self, user):
        return self.filter(by=user)

    def over_since(self, moment):
        """Those that ended, one way or the other, before a moment."""
        return self.filter(expires_at__lt=moment)

    def release(self, now=None):
        """Let go of them all."""
        return self.update(released_at=now or timezone.now())


class Claim(models.Model):
    """One editor's claim on one submission. It tells of editors alone, and is kept for a day."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    claimed_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    released_at = models.DateTimeField(null=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=Q(released_at=None), name="one_live_claim"
            )
        ]

    def __str__(self):
        return f"Claim of {self.by}"
