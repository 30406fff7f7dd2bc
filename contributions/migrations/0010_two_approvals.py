"""The site may ask for a second editor where something is legally risky."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0009_told_as_edited"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="two_approvals",
            field=models.BooleanField(
                default=False,
                help_text="What raises a red flag goes out only when a second editor approves it as well.",
                verbose_name="two editors for what is legally risky",
            ),
        ),
    ]
