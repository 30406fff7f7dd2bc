"""Decisions become the record of every act of an editor, each with room for its hash."""

import django.db.models.deletion
from django.db import migrations, models

PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0005_no_autovacuum_of_locked_keys"),
        ("contributions", "0008_sealed_drafts"),
    ]

    operations = [
        migrations.CreateModel(
            name="RecordHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField(default=0)),
                ("digest", models.CharField(default="0" * 64, max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(pk=1), name="only_one_record_head")
                ],
            },
        ),
        migrations.AlterField(
            model_name="decision",
            name="id",
            field=models.BigIntegerField(primary_key=True, serialize=False),
        ),
        migrations.AlterField(
            model_name="redaction",
            name="decision",
            field=models.ForeignKey(
                on_delete=PROTECT, related_name="redactions", to="moderation.decision"
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="submission",
            field=models.ForeignKey(
                null=True,
                on_delete=PROTECT,
                related_name="decisions",
                to="contributions.submission",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="version",
            field=models.PositiveIntegerField(
                help_text="The version that was decided on.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="reason",
            field=models.SlugField(blank=True, help_text="The class of reason.", max_length=40),
        ),
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
                    ("stop", "Publication stopped"),
                    ("start", "Publication goes on"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="decided_at",
            field=models.DateTimeField(),
        ),
        migrations.AddField(
            model_name="decision",
            name="post",
            field=models.ForeignKey(
                null=True, on_delete=PROTECT, related_name="+", to="contributions.post"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="reply",
            field=models.ForeignKey(
                null=True, on_delete=PROTECT, related_name="+", to="contributions.reply"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="complaint",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="digest",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
    ]
