"""Support lines: whom to ring when it is too much."""

from django.db import models


class SupportLineQuerySet(models.QuerySet):
    def in_order(self):
        """As the editor has put them."""
        return self.order_by("position", "pk")


class SupportLine(models.Model):
    """Somebody who answers, shown on the review step of a text that speaks of harm."""

    name = models.CharField(max_length=80)
    contact = models.CharField(max_length=80, help_text="The number to ring, or the address.")
    detail = models.CharField(
        max_length=120, blank=True, help_text="When they answer, what it costs, for whom."
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Smaller numbers come first.")
    checked_on = models.DateField(
        null=True, blank=True, help_text="The day on which somebody last made sure of the number."
    )

    objects = SupportLineQuerySet.as_manager()

    def __str__(self):
        return self.name
