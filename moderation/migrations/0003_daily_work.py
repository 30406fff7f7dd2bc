"""The row that remembers what has been done of the day's work."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0002_member_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="DailyWork",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_on", models.DateField(null=True)),
                ("begun_at", models.DateTimeField(null=True)),
                ("reordered_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)), name="only_one_daily_work"
                    )
                ],
            },
        ),
    ]
