"""Posts: what the public reads."""

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify

from contributions.lifecycle import StaleDecision
from contributions.markup import CUT, HtmlField, excerpt, first_sentence
from contributions.models.label import Label
from contributions.models.posts import PostQuerySet
from contributions.models.publication import Publication, Status, WrongStatus
from contributions.models.site import SiteSettings

# Related posts: how many of them are shown, and among how many they are looked for.
RELATED, NEAR = 3, 20


class Post(Publication):
    class Kind(models.TextChoices):
        ARTICLE = "article", "Article"
        GUEST_BLOG = "guest_blog", "Guest blog"
        DIGEST = "digest", "Digest"

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.ARTICLE)
    title = models.CharField(max_length=200)
    body = HtmlField()
    labels = models.ManyToManyField(Label, blank=True, related_name="posts")
    # When a draft goes out by itself.
    due_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Set once, at first publication: a number and an address are for good.
    number = models.PositiveIntegerField(
        "guest blog number", null=True, editable=False, unique=True
    )
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    month = models.PositiveSmallIntegerField(null=True, editable=False)
    slug = models.SlugField(max_length=80, blank=True, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT) | Q(year__isnull=False, month__isnull=False),
                name="published_post_has_an_address",
            ),
            models.CheckConstraint(
                condition=Q(kind="guest_blog", number__isnull=False)
                | Q(kind="guest_blog", status=Status.DRAFT)
                | (~Q(kind="guest_blog") & Q(number__isnull=True)),
                name="guest_blogs_alone_are_numbered",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT) | Q(due_at=None), name="only_drafts_are_due"
            ),
            models.UniqueConstraint(fields=["year", "month", "slug"], name="one_post_an_address"),
        ]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="post_newest_first"),
            models.Index(fields=["kind", "status", "-number"], name="post_guest_blogs"),
            models.Index(fields=["status", "year", "month"], name="post_of_a_month"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("post", args=[self.year, self.month, self.slug])

    @property
    def heading(self):
        """The title, with its number in the series where it has one."""
        return f"Guest Blog {self.number}: {self.title}" if self.number else self.title

    @property
    def excerpt(self):
        """The beginning of the post as plain text."""
        return excerpt(self.body)

    @cached_property
    def opening(self):
        """As much of the post as a list shows, as plain text."""
        return excerpt(self.body, words=55)

    @property
    def goes_on(self):
        """Tell whether there is more to read than the opening."""
        return self.kind == self.Kind.DIGEST or self.opening.endswith(CUT)

    @property
    def first_sentence(self):
        """How the post begins; ask for it `with_first_sentences`."""
        return first_sentence(self.beginning)

    def accounts(self):
        """Return the accounts of a digest in order; those taken back are gaps among them."""
        return self.items.shown().with_notes() if self.kind == self.Kind.DIGEST else []

    def newer(self):
        """Return the post published next after this one, or None."""
        return Post.objects.published().headings().after(self).oldest_first().first()

    def older(self):
        """Return the post published last before this one, or None."""
        return Post.objects.published().headings().before(self).newest_first().first()

    def related(self):
        """Return the earlier posts that share most labels with it, of the NEAR last that share any.

        Earlier ones alone: a new post changes no other's page by this.
        """
        labels = {*self.labels.all()}
        if not labels:
            return []
        # Asked of one post after the other, for few have to be looked at.
        earlier = Post.objects.published().before(self).bearing(labels).headings()
        near = earlier.prefetch_related("labels").newest_first()[:NEAR]
        return sorted(near, key=lambda post: -len(labels & {*post.labels.all()}))[:RELATED]

    def may_be_related_to(self, labels):
        """Return the later posts that may show it among their related ones for these labels."""
        later = Post.objects.published().after(self).oldest_first().values("pk")
        pks = [later.bearing([label])[:NEAR] for label in labels]
        return Post.objects.filter(pk__in={row["pk"] for rows in pks for row in rows})

    def schedule(self, due_at):
        """Let a draft go out by itself at a time, or at none.

        Raises WrongStatus where it is no draft.
        """
        if not Post.objects.drafts().filter(pk=self.pk).update(due_at=due_at):
            raise WrongStatus("This post has already been published.")
        self.due_at = due_at

    def reschedule(self, seen, due_at):
        """Let a draft that goes out at `seen` go out at another time, or at none.

        Raises StaleDecision where it has another time by now, or is no draft.
        """
        rows = Post.objects.filter(pk=self.pk, status=Status.DRAFT, due_at=seen)
        if not rows.update(due_at=due_at):
            raise StaleDecision("Somebody has changed this since you opened it.")
        self.due_at = due_at

    def publish(self, *, at=None):
        """Give a draft its address, and a guest blog its number, and make it public.

        Numbers have no gaps: the settings row is locked until the transaction ends, and a
        publication that fails takes its number back with it. Raises WrongStatus where it is no
        draft, and PublicationStopped.
        """
        with transaction.atomic():
            settings = SiteSettings.for_publication()
            # Asked behind the lock: a double click brings the same draft twice.
            if self.pk and not Post.objects.drafts().filter(pk=self.pk).exists():
                raise WrongStatus("This post has already been published.")
            if self.kind == self.Kind.GUEST_BLOG:
                self.number = Post.objects.next_number(settings)
            self.published_at = at or timezone.now()
            local = timezone.localtime(self.published_at)
            self.year, self.month = local.year, local.month
            self.slug = self._free_slug()
            self.status, self.due_at = Status.PUBLISHED, None
            self.save()

    def _free_slug(self):
        base = slugify(self.heading)[:60].strip("-") or "post"
        taken = set(
            Post.objects.filter(
                year=self.year, month=self.month, slug__startswith=base
            ).values_list("slug", flat=True)
        )
        candidates = [base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))]
        return next(slug for slug in candidates if slug not in taken)
