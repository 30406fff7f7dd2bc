"""Approved copies: finished texts that wait for their batch.

A timer has no key to the desk, so an editor's session leaves the redacted version here, sealed
under a key that the server has in its environment. These are the only unpublished words that the
server alone could open.
"""

from dataclasses import asdict

from django.conf import settings
from django.db import models

from contributions import sealing
from contributions.models.digest_item import DigestItem
from contributions.models.post import Post
from contributions.models.reply import Reply
from contributions.words import Finished


class ApprovedCopyQuerySet(models.QuerySet):
    def due(self, now):
        """Those whose batch has come, in an order that tells nothing."""
        return self.filter(due_at__lte=now).order_by("?")

    def next_first(self):
        return self.order_by(models.F("due_at").asc(nulls_last=True), "pk")


class ApprovedCopy(models.Model):
    """The finished title and text of one approved submission, and where they will go."""

    class Route(models.TextChoices):
        GUEST_BLOG = "guest_blog", "Guest blog"
        REPLY = "reply", "Reply"
        DIGEST = "digest", "Digest"

    submission = models.OneToOneField(
        "Submission", primary_key=True, on_delete=models.CASCADE, related_name="approved_copy"
    )
    route = models.CharField(max_length=12, choices=Route)
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    parent = models.ForeignKey(
        Reply, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    item = models.OneToOneField(
        DigestItem, null=True, blank=True, on_delete=models.CASCADE, related_name="approved_copy"
    )
    # None for an account in a digest, which goes out with the whole of it.
    due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    sealed = models.BinaryField()

    objects = ApprovedCopyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "approved copies"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    route__in=["guest_blog", "reply"], item__isnull=True, due_at__isnull=False
                )
                | models.Q(route="digest", item__isnull=False, due_at__isnull=True),
                name="route_known",
            )
        ]

    def __str__(self):
        due = f"due {self.due_at:%-d %B %Y %H:%M}" if self.due_at else "with the whole of it"
        return f"{self.get_route_display()}, {due}"

    def seal(self, finished):
        """Put the Finished words in place; not yet saved."""
        self.sealed = sealing.seal(_publication_key(), asdict(finished), self._about)

    def bring_forward(self, now):
        """Let its batch be this moment's."""
        self.move_to(now.replace(second=0, microsecond=0))

    def move_to(self, due_at):
        """Let it go out at another time."""
        self.due_at = due_at
        self.save(update_fields=["due_at"])

    def opened(self):
        """Return the Finished words.

        Raises CannotOpen.
        """
        return Finished(**sealing.unseal(_publication_key(), self.sealed, self._about))

    @property
    def _about(self):
        return f"approved {self.submission_id} {self.route}"


def _publication_key():
    return sealing.key_from(settings.PUBLICATION_KEY, "publication")
