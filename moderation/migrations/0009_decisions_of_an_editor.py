"""An editor's recent decisions are found without looking at all that were ever made."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0008_claims"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["by", "decided_at"], name="decisions_of_an_editor"),
        ),
    ]
