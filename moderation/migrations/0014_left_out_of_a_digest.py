"""A reply that is left out of a digest after all is on record as that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0013_note_reasons"),
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
                    ("leave", "Left out of a digest"),
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
