from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0003_publication_schedule"),
    ]

    operations = [
        migrations.CreateModel(
            name="SupportLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "contact",
                    models.CharField(
                        help_text="The number to ring, or the address.", max_length=80
                    ),
                ),
                (
                    "detail",
                    models.CharField(
                        blank=True,
                        help_text="When they answer, what it costs, for whom.",
                        max_length=120,
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Smaller numbers come first."
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which somebody last made sure of the number.",
                        null=True,
                    ),
                ),
            ],
        ),
    ]
