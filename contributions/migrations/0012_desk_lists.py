"""The desk counts and lists what has words without looking at all that was ever settled."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0011_watched_words"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(
                condition=models.Q(("sealed__isnull", False)),
                fields=["state", "kind", "settled_on"],
                name="submission_with_words",
            ),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(
                condition=models.Q(("wanted_back_on__isnull", False)),
                fields=["state", "wanted_back_on", "kind"],
                name="submission_wanted_back",
            ),
        ),
    ]
