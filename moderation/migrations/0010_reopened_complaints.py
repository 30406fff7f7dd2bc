"""A complaint that is taken up again is on record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0009_decisions_of_an_editor"),
    ]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="what",
            field=models.CharField(
                choices=[
                    ("guest_blog", "Approved as a guest blog"),
                    ("reply", "Approved as a reply"),
                    ("digest", "Approved for a digest"),
                    ("endorse", "First of two approvals"),
                    ("now", "Published at once"),
                    ("reschedule", "Given another time"),
                    ("undo", "Approval taken back"),
                    ("keep", "Changes kept"),
                    ("ask", "Contributor asked"),
                    ("return", "Brought back unanswered"),
                    ("thank", "Contributor thanked"),
                    ("decline", "Declined"),
                    ("reconsider", "Brought back to the queue"),
                    ("hold", "Held"),
                    ("resume", "Taken up again"),
                    ("close", "Closed"),
                    ("publish", "Published"),
                    ("convert", "Made into something else"),
                    ("amend", "Amended"),
                    ("retract", "Retracted"),
                    ("restore", "Made public again"),
                    ("complaint_handled", "Complaint dealt with"),
                    ("complaint_closed", "Complaint closed"),
                    ("complaint_reopened", "Complaint taken up again"),
                    ("stop", "Publication stopped"),
                    ("start", "Publication goes on"),
                ],
                max_length=20,
            ),
        ),
    ]
