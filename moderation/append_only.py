"""Records are only ever added: triggers in the database refuse whoever would change one.

They are put up after every `migrate`, because SQLite drops them where a migration lays a table
out anew. A migration that has to change records itself lifts them first.
"""

from django.db import connections

TABLES = ["moderation_decision", "moderation_redaction"]
REFUSAL = "Records are never changed."
FUNCTION = f"""
CREATE OR REPLACE FUNCTION moderation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def install(connection):
    """Put up every trigger that is missing."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for name, (table, events) in _missing(connection).items():
            cursor.execute(_creation(connection.vendor, name, table, events))


def lift(connection):
    """Take every trigger down, for a migration that changes records or a test that clears up."""
    missing = _missing(connection)
    with connection.cursor() as cursor:
        for name, (table, _) in _triggers(connection.vendor).items():
            if name not in missing:
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER "{name}"{on}')


def missing(connection):
    """Return the names of the triggers that are not there."""
    return sorted(_missing(connection))


def install_after_migrate(using="default", **kwargs):
    install(connections[using])


def _triggers(vendor):
    """Return {name: (table, events)} of what there has to be: SQLite wants one an event."""
    if vendor == "postgresql":
        return {f"{table}_append_only": (table, "UPDATE OR DELETE OR TRUNCATE") for table in TABLES}
    return {
        f"{table}_no_{event.lower()}": (table, event)
        for table in TABLES
        for event in ("UPDATE", "DELETE")
    }


def _missing(connection):
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        # One that was switched off is as good as none.
        query = "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {name for (name,) in cursor.fetchall()}
    return {name: of for name, of in _triggers(connection.vendor).items() if name not in there}


def _creation(vendor, name, table, events):
    action = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    if vendor == "postgresql":
        action = "FOR EACH STATEMENT EXECUTE FUNCTION moderation_refuse_change()"
    return f'CREATE TRIGGER "{name}" BEFORE {events} ON "{table}" {action}'
