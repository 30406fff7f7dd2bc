"""Replies: published responses under a post."""

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from contributions.markup import HtmlField, excerpt, from_pieces
from contributions.models.change import Change
from contributions.models.post import Post
from contributions.models.publication import (
    Publication,
    Status,
    UnderPostQuerySet,
    WrongStatus,
)
from contributions.models.site import SiteSettings
from contributions.references import addresses_under, in_pieces, numbers_in

LEAST_IMPORTED_ID = 1_000_000


class ReplyQuerySet(UnderPostQuerySet):
    def for_lists(self):
        """With the post of each, without its words."""
        return self.select_related("post").defer("post__body")

    def at_anchor(self, number):
        """The one to which "#c<number>" leads, be it by an id that it was imported with."""
        return self.filter(Q(number=number) | Q(imported_id=number))

    def in_order(self):
        """As they were published under their post."""
        return self.order_by("number")


class Reply(Publication):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="replies")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    number = models.PositiveIntegerField(editable=False)
    # By which it was linked to where it was imported from: Blogger's "#c5837061129345712345".
    imported_id = models.PositiveBigIntegerField(null=True, editable=False)
    # Empty where it moved: its words are there.
    body = HtmlField()
    # The guest blog that it became. Where it became an account in a digest, see DigestItem.reply.
    moved_to_post = models.OneToOneField(
        Post,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "replies"
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(status=Status.DRAFT), name="a_reply_is_never_a_draft"
            ),
            models.CheckConstraint(
                condition=Q(status=Status.MOVED, body="")
                | (~Q(status=Status.MOVED) & Q(moved_to_post=None)),
                name="what_moved_has_no_words_here",
            ),
            models.UniqueConstraint(fields=["post", "number"], name="one_reply_a_number"),
            models.UniqueConstraint(
                fields=["post", "imported_id"], name="one_reply_an_imported_id"
            ),
            # Or it might be the number of another reply of its post.
            models.CheckConstraint(
                condition=Q(imported_id=None) | Q(imported_id__gte=LEAST_IMPORTED_ID),
                name="an_imported_id_is_no_number",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="reply_newest"),
            models.Index(fields=["post", "status"], name="reply_of_a_post"),
        ]

    def __str__(self):
        return f"Reply {self.number}"

    def get_absolute_url(self):
        return f"{self.post.get_absolute_url()}#c{self.number}"

    @property
    def heading(self):
        """Which reply under which post it is."""
        return f"reply {self.number} under “{self.post.title}”"

    @property
    def became(self):
        """The post or account in a digest that it became, or None."""
        became = self.moved_to_post or getattr(self, "moved_to_item", None)
        return became if self.is_moved else None

    @property
    def moved_to(self):
        """What it became, where readers can see that, or None."""
        return self.became if self.became and self.became.is_public else None

    @property
    def excerpt(self):
        """The beginning of the reply as plain text."""
        return excerpt(self.body)

    def changes(self, what):
        """Return that the replies under its post change."""
        return Change.What.THREAD, self.post_id

    def write(self, text):
        """Put a plain text in place, with links to the replies that it names; not yet saved."""
        self.body = from_pieces(in_pieces(text, addresses_under(self.post)))

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
            self.note_references()

    @transaction.atomic
    def amend(self, seen, **words):
        super().amend(seen, **words)
        self.note_references()

    def move(self, post=None):
        """Leave its number and address behind as a pointer to what it became.

        That is a post, or the account in a digest that has taken it over.

        Raises WrongStatus where it is not public.
        """
        self._turn(Status.PUBLISHED, Status.MOVED, body="", moved_to_post=post)

    @transaction.atomic
    def note_references(self):
        """Store anew which replies of its post the links in its body lead to."""
        numbers = numbers_in(self.body, self.post)
        targets = self.post.replies.filter(number__in=numbers).exclude(pk=self.pk)
        self.references.all().delete()
        self.references.bulk_create(
            self.references.model(source=self, target=target) for target in targets
        )
