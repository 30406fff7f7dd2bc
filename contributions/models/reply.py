"""Replies: published responses under a post."""

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from contributions.markup import HtmlField, excerpt
from contributions.models.post import Post
from contributions.models.publication import (
    Publication,
    PublicationQuerySet,
    Status,
    WrongStatus,
)
from contributions.models.site import SiteSettings


class ReplyQuerySet(PublicationQuerySet):
    def public(self):
        """Published replies under published posts."""
        return self.published().filter(post__status=Status.PUBLISHED)

    def in_order(self):
        """As they were published under their post."""
        return self.order_by("number")


class Reply(Publication):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="replies")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    number = models.PositiveIntegerField(editable=False)
    body = HtmlField()

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "replies"
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(status=Status.DRAFT), name="a_reply_is_never_a_draft"
            ),
            models.UniqueConstraint(fields=["post", "number"], name="one_reply_a_number"),
        ]
        indexes = [models.Index(fields=["status", "-published_at", "-id"], name="reply_newest")]

    def __str__(self):
        return f"Reply {self.number}"

    def get_absolute_url(self):
        return f"{self.post.get_absolute_url()}#c{self.number}"

    @property
    def excerpt(self):
        """The beginning of the reply as plain text."""
        return excerpt(self.body)

    def publish(self, *, at=None):
        """Put a new reply under its post, with the post's next number.

        The post's row is locked until the transaction ends, so numbers have no gaps. Raises
        WrongStatus where it already has been published, and PublicationStopped.
        """
        if self.pk:
            raise WrongStatus("This reply has already been published.")
        with transaction.atomic():
            SiteSettings.for_publication()
            post = Post.objects.select_for_update().get(pk=self.post_id)
            if not post.is_published:
                raise WrongStatus("The post under which this reply belongs is not public.")
            last = post.replies.aggregate(last=Max("number"))["last"] or 0
            self.number = last + 1
            self.published_at = at or timezone.now()
            self.status = Status.PUBLISHED
            self.save()
