"""Complaints about what is public."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0012_desk_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="Complaint",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identifies", "It identifies someone"),
                            ("defamation", "Notice of complaint: defamation"),
                            ("legal", "Another legal notice"),
                            ("other", "Something else is wrong"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("answered", "Answered"), ("closed", "Closed")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("answered_at", models.DateTimeField(null=True)),
                ("settled_on", models.DateField(null=True)),
                ("revision", models.PositiveIntegerField(null=True)),
                ("sealed", models.BinaryField(null=True)),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="contributions.post",
                    ),
                ),
                (
                    "reply",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="contributions.reply",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["state", "received_at", "id"], name="complaint_by_state")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(state__in=["open", "answered", "closed"]),
                        name="complaint_state_known",
                    ),
                    models.CheckConstraint(
                        condition=Q(kind__in=["identifies", "defamation", "legal", "other"]),
                        name="complaint_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=Q(state="closed") | Q(sealed__isnull=False),
                        name="complaint_keeps_its_words_until_closed",
                    ),
                    models.CheckConstraint(
                        condition=~Q(state="closed") | Q(settled_on__isnull=False),
                        name="complaint_closed_on_a_day",
                    ),
                ],
            },
        ),
    ]
