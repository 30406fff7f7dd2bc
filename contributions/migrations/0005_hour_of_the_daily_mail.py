"""The hour of the daily mail becomes a setting."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0004_support_lines"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="notice_hour",
            field=models.PositiveSmallIntegerField(
                default=8,
                help_text="Whoever may moderate and has an e-mail address gets the same short mail at this hour each day, whether or not anything came.",
                validators=[django.core.validators.MaxValueValidator(23)],
                verbose_name="hour of the daily mail",
            ),
        ),
    ]
