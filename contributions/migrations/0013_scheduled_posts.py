"""A draft may have a time at which it goes out by itself."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0012_digest_items"),
    ]

    operations = [
        migrations.AddField(
            model_name="post",
            name="due_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=Q(status="draft") | Q(due_at=None), name="only_drafts_are_due"
            ),
        ),
    ]
