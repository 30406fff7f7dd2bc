"""One switch stops all publication."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0019_public_notes"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="stopped_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
