"""PostgreSQL keeps in mind how rare more words are, or it takes one that nobody wrote for common
and looks for its newest match in every entry.
"""

from django.db import migrations

STATISTICS = "ALTER TABLE contributions_searchentry ALTER COLUMN vector SET STATISTICS {}"
MANY, AS_USUAL = 1_000, -1


def keep_many(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(STATISTICS.format(MANY))
        schema_editor.execute("ANALYZE contributions_searchentry")


def keep_as_usual(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(STATISTICS.format(AS_USUAL))


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0026_imported_replies"),
    ]

    operations = [
        migrations.RunPython(keep_many, keep_as_usual),
    ]
