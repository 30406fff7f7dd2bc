"""What editors say to contributors again and again, in words of their own choosing."""

from django.db import models


class CannedPhraseQuerySet(models.QuerySet):
    def by_name(self):
        return self.order_by("name", "pk")


class CannedPhrase(models.Model):
    name = models.CharField(max_length=80, help_text="What editors choose it by.")
    words = models.TextField(
        max_length=1_000,
        help_text="What the contributor reads. Name nobody.",
    )

    objects = CannedPhraseQuerySet.as_manager()

    def __str__(self):
        return self.name
