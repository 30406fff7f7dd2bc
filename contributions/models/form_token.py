"""Form tokens that have been used: the memory that makes a repeated send store nothing."""

from django.db import models


class SpentTokenQuerySet(models.QuerySet):
    def spent_before(self, day):
        return self.filter(spent_on__lt=day)


class SpentToken(models.Model):
    """One used form token, and the review step it was used on, by their hashes.

    No column links it to what was sent.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    review = models.CharField(max_length=64)
    spent_on = models.DateField(db_index=True)

    objects = SpentTokenQuerySet.as_manager()

    def __str__(self):
        return f"Spent on {self.spent_on}"
