"""What an editor has made of a submission so far is kept, sealed, and goes with its words."""

from django.db import migrations, models
from django.db.models import Q

NAME = "settled_keeps_no_text"
WITHOUT_TEXT = Q(state__in=["published", "retracted", "withdrawn"])


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0007_revisions"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="submission", name=NAME),
        migrations.AddField(
            model_name="submission",
            name="sealed_draft",
            field=models.BinaryField(null=True),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=~WITHOUT_TEXT
                | Q(sealed__isnull=True, sealed_summary__isnull=True, sealed_draft__isnull=True),
                name=NAME,
            ),
        ),
    ]
