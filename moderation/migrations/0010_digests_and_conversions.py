"""Two more kinds of decision: approved for a digest, and made something else of."""

from django.db import migrations, models

WHAT = [
    ("guest_blog", "Approved as a guest blog"),
    ("reply", "Approved as a reply"),
    ("digest", "Approved for a digest"),
    ("now", "Published at once"),
    ("undo", "Approval taken back"),
    ("ask", "Contributor asked"),
    ("return", "Brought back unanswered"),
    ("decline", "Declined"),
    ("reconsider", "Brought back to the queue"),
    ("hold", "Held"),
    ("resume", "Taken up again"),
    ("close", "Closed"),
    ("retract", "Retracted"),
    ("restore", "Made public again"),
    ("convert", "Made something else of it"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0005_no_autovacuum_of_locked_keys"),
    ]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="what",
            field=models.CharField(choices=WHAT, max_length=12),
        ),
    ]
