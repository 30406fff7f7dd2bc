"""Erasing: what was deleted leaves the database's own files, too.

Deleting a text is deleting its wrapped key, and a database that deletes a row at first only takes
note of that. PostgreSQL's plain VACUUM frees the place but leaves the bytes standing in it, so the
small tables whose deleted rows could still be opened are written anew; its own autovacuum is kept
from them (moderation/migrations), for it would hide from us that there is something to do. SQLite
overwrites what it deletes (secure_delete), once the search has let go of deleted words and the
write-ahead log has been carried into the file and cut.
"""

import sqlite3
from pathlib import Path

from django.contrib.sessions.models import Session
from django.db import OperationalError, connection

from contributions import search
from contributions.models import ApprovedCopy, LockedKey, WrappedKey

TABLES = [model._meta.db_table for model in (WrappedKey, LockedKey, ApprovedCopy, Session)]
# Nobody waits longer than this because we wait for a table: it is done the next time.
PATIENCE = 1_000  # ms
LOCK_NOT_AVAILABLE = "55P03"


def due(now):
    """Return the names of what holds deleted bytes still."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT relname FROM pg_stat_user_tables"
                " WHERE relname = ANY(%s) AND n_dead_tup > 0 ORDER BY relname",
                [TABLES],
            )
            return [name for (name,) in cursor.fetchall()]
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    return [log.name] if log.exists() and log.stat().st_size else []


def erase(name, now):
    """Rid the database's files of what was deleted; tell whether that could be done just now.

    Call outside any transaction.
    """
    with connection.cursor() as cursor:
        return _write_anew(cursor, name) if connection.vendor == "postgresql" else _cut_log(cursor)


def _write_anew(cursor, name):
    table = connection.ops.quote_name(name)
    cursor.execute(f"SET lock_timeout = {PATIENCE}")
    try:
        cursor.execute(f"VACUUM (FULL) {table}")
        cursor.execute(f"VACUUM {table}")  # It alone tells the statistics.
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != LOCK_NOT_AVAILABLE:
            raise
        return False
    finally:
        cursor.execute("RESET lock_timeout")
    return True


def _cut_log(cursor):
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    try:
        search.engine().forget()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (busy, *_) = cursor.fetchone()
    except OperationalError as error:
        if getattr(error.__cause__, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        usual = connection.settings_dict["OPTIONS"].get("timeout", 5) * 1_000
        cursor.execute(f"PRAGMA busy_timeout = {usual}")
    return not busy
