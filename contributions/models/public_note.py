"""Public notes: what readers are told where something public was changed or taken back."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from contributions.models.post import Post
from contributions.models.reply import Reply

MAX_SENTENCE = 200


class PublicNoteQuerySet(models.QuerySet):
    def oldest_first(self):
        return self.order_by("noted_at", "pk")

    def for_lists(self):
        """With what each is about, without its words."""
        about = self.select_related("post", "reply__post")
        return about.defer("post__body", "reply__body", "reply__post__body")


class PublicNote(models.Model):
    """One sentence under a post or reply that says what the editor did with it, and when."""

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

    objects = PublicNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["amended", "retracted", "restored"]),
                name="note_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(post__isnull=False, reply__isnull=True)
                | Q(post__isnull=True, reply__isnull=False),
                name="a_note_is_about_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["noted_at", "id"], name="note_oldest_first")]

    def __str__(self):
        """The whole of it: "This reply was amended on 3 May 2026: a detail was removed." """
        return f"This {self.about._meta.verbose_name} {self.what_happened}"

    @classmethod
    def under(cls, publication, kind, sentence):
        """Put a note under something public; a `sentence` may say why."""
        about = {publication._meta.model_name: publication}
        cls.objects.create(kind=kind, sentence=sentence, **about)

    @property
    def what_happened(self):
        """What goes after the name of the thing: "was amended on …"."""
        day = timezone.localdate(self.noted_at)
        why = f": {self.sentence.rstrip('.')}" if self.sentence else ""
        return f"{self.get_kind_display()} on {day:%-d %B %Y}{why}."

    @property
    def about(self):
        """The post or reply that it is about."""
        return self.post or self.reply
