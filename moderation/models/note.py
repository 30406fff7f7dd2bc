"""Notes between editors on a submission, sealed to the desk alone: no receipt opens them.

They may quote what they are about, so they go with its words, and after a year at the latest.
They are no record and in no log.
"""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from contributions import sealing
from contributions.models import LockedKey, Submission

MAX_NOTE = 2_000


class NoteQuerySet(models.QuerySet):
    def in_order(self):
        """As they were written."""
        return self.order_by("written_at", "pk")

    def with_keys(self):
        """With what opens each of them, and who wrote it."""
        return self.select_related("locked_key", "by")

    def written_before(self, moment):
        return self.filter(written_at__lt=moment)

    def erase(self):
        """Delete them with their keys, so that nothing is left to open; return how many."""
        keys = LockedKey.objects.filter(pk__in=list(self.values_list("pk", flat=True)))
        return keys.delete()[1].get(LockedKey._meta.label, 0)


class Note(models.Model):
    # Its key goes first, and takes the note along.
    locked_key = models.OneToOneField(
        LockedKey, primary_key=True, on_delete=models.CASCADE, related_name="note"
    )
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    sealed = models.BinaryField()

    objects = NoteQuerySet.as_manager()

    def __str__(self):
        return f"A note by {self.by}"

    @classmethod
    @transaction.atomic
    def write(cls, submission, words, *, by):
        """Store a note on a submission, and return it.

        Raises IllegalMove where the submission's words are gone, for its notes went with them.
        """
        submission.lock_words()
        locked_key, key = LockedKey.make()
        note = cls(locked_key=locked_key, submission=submission, by=by)
        note.sealed = sealing.seal(key, words, note._about)
        note.save(force_insert=True)
        return note

    def words(self, desk):
        """Return what it says, opened with the desk's PrivateKey.

        Raises CannotOpen.
        """
        return sealing.unseal(self.locked_key.opened_by(desk), self.sealed, self._about)

    def may_be_deleted_by(self, member):
        """Tell whether a member wrote it, or has the right to delete those of others."""
        return self.by == member or member.has_perm("moderation.delete_note")

    @property
    def _about(self):
        return f"note {self.pk}"


def go_with_words(sender, instance, **kwargs):
    """Erase the notes on a submission whose WrappedKey was deleted, in the same transaction."""
    Note.objects.filter(submission=instance.pk).erase()
