"""An index from which the statistics count what came and what became of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0027_estimates_for_searches"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["received_on", "kind", "state"], name="submission_counted"),
        ),
    ]
