"""Which day's mail has been sent."""

from django.db import models


class DailyNotice(models.Model):
    """The one row that remembers it, so that several at once send one mail."""

    sent_on = models.DateField(null=True)
    # When somebody began to send the next. None while nobody is at it.
    begun_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_daily_notice"),
        ]

    def __str__(self):
        return f"Sent on {self.sent_on}"
