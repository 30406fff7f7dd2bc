"""What posts, replies and accounts in digests have in common: they are, were or will be public."""

from django.db import models, transaction

from contributions.models.change import Change


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    RETRACTED = "retracted", "Retracted"
    MOVED = "moved", "Moved elsewhere"


class WrongStatus(Exception):
    """Raised when something public is not in the status that the step starts from."""


class StaleRevision(Exception):
    """Raised when something public was amended since the revision that was worked on."""


class PublicationQuerySet(models.QuerySet):
    def drafts(self):
        return self.filter(status=Status.DRAFT)

    def published(self):
        return self.filter(status=Status.PUBLISHED)

    def public(self):
        """Those that readers can see."""
        return self.published()

    def with_notes(self):
        """With the public notes under each, the newest last."""
        notes = self.model._meta.get_field("notes").related_model.objects.oldest_first()
        return self.prefetch_related(models.Prefetch("notes", notes))

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def oldest_first(self):
        return self.order_by("published_at", "pk")


class UnderPostQuerySet(PublicationQuerySet):
    def public(self):
        return self.published().filter(post__status=Status.PUBLISHED)


class Publication(models.Model):
    """Something readers read. It keeps its number and its address when it is taken back."""

    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    # Goes up with every amendment: a complaint is about one revision.
    revision = models.PositiveIntegerField(default=1, editable=False)
    # An editor changed the wording of what somebody sent; readers are told so.
    edited = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=Status.DRAFT)
                | models.Q(
                    status__in=[Status.PUBLISHED, Status.RETRACTED, Status.MOVED],
                    published_at__isnull=False,
                ),
                name="%(class)s_status_known",
            )
        ]

    @transaction.atomic
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        if not self.is_draft:
            self._show(Change.What.POST)

    @property
    def is_draft(self):
        return self.status == Status.DRAFT

    @property
    def edited_note(self):
        """What readers are told of the wording, or ""."""
        return "Edited for safety." if self.edited else ""

    @property
    def is_published(self):
        return self.status == Status.PUBLISHED

    @property
    def is_public(self):
        """Tell whether readers can see it."""
        return self.is_published

    @property
    def is_retracted(self):
        return self.status == Status.RETRACTED

    @property
    def is_moved(self):
        return self.status == Status.MOVED

    @transaction.atomic
    def amend(self, seen, **words):
        """Give it other words, where the revision `seen` still stands.

        Raises StaleRevision, with nothing changed.
        """
        rows = type(self).objects.filter(pk=self.pk, revision=seen)
        rows = rows.filter(status__in=[Status.PUBLISHED, Status.RETRACTED])
        if not rows.update(revision=models.F("revision") + 1, **words):
            raise StaleRevision("Somebody has changed this since you opened it.")
        self.refresh_from_db()
        self._show(Change.What.WORDS, takes_back=True)

    def retract(self):
        """Take it out of public view.

        Raises WrongStatus where it is not public.
        """
        self._turn(Status.PUBLISHED, Status.RETRACTED)

    def restore(self):
        """Bring it back where it was.

        Raises WrongStatus where it was not retracted.
        """
        self._turn(Status.RETRACTED, Status.PUBLISHED)

    @transaction.atomic
    def _turn(self, source, target, **values):
        rows = type(self).objects.filter(pk=self.pk, status=source)
        if not rows.update(status=target, **values):
            raise WrongStatus(f"Nothing was changed: it is not {source.label.lower()}.")
        for name, value in {"status": target, **values}.items():
            setattr(self, name, value)
        self._show(Change.What.POST, takes_back=target != Status.PUBLISHED)

    def _show(self, what, *, takes_back=False):
        """Let the readers' search and the baked pages follow what is public of it now."""
        self.search_entries.model.objects.keep(self)
        Change.objects.note(*self.changes(what), takes_back=takes_back)

    def changes(self, what):
        """Return what a change of it is to readers' pages, and the key of the post it is about."""
        return what, self.pk
