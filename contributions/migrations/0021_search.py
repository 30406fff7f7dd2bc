"""What readers search through, with a full-text index of each database's own kind."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

POSTGRESQL = [
    """
    ALTER TABLE contributions_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', text), 'D')
    ) STORED
    """,
    "CREATE INDEX contributions_searchentry_vector ON contributions_searchentry USING gin (vector)",
]
SQLITE = [
    """
    CREATE VIRTUAL TABLE contributions_search USING fts5(
        title, text, content='contributions_searchentry', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER contributions_search_added AFTER INSERT ON contributions_searchentry BEGIN
        INSERT INTO contributions_search(rowid, title, text) VALUES (new.id, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER contributions_search_deleted AFTER DELETE ON contributions_searchentry BEGIN
        INSERT INTO contributions_search(contributions_search, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
    END
    """,
]


def make_index(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    """Drop what does not go with the entries' own table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE contributions_search")


def to(model):
    return models.ForeignKey(
        null=model != "post",
        on_delete=django.db.models.deletion.CASCADE,
        related_name="search_entries",
        to=f"contributions.{model}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0020_stopped_publication"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "Article"),
                            ("guest_blog", "Guest blog"),
                            ("digest", "Digest"),
                            ("reply", "Reply"),
                        ],
                        max_length=12,
                    ),
                ),
                ("published_at", models.DateTimeField()),
                ("year", models.PositiveSmallIntegerField()),
                ("title", models.CharField(blank=True, max_length=250)),
                ("text", models.TextField(blank=True)),
                ("post", to("post")),
                ("reply", to("reply")),
                ("account", to("digestitem")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(reply=None) | Q(account=None),
                        name="an_entry_is_about_one_thing",
                    ),
                    models.UniqueConstraint(
                        fields=["post"],
                        condition=Q(reply=None, account=None),
                        name="one_entry_a_post",
                    ),
                    models.UniqueConstraint(fields=["reply"], name="one_entry_a_reply"),
                    models.UniqueConstraint(fields=["account"], name="one_entry_an_account"),
                ],
                "indexes": [
                    models.Index(fields=["-published_at", "-id"], name="entry_newest_first")
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
