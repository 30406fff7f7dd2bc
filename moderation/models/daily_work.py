"""Which of the work that is done once a day has been done."""

from django.db import models


class DailyWorkQuerySet(models.QuerySet):
    def not_reordered_on(self, day):
        """The row, if the rows of what people sent were not laid down anew on this day."""
        return self.filter(models.Q(reordered_on=None) | models.Q(reordered_on__lt=day))


class DailyWork(models.Model):
    """The one row that remembers it, so that several at once do it once."""

    # The daily mail.
    sent_on = models.DateField(null=True)
    # When somebody began to send the next. None while nobody is at it.
    begun_at = models.DateTimeField(null=True)
    # When the rows of what people sent were last laid down anew: contributions/physical_order.py.
    reordered_on = models.DateField(null=True)

    objects = DailyWorkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_daily_work"),
        ]

    def __str__(self):
        return f"Mail sent on {self.sent_on}"
