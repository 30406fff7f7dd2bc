"""Why something is declined, amended or taken back, in the editor's own classes."""

from django.db import models

from contributions.models.public_note import MAX_SENTENCE


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


class NoteReason(models.Model):
    """A sentence that readers find under what was amended, taken back or put back."""

    slug = models.SlugField(max_length=40, unique=True, help_text="What the records call it.")
    sentence = models.CharField(
        max_length=MAX_SENTENCE,
        help_text='What follows "This reply was amended on 3 May 2026:". It tells nothing removed.',
    )

    class Meta:
        verbose_name = "sentence for readers"
        verbose_name_plural = "sentences for readers"

    def __str__(self):
        return self.sentence
