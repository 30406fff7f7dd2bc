"""Keep autovacuum from the tables that `tend` writes anew: see moderation/erasing.py."""

from django.db import migrations

TABLES = ["contributions_wrappedkey", "contributions_approvedcopy", "django_session"]


def switch(schema_editor, change):
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f'ALTER TABLE "{table}" {change}')


def off(apps, schema_editor):
    switch(schema_editor, "SET (autovacuum_enabled = off)")


def on(apps, schema_editor):
    switch(schema_editor, "RESET (autovacuum_enabled)")


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0003_daily_work"),
        ("contributions", "0005_hour_of_the_daily_mail"),
        ("sessions", "0001_initial"),
    ]

    operations = [migrations.RunPython(off, on)]
