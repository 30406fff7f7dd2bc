"""Call-outs: the editor's invitations to write on a subject."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class CallOutQuerySet(models.QuerySet):
    def open(self):
        """Call-outs that still take answers, newest first."""
        today = timezone.localdate()
        still_open = Q(closed_on=None) | Q(closed_on__gt=today)
        return self.filter(still_open).order_by("-opened_on", "-pk")


class CallOut(models.Model):
    title = models.CharField(max_length=120)
    text = models.TextField(
        max_length=2_000, help_text="Shown above the form. A few plain sentences."
    )
    opened_on = models.DateField(auto_now_add=True)
    closed_on = models.DateField(
        null=True, blank=True, help_text="From this day on it takes no more answers."
    )

    objects = CallOutQuerySet.as_manager()

    class Meta:
        verbose_name = "call-out"

    def __str__(self):
        return self.title
