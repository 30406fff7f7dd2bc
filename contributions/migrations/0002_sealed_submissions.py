"""Seal what is unpublished: clear words go, sealed words and wrapped keys come."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


def refuse_clear_words(apps, schema_editor):
    """Stop where somebody's words would be lost: they cannot be sealed before the desk is open."""
    rows = apps.get_model("contributions", "Submission").objects
    if rows.using(schema_editor.connection.alias).exclude(text="").exists():
        raise RuntimeError(
            "Texts from before sealing wait in this database. Publish or decline them with the "
            "old version and delete them, then migrate. For the demonstration: make clean."
        )


def date_what_is_settled(apps, schema_editor):
    """Give what was settled before this a day: the one on which it came."""
    rows = apps.get_model("contributions", "Submission").objects
    settled = ["published", "retracted", "declined", "withdrawn", "closed"]
    rows.using(schema_editor.connection.alias).filter(state__in=settled).update(
        settled_on=models.F("received_on")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0001_posts_and_submissions"),
    ]

    operations = [
        migrations.RunPython(refuse_clear_words, migrations.RunPython.noop),
        migrations.CreateModel(
            name="ApprovedCopy",
            fields=[
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="approved_copy",
                        serialize=False,
                        to="contributions.submission",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[("guest_blog", "Guest blog"), ("reply", "Reply")], max_length=12
                    ),
                ),
                ("due_at", models.DateTimeField(db_index=True)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "verbose_name_plural": "approved copies",
            },
        ),
        migrations.CreateModel(
            name="DeskKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_key", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("question", "The editor asks"),
                            ("consent", "The editor shows what would be published"),
                            ("thanks", "The editor writes"),
                            ("answer", "The contributor answers"),
                            ("agreed", "The contributor agrees"),
                            ("objected", "The contributor objects"),
                        ],
                        max_length=10,
                    ),
                ),
                ("sent_on", models.DateField()),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="StoredReceipt",
            fields=[
                ("lookup", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("public_key", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="WrappedKey",
            fields=[
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="wrapped_key",
                        serialize=False,
                        to="contributions.submission",
                    ),
                ),
                ("for_desk", models.BinaryField(max_length=80)),
                ("for_receipt", models.BinaryField(max_length=80, null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="submission",
            name="settled_keeps_no_text",
        ),
        migrations.RemoveField(
            model_name="submission",
            name="findings",
        ),
        migrations.RemoveField(
            model_name="submission",
            name="text",
        ),
        migrations.RemoveField(
            model_name="submission",
            name="title",
        ),
        migrations.AddField(
            model_name="submission",
            name="asked_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="submission",
            name="outcome",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="submission",
            name="sealed",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="submission",
            name="sealed_summary",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="submission",
            name="settled_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="submission",
            name="wanted_back_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunPython(date_what_is_settled, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["published", "retracted", "withdrawn"]), _negated=True),
                    models.Q(("sealed__isnull", True), ("sealed_summary__isnull", True)),
                    _connector="OR",
                ),
                name="settled_keeps_no_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["closed", "declined", "published", "retracted", "withdrawn"],
                    ),
                    models.Q(("sealed__isnull", False), ("sealed_summary__isnull", False)),
                    _connector="OR",
                ),
                name="unsettled_keeps_its_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state__in",
                            ["closed", "declined", "published", "retracted", "withdrawn"],
                        ),
                        _negated=True,
                    ),
                    ("settled_on__isnull", False),
                    _connector="OR",
                ),
                name="settled_on_a_day",
            ),
        ),
        migrations.AddField(
            model_name="approvedcopy",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="contributions.reply",
            ),
        ),
        migrations.AddField(
            model_name="approvedcopy",
            name="post",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="contributions.post",
            ),
        ),
        migrations.AddConstraint(
            model_name="deskkey",
            constraint=models.CheckConstraint(
                condition=models.Q(("pk", 1)), name="only_one_desk_key"
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="submission",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="messages",
                to="contributions.submission",
            ),
        ),
        migrations.AddField(
            model_name="storedreceipt",
            name="submission",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="receipt",
                to="contributions.submission",
            ),
        ),
        migrations.AddConstraint(
            model_name="approvedcopy",
            constraint=models.CheckConstraint(
                condition=models.Q(("route__in", ["guest_blog", "reply"])), name="route_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                fields=("submission", "place"), name="one_message_a_place"
            ),
        ),
    ]
