"""Labels: the subjects of posts."""

from django.db import models, transaction
from django.db.models import Count
from django.urls import reverse

from contributions.models.change import Change
from contributions.models.publication import Status


class LabelQuerySet(models.QuerySet):
    def in_use(self):
        """Labels that published posts bear, with how many, by name."""
        bearing = self.filter(posts__status=Status.PUBLISHED)
        return bearing.annotate(post_count=Count("posts")).order_by("name")


class Label(models.Model):
    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)

    objects = LabelQuerySet.as_manager()

    def __str__(self):
        return self.name

    @transaction.atomic
    def save(self, *args, **kwargs):
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if not is_new:
            Change.objects.note(Change.What.EVERYTHING)

    def get_absolute_url(self):
        return reverse("label", args=[self.slug])
