"""Public notes under what was amended, taken back or put back."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from django.db.models import Q

KINDS = [
    ("amended", "was amended"),
    ("retracted", "was taken back"),
    ("restored", "was put back"),
]


def about(model):
    return models.ForeignKey(
        null=True,
        blank=True,
        on_delete=django.db.models.deletion.CASCADE,
        related_name="notes",
        to=f"contributions.{model}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0018_references"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10, choices=KINDS)),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("sentence", models.CharField(max_length=200, blank=True)),
                ("post", about("post")),
                ("reply", about("reply")),
                ("account", about("digestitem")),
            ],
            options={
                "indexes": [models.Index(fields=["noted_at", "id"], name="note_oldest_first")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(kind__in=["amended", "retracted", "restored"]),
                        name="note_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=Q(post__isnull=False, reply__isnull=True, account__isnull=True)
                        | Q(post__isnull=True, reply__isnull=False, account__isnull=True)
                        | Q(post__isnull=True, reply__isnull=True, account__isnull=False),
                        name="a_note_is_about_one_thing",
                    ),
                ],
            },
        ),
    ]
