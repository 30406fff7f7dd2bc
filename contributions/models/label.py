"""Labels: the subjects of posts."""

from django.db import models, transaction
from django.db.models import Count, Q
from django.urls import reverse

from contributions.models.change import Change
from contributions.models.publication import Status


class LabelQuerySet(models.QuerySet):
    def in_use(self):
        """Labels that published posts bear, with how many, by name."""
        published = Q(posts__status=Status.PUBLISHED)
        counted = self.annotate(post_count=Count("posts", filter=published))
        return counted.filter(post_count__gt=0).order_by("name")


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
