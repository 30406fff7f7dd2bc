"""Watched words: what the editor wants taken out of every text, left in, or pointed out."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from contributions.deidentify import watched

MOST = 2_000


def findable(phrase):
    """Accept a phrase that a text can hold."""
    if not watched.can_be_found(phrase):
        raise ValidationError("Write words or numbers, without stand-ins such as [name].")


class WatchedWordQuerySet(models.QuerySet):
    def in_order(self):
        """As the list is read."""
        return self.order_by("pk")

    def to_look_for(self):
        """Those that the desk points out, and those that should have been taken out."""
        return self.exclude(kind=WatchedWord.Kind.KEEP).in_order()

    def for_deidentify(self):
        """All of them, as `deidentify` takes them. Read for each text, a change counts at once."""
        return tuple(entry.watched for entry in self.in_order())


class WatchedWord(models.Model):
    """One entry of the list. Which texts hold it is stored nowhere but sealed with their words."""

    class Kind(models.TextChoices):
        STRIP = "strip", "Always take out"
        KEEP = "keep", "Always leave in"
        FLAG = "flag", "Always point out at the desk"

    class Category(models.TextChoices):
        PERSON = "PERSON", "A person: [name]"
        WORKPLACE = "WORKPLACE", "An office, team or court: [office]"
        PLACE = "PLACE", "A place: [place]"
        ROLE_PLACE = "ROLE_PLACE", "A post that few hold: [post]"
        EVENT = "EVENT", "Something that happened: [incident]"
        UNUSUAL_CASE = "UNUSUAL_CASE", "A case: [case]"
        HANDLE = "HANDLE", "An account: [account]"
        ADDRESS = "ADDRESS", "An address: [address]"
        STYLE = "STYLE", "A turn of phrase: [phrase]"

    phrase = models.CharField(
        "words",
        max_length=80,
        validators=[findable],
        help_text=(
            "Found as whole words, in capitals or not, with or without accents, and with 's. "
            "A hyphen also finds it written apart or as one word: Mill-Gate finds Millgate. "
            "This list lies open in the database, so put nothing on it that you know only from a "
            "text that waits."
        ),
    )
    kind = models.CharField("what to do", max_length=5, choices=Kind, default=Kind.STRIP)
    category = models.CharField(
        "what it is",
        max_length=20,
        choices=Category,
        blank=True,
        help_text="Decides what stands in for words that are taken out; not needed otherwise.",
    )
    note = models.CharField(
        max_length=300,
        blank=True,
        help_text="Why it is on the list. The desk shows this beside a text; nobody else sees it.",
    )
    added_on = models.DateField(auto_now_add=True)

    objects = WatchedWordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("phrase"), name="each_watched_word_once"),
            models.CheckConstraint(
                condition=Q(kind="strip", category__gt="")
                | Q(kind__in=["keep", "flag"], category=""),
                name="watched_word_with_stand_in",
            ),
        ]

    def __str__(self):
        return self.phrase

    @property
    def watched(self):
        """The entry as `deidentify` takes it."""
        return watched.Watched(self.pk, self.phrase, watched.Kind(self.kind), self.category)

    def clean(self):
        """Tidy the words, and say what is amiss with them beside the others."""
        self.phrase = " ".join(self.phrase.split())
        if self.kind != self.Kind.STRIP:
            self.category = ""
        elif not self.category:
            raise ValidationError({"category": "Choose what it is, for what stands in its place."})
        others = WatchedWord.objects.exclude(pk=self.pk).values_list("phrase", flat=True)
        if self.phrase.casefold() in {phrase.casefold() for phrase in others}:
            raise ValidationError({"phrase": "This is on the list already."})
        if self._state.adding and len(others) >= MOST:
            raise ValidationError(f"The list is full: it can have {MOST:,} entries.")
