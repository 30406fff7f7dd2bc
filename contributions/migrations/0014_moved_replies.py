"""A reply may become a guest blog or an account in a digest; its address stays and points on."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

STATUSES = [
    ("draft", "Draft"),
    ("published", "Published"),
    ("retracted", "Retracted"),
    ("moved", "Moved elsewhere"),
]
KNOWN = Q(status="draft") | Q(
    status__in=["published", "retracted", "moved"], published_at__isnull=False
)


def with_one_more_status(model):
    name = f"{model}_status_known"
    constraint = models.CheckConstraint(condition=KNOWN, name=name)
    field = models.CharField(choices=STATUSES, default="draft", editable=False, max_length=12)
    return [
        migrations.RemoveConstraint(model_name=model, name=name),
        migrations.AlterField(model_name=model, name="status", field=field),
        migrations.AddConstraint(model_name=model, constraint=constraint),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0013_scheduled_posts"),
    ]

    operations = [
        *with_one_more_status("post"),
        *with_one_more_status("reply"),
        *with_one_more_status("digestitem"),
        migrations.AddField(
            model_name="reply",
            name="moved_to_post",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="contributions.post",
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.CheckConstraint(
                condition=Q(status="moved", body="") | (~Q(status="moved") & Q(moved_to_post=None)),
                name="what_moved_has_no_words_here",
            ),
        ),
    ]
