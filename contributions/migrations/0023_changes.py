"""Changes of what readers see, by which finished pages are baked anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0022_searchable_already"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("post", "A post came or went"),
                            ("words", "A post, or an account in it, reads otherwise"),
                            ("thread", "The replies under a post changed"),
                            ("label", "Posts were given a label, or it was taken from them"),
                            ("notes", "There is another note"),
                            ("standing", "A page that stands beside the posts changed"),
                            ("everything", "Every page may have changed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("about", models.BigIntegerField(null=True)),
                ("takes_back", models.BooleanField(default=False)),
            ],
        ),
    ]
