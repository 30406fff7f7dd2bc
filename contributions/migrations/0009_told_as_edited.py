"""Readers are told where an editor changed the wording."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0008_sealed_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="post",
            name="edited",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="reply",
            name="edited",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
