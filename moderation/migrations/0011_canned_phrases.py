"""What editors say to contributors again and again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0010_reopened_complaints"),
    ]

    operations = [
        migrations.CreateModel(
            name="CannedPhrase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(help_text="What editors choose it by.", max_length=80)),
                (
                    "words",
                    models.TextField(
                        help_text="What the contributor reads. Name nobody.", max_length=1000
                    ),
                ),
            ],
        ),
    ]
