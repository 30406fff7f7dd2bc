"""The ids of search entries follow the time of publication: see SearchEntry."""

from django.db import migrations

# The seconds since 2000, the key of what it is about, and what that is.
NEW_IDS = """
UPDATE contributions_searchentry SET id = ({seconds} - 946684800) * 4294967296
    + COALESCE(reply_id, account_id, post_id) * 8
    + CASE WHEN account_id IS NOT NULL THEN 4 WHEN kind = 'reply' THEN 3 WHEN kind = 'digest' THEN 2
      WHEN kind = 'guest_blog' THEN 1 ELSE 0 END
"""
SECONDS = {
    "postgresql": "floor(extract(epoch FROM published_at))::bigint",
    "sqlite": "CAST(strftime('%%s', published_at) AS INTEGER)",
}


def number(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    schema_editor.execute(NEW_IDS.format(seconds=SECONDS[vendor]))
    if vendor == "sqlite":
        schema_editor.execute(
            "INSERT INTO contributions_search(contributions_search) VALUES ('rebuild')"
        )


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0023_changes"),
    ]

    operations = [
        migrations.RunPython(number, migrations.RunPython.noop),
    ]
