"""The keys of what is sealed: the desk's public one, and each submission's own, wrapped.

The wrapped keys are one table, because deleting a row of it is how a text is deleted: back it up
apart from the rest, and keep no copy longer than seven days.
"""

import uuid

from django.db import models
from django.db.models import Q

from contributions import sealing
from contributions.lifecycle import SETTLED, State


class DeskClosed(Exception):
    """Raised where there is no desk key, so that nothing can be sealed to the desk."""


class DeskKey(models.Model):
    """The public half of the desk's key, to which every submission is sealed. At most one row."""

    public_key = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_desk_key"),
        ]

    def __str__(self):
        return "The desk's key"

    @classmethod
    def is_there(cls):
        """Tell whether anything can be sealed to the desk."""
        return cls.objects.exists()

    @classmethod
    def current(cls, *, lock=False):
        """Return the key in force, locked against replacement until the transaction ends.

        Raises DeskClosed where there is none.
        """
        rows = cls.objects.select_for_update() if lock else cls.objects
        key = rows.filter(pk=1).first()
        if key is None:
            raise DeskClosed("The desk has not been opened.")
        return key


class WrappedKey(models.Model):
    """The key of one submission, sealed to the desk and to the contributor's receipt."""

    submission = models.OneToOneField(
        "Submission", primary_key=True, on_delete=models.CASCADE, related_name="wrapped_key"
    )
    for_desk = models.BinaryField(max_length=80)
    for_receipt = models.BinaryField(max_length=80, null=True)

    def __str__(self):
        return "A wrapped key"

    def opened_by(self, private_key):
        """Return the submission's key, opened with the desk's private key.

        Raises CannotOpen.
        """
        return sealing.unwrap(self.for_desk, private_key)

    def opened_by_receipt(self, receipt):
        """Return the submission's key, opened with the contributor's Receipt.

        Raises CannotOpen.
        """
        return sealing.unwrap(self.for_receipt, receipt.private_key)


class LockedKey(models.Model):
    """The key of something that the desk alone may open, such as a note between editors."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    for_desk = models.BinaryField(max_length=80)

    def __str__(self):
        return "A locked key"

    @classmethod
    def make(cls):
        """Store a new key locked for the desk; return (its row, the key). Within a transaction.

        Raises DeskClosed.
        """
        desk, key = DeskKey.current(lock=True), sealing.new_key()
        return cls.objects.create(for_desk=sealing.wrap(key, desk.public_key)), key

    def opened_by(self, private_key):
        """Return the key, opened with the desk's private key.

        Raises CannotOpen.
        """
        return sealing.unwrap(self.for_desk, private_key)


class StoredReceiptQuerySet(models.QuerySet):
    def with_submission(self):
        """With what each leads to: the submission, its key, and what it became."""
        return self.select_related(
            "submission__wrapped_key",
            "submission__became_post",
            "submission__became_reply__post",
            "submission__became_item__post",
        )

    def settled_before(self, day):
        """Receipts of what was settled before this day, and is not public though wanted back."""
        wanted_back = Q(submission__state=State.PUBLISHED, submission__wanted_back_on__isnull=False)
        settled = self.filter(submission__state__in=SETTLED, submission__settled_on__lt=day)
        return settled.exclude(wanted_back)


class StoredReceipt(models.Model):
    """What is kept of a receipt: an id derived from its words, and where it leads."""

    lookup = models.CharField(max_length=64, primary_key=True)
    public_key = models.BinaryField(max_length=32)
    submission = models.OneToOneField(
        "Submission", on_delete=models.CASCADE, related_name="receipt"
    )

    objects = StoredReceiptQuerySet.as_manager()

    def __str__(self):
        return "A receipt"
