"""Sentences for readers, kept by the editor."""

from django.db import migrations, models

HELP = 'What follows "This reply was amended on 3 May 2026:". It tells nothing removed.'


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0012_notes"),
    ]

    operations = [
        migrations.CreateModel(
            name="NoteReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=40, unique=True, help_text="What the records call it."
                    ),
                ),
                ("sentence", models.CharField(max_length=200, help_text=HELP)),
            ],
            options={
                "verbose_name": "sentence for readers",
                "verbose_name_plural": "sentences for readers",
            },
        ),
    ]
