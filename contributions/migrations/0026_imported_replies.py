"""An imported reply keeps the id by which the web links to it."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0025_indices_of_lists"),
    ]

    operations = [
        migrations.AddField(
            model_name="reply",
            name="imported_id",
            field=models.PositiveBigIntegerField(editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.UniqueConstraint(
                fields=("post", "imported_id"), name="one_reply_an_imported_id"
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.CheckConstraint(
                condition=Q(imported_id=None) | Q(imported_id__gte=1_000_000),
                name="an_imported_id_is_no_number",
            ),
        ),
    ]
