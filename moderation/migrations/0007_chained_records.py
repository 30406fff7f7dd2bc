"""The records that are there already become a chain, in their order."""

from django.db import migrations

from moderation import append_only, chain


def join(apps, schema_editor):
    """Give each record its hash, and the head the last of them."""
    append_only.lift(schema_editor.connection)
    Decision = apps.get_model("moderation", "Decision")
    number, digest = 0, chain.BEGINNING
    for decision in Decision.objects.order_by("pk").iterator():
        row = {field.attname: getattr(decision, field.attname) for field in Decision._meta.fields}
        del row["digest"]
        redactions = decision.redactions.order_by("pk").values_list("category", "reason")
        number, digest = decision.pk, chain.digest(digest, row, redactions)
        Decision.objects.filter(pk=decision.pk).update(digest=digest)
    head = apps.get_model("moderation", "RecordHead").objects
    head.update_or_create(pk=1, defaults={"number": number, "digest": digest})


def leave(apps, schema_editor):
    """Let records be changed, so that the tables can be laid out as they were."""
    append_only.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0006_records"),
    ]

    operations = [migrations.RunPython(join, leave)]
