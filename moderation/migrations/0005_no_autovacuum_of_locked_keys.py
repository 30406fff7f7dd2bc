"""Keep autovacuum from the keys that the desk alone opens, too: see moderation/erasing.py."""

from django.db import migrations

TABLE = "contributions_lockedkey"


def switch(schema_editor, change):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f'ALTER TABLE "{TABLE}" {change}')


def off(apps, schema_editor):
    switch(schema_editor, "SET (autovacuum_enabled = off)")


def on(apps, schema_editor):
    switch(schema_editor, "RESET (autovacuum_enabled)")


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0004_no_autovacuum"),
        ("contributions", "0006_locked_keys"),
    ]

    operations = [migrations.RunPython(off, on)]
