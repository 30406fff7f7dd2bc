"""Public notes: what readers are told where something public was changed or taken back."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from contributions.models.change import Change
from contributions.models.digest_item import DigestItem
from contributions.models.post import Post
from contributions.models.reply import Reply

MAX_SENTENCE = 200
ABOUT = {"post": Post, "reply": Reply, "account": DigestItem}


def _about(publication):
    """Return {field: value} of a note about just this post, reply or account."""
    return {
        name: publication if isinstance(publication, model) else None
        for name, model in ABOUT.items()
    }


def _about_one_thing():
    """Return the condition that a note is about one thing alone."""
    each = [Q(**{f"{other}__isnull": other != name for other in ABOUT}) for name in ABOUT]
    return each[0] | each[1] | each[2]


class PublicNoteQuerySet(models.QuerySet):
    def oldest_first(self):
        return self.order_by("noted_at", "pk")

    def for_lists(self):
        """With what each is about, without its words."""
        about = self.select_related("post", "reply__post", "account__post")
        return about.defer(
            *("post__body", "reply__body", "reply__post__body"),
            *("account__body", "account__post__body"),
        )

    def now_about(self, publication):
        """Let these stand under what their reply has become."""
        return self.update(**_about(publication))


class PublicNote(models.Model):
    """One sentence under something public that says what the editor did with it, and when."""

    class Kind(models.TextChoices):
        AMENDED = "amended", "was amended"
        RETRACTED = "retracted", "was taken back"
        RESTORED = "restored", "was put back"

    kind = models.CharField(max_length=10, choices=Kind)
    noted_at = models.DateTimeField(default=timezone.now)
    sentence = models.CharField(max_length=MAX_SENTENCE, blank=True)
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.CASCADE, related_name="notes"
    )
    reply = models.ForeignKey(
        Reply, null=True, blank=True, on_delete=models.CASCADE, related_name="notes"
    )
    account = models.ForeignKey(
        DigestItem, null=True, blank=True, on_delete=models.CASCADE, related_name="notes"
    )

    objects = PublicNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["amended", "retracted", "restored"]),
                name="note_kind_known",
            ),
            models.CheckConstraint(condition=_about_one_thing(), name="a_note_is_about_one_thing"),
        ]
        indexes = [models.Index(fields=["noted_at", "id"], name="note_oldest_first")]

    def __str__(self):
        """The whole of it: "This reply was amended on 3 May 2026: a detail was removed." """
        return f"This {self.thing} {self.what_happened}"

    @transaction.atomic
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Change.objects.note(Change.What.NOTES)
        Change.objects.note(*self.about.changes(Change.What.WORDS))

    @classmethod
    def under(cls, publication, kind, sentence):
        """Put a note under something public; a `sentence` may say why."""
        cls.objects.create(kind=kind, sentence=sentence, **_about(publication))

    @property
    def thing(self):
        """What it is about: "post", "reply" or "account"."""
        return next(name for name in ABOUT if getattr(self, f"{name}_id"))

    @property
    def about(self):
        """The post, reply or account that it is about."""
        return getattr(self, self.thing)

    @property
    def noted_on(self):
        """The beginning of the day on which it was noted; readers are told no more."""
        return timezone.localtime(self.noted_at).replace(hour=0, minute=0, second=0, microsecond=0)

    @property
    def what_happened(self):
        """What goes after the name of the thing: "was amended on …"."""
        day = timezone.localdate(self.noted_at)
        why = f": {self.sentence.rstrip('.')}" if self.sentence else ""
        return f"{self.get_kind_display()} on {day:%-d %B %Y}{why}."
