"""Indexes that tell the first decisions of some weeks without a look at all the others."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0028_counted_submissions"),
        ("moderation", "0014_left_out_of_a_digest"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                condition=models.Q(
                    ("submission__isnull", False), models.Q(("what", "keep"), _negated=True)
                ),
                fields=["decided_at", "submission", "id"],
                name="deciding_by_time",
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                condition=models.Q(
                    ("submission__isnull", False), models.Q(("what", "keep"), _negated=True)
                ),
                fields=["submission", "id"],
                name="deciding_by_submission",
            ),
        ),
    ]
