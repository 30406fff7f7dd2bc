"""What the readers' search looks through: the words of everything public, once more, plain."""

from datetime import UTC, datetime
from itertools import islice

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from contributions import search
from contributions.markup import to_plain_text
from contributions.models.digest_item import DigestItem
from contributions.models.post import Post
from contributions.models.reply import Reply

ABOUT = {Post: "post", Reply: "reply", DigestItem: "account"}
# Nobody finds what stands beyond this; PostgreSQL takes no more than a megabyte of lexemes.
LONGEST = 200_000
# What an entry is about, as its id marks it; the last one is an account in a digest.
MARKS = ["article", "guest_blog", "digest", "reply", "digest"]
AN_ACCOUNT = 4
FIRST_SECOND = datetime(2000, 1, 1, tzinfo=UTC)
BATCH = 500
TELLING = 10_000


def first_id(moment):
    """Return the lowest id of an entry published at a moment or later."""
    return int((moment - FIRST_SECOND).total_seconds()) << 32


class SearchEntryQuerySet(models.QuerySet):
    def for_lists(self):
        """With what each is about, without its HTML."""
        about = self.select_related("post", "reply__post", "account__post")
        return about.defer(
            *("text", "post__body", "reply__body", "reply__post__body"),
            *("account__body", "account__post__body"),
        )

    @transaction.atomic
    def keep(self, publication):
        """Hold what readers can read of a post with all that is under it, of a reply, or of an
        account, as it stands in the database; and nothing else of it.
        """
        is_post = isinstance(publication, Post)
        if publication.is_published:
            # Whoever takes the post back at this moment comes first, or waits and then finds this.
            post_id = publication.pk if is_post else publication.post_id
            Post.objects.select_for_update().only("pk").filter(pk=post_id).first()
        self.filter(**{ABOUT[type(publication)]: publication}).delete()
        self._add(type(publication).objects.filter(pk=publication.pk))
        if is_post:
            self._add(publication.replies.all())
            self._add(publication.items.all())

    @transaction.atomic
    def rebuild(self, tell=lambda count: None):
        """Hold everything public and nothing else; return how many there are.

        `tell(count)` hears from time to time how many there are so far.
        """
        search.engine().hold(self.model._meta.db_table)
        self.all().delete()
        count = 0
        for model in ABOUT:
            count = self._add(model.objects.all(), count, tell)
        search.engine().forget()
        return count

    def _add(self, publications, count=0, tell=lambda count: None):
        """Add what is public of these; return the new count."""
        entries = map(self.model.of, publications.public().iterator(chunk_size=BATCH))
        while batch := list(islice(entries, BATCH)):
            self.bulk_create(batch)
            count += len(batch)
            if count // TELLING > (count - len(batch)) // TELLING:
                tell(count)
        return count


class SearchEntry(models.Model):
    """A published post, reply or account; added and deleted, and never changed.

    Its database keeps a full-text index beside it: see contributions/search/. Its id has 31 bits
    of the second at which that was published, 29 of its key and 3 of what it is. So a full-text
    index gives the newest first without a look at anything else.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article", "Article"
        GUEST_BLOG = "guest_blog", "Guest blog"
        DIGEST = "digest", "Digest"
        REPLY = "reply", "Reply"

    # The post itself, or that under which the reply or account stands.
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="search_entries")
    reply = models.ForeignKey(
        Reply, null=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    account = models.ForeignKey(
        DigestItem, null=True, on_delete=models.CASCADE, related_name="search_entries"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    published_at = models.DateTimeField()
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=250, blank=True)
    text = models.TextField(blank=True)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reply=None) | Q(account=None), name="an_entry_is_about_one_thing"
            ),
            models.UniqueConstraint(
                fields=["post"], condition=Q(reply=None, account=None), name="one_entry_a_post"
            ),
            models.UniqueConstraint(fields=["reply"], name="one_entry_a_reply"),
            models.UniqueConstraint(fields=["account"], name="one_entry_an_account"),
        ]

    def __str__(self):
        return f"Search entry {self.pk}"

    @classmethod
    def of(cls, publication):
        """Return the entry of something public, not yet saved."""
        is_post = isinstance(publication, Post)
        about = {ABOUT[type(publication)]: publication}
        if is_post:
            about |= {"kind": publication.kind, "title": publication.heading}
        else:
            about["post_id"] = publication.post_id
            about["kind"] = cls.Kind.REPLY if "reply" in about else cls.Kind.DIGEST
        mark = AN_ACCOUNT if "account" in about else MARKS.index(about["kind"])
        return cls(
            pk=first_id(publication.published_at) | publication.pk << 3 | mark,
            published_at=publication.published_at,
            year=timezone.localtime(publication.published_at).year,
            text=to_plain_text(publication.body)[:LONGEST],
            **about,
        )

    @property
    def about(self):
        """The post, reply or account that it is about."""
        return self.reply or self.account or self.post

    @property
    def is_public(self):
        """Tell whether readers can see it at this moment."""
        return self.about.is_published and self.post.is_published
