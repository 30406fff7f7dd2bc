"""Keys of what the desk alone may open."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0005_hour_of_the_daily_mail"),
    ]

    operations = [
        migrations.CreateModel(
            name="LockedKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("for_desk", models.BinaryField(max_length=80)),
            ],
        ),
    ]
