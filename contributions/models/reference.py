"""References: where one reply names another of the same post."""

from collections import defaultdict

from django.db import models

from contributions.models.publication import Status
from contributions.models.reply import Reply


class ReferenceQuerySet(models.QuerySet):
    def numbers_by_target(self, post):
        """{reply's key: numbers of the published replies that name it} under one post."""
        found = defaultdict(list)
        rows = self.filter(source__post=post, source__status=Status.PUBLISHED)
        for target, number in rows.order_by("source__number").values_list(
            "target_id", "source__number"
        ):
            found[target].append(number)
        return dict(found)


class Reference(models.Model):
    """One reply names another; its body has the link."""

    source = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="references")
    target = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="+")

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="one_reference_a_pair"),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("target")), name="no_reply_names_itself"
            ),
        ]

    def __str__(self):
        return f"Reply {self.source_id} names reply {self.target_id}"
