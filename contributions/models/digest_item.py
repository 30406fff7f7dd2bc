"""The accounts that a digest gathers under its introduction."""

from django.db import models
from django.db.models import Max, Q

from contributions.markup import HtmlField, excerpt
from contributions.models.change import Change
from contributions.models.post import Post
from contributions.models.publication import (
    Publication,
    Status,
    UnderPostQuerySet,
    WrongStatus,
)
from contributions.models.reply import Reply

# Accounts in one digest. Nobody reads more of them.
MOST = 200


class DigestItemQuerySet(UnderPostQuerySet):
    def shown(self):
        """Those that have their place in a published digest, whether or not they were retracted."""
        return self.exclude(status=Status.DRAFT).in_order()

    def in_order(self):
        return self.order_by("number", "pk")

    def append(self, digest, reply=None):
        """Add a draft at the end of a digest, whose row is locked until the transaction ends.

        `reply` is the one whose words it takes over. Raises WrongStatus where the digest is full,
        where it is approved as it is, or where words that wait come too late for it.
        """
        digest = Post.objects.select_for_update().get(pk=digest.pk)
        if digest.kind != Post.Kind.DIGEST or not (digest.is_draft or (reply and digest.is_public)):
            raise WrongStatus("This digest takes no more accounts: it has been published.")
        if digest.due_at:
            raise WrongStatus(
                "This digest is approved as it is, and takes no more accounts. "
                "Take its approval back first, on its own page."
            )
        if digest.items.count() >= MOST:
            raise WrongStatus(f"This digest is full: it holds {MOST} accounts.")
        last = digest.items.aggregate(last=Max("number"))["last"] or 0
        return self.create(post=digest, number=last + 1, reply=reply)


class DigestItem(Publication):
    """One account in a digest; a draft is only its place, and holds no word.

    What waits for publication lies in its ApprovedCopy, or is public as the reply that it takes
    over.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="items")
    # Its place; with publication it is its address, and stays.
    number = models.PositiveIntegerField()
    body = HtmlField()
    reply = models.OneToOneField(
        Reply, null=True, blank=True, on_delete=models.PROTECT, related_name="moved_to_item"
    )

    objects = DigestItemQuerySet.as_manager()

    class Meta:
        verbose_name = "account in a digest"
        verbose_name_plural = "accounts in digests"
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT, body="") | (~Q(status=Status.DRAFT) & ~Q(body="")),
                name="a_digest_item_has_no_words_before_publication",
            ),
            models.UniqueConstraint(
                fields=["post", "number"],
                condition=~Q(status=Status.DRAFT),
                name="one_digest_item_a_number",
            ),
        ]

    def __str__(self):
        return f"Account {self.number}"

    def get_absolute_url(self):
        return f"{self.post.get_absolute_url()}#v{self.number}"

    @property
    def is_public(self):
        """Tell whether readers can see it, and its digest."""
        return self.is_published and self.post.is_published

    @property
    def heading(self):
        """Which account of which digest it is."""
        return f"account {self.number} in “{self.post.title}”"

    @property
    def excerpt(self):
        """The beginning of the account as plain text."""
        return excerpt(self.body)

    def changes(self, what):
        """Return that its digest reads otherwise."""
        return Change.What.WORDS, self.post_id

    def publish(self, body, number, *, at):
        """Give a draft its words and its number for good, and make it public.

        Call within a transaction that publishes the digest, or after that. Raises WrongStatus.
        """
        if not DigestItem.objects.drafts().filter(pk=self.pk).exists():
            raise WrongStatus("This account has already been published.")
        self.body, self.number, self.published_at = body, number, at
        self.status = Status.PUBLISHED
        self.save()
