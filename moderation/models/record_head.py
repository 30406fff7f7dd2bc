"""Where the chain of records ends."""

from django.db import models

from moderation import chain


class RecordHead(models.Model):
    """The one row that every new record locks, and moves."""

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=chain.BEGINNING)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_record_head"),
        ]

    def __str__(self):
        return chain.for_paper(self.digest)

    @classmethod
    def lock(cls):
        """Return the head, which is this transaction's until it ends."""
        return cls.objects.select_for_update().get_or_create(pk=1)[0]

    @classmethod
    def current(cls):
        """Return the head to look at."""
        return cls.objects.first() or cls()
