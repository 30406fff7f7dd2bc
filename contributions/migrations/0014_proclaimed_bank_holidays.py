"""Bank holidays that are proclaimed for one year become a setting."""

from django.db import migrations, models

import contributions.models.site


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0013_complaints"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="bank_holiday_changes",
            field=models.CharField(
                blank=True,
                help_text="Those of every year are known. Add one that was proclaimed with +, and take away one that was moved with -, such as +2022-06-03, -2022-05-30. They do not count in the 48 hours for complaints.",
                max_length=200,
                validators=[contributions.models.site.changes_of_bank_holidays],
                verbose_name="bank holidays of one year",
            ),
        ),
    ]
