"""Why a submission is declined, in the editor's own classes."""

from django.db import models


class DeclineReason(models.Model):
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    for_contributor = models.CharField(
        "words for the contributor",
        max_length=300,
        help_text="One kind sentence that says why a text was not used.",
    )

    class Meta:
        verbose_name = "decline reason"

    def __str__(self):
        return self.name
