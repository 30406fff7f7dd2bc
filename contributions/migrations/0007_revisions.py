"""Posts and replies count their amendments."""

from django.db import migrations, models

revision = models.PositiveIntegerField(default=1, editable=False)


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0006_locked_keys"),
    ]

    operations = [
        migrations.AddField(model_name="post", name="revision", field=revision),
        migrations.AddField(model_name="reply", name="revision", field=revision),
    ]
