"""Whatever a site has left behind: searched byte by byte for words that must not be there."""

import contextlib
import os
import sqlite3
import subprocess
from pathlib import Path

from tests import postgres, programs

TABLES = """
SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
"""
# The server's write-ahead log: what was in a statement that was rolled back is there as well.
LOGGED = """
SELECT DISTINCT convert_from(word, 'UTF8')
FROM pg_ls_waldir() AS segment,
    LATERAL (SELECT pg_read_binary_file('pg_wal/' || segment.name) AS bytes OFFSET 0) AS content,
    unnest(%s::bytea[]) AS word
WHERE position(word IN content.bytes) > 0
"""


def back_up(site):
    """Make a backup of the database, as an operator would, among the site's files."""
    if site.database_url:
        with (site.folder / "backup.sql").open("wb") as backup:
            command = [programs.postgresql("pg_dump"), site.database_url]
            subprocess.run(command, check=True, stdout=backup)
        return
    with (
        contextlib.closing(sqlite3.connect(site.data_dir / "db.sqlite3")) as database,
        contextlib.closing(sqlite3.connect(site.folder / "backup.sqlite3")) as backup,
    ):
        database.backup(backup)


def traces(site, words, only_ours=()):
    """Return (where, which word) for each of `words` found in what the site left behind.

    Searched are all files under its folder (database, write-ahead log, backup, logs, mail,
    temporary files, nginx's files) and, on PostgreSQL, every table, the server's write-ahead log
    and its own log. Words of `only_ours` are not looked for in those two, for others write there
    as well.
    """
    everywhere = [word.encode() for word in words]
    words = [*everywhere, *(word.encode() for word in only_ours)]
    return [*_in_files(site.folder, words), *_in_postgresql(site, words, everywhere)]


def _in_files(folder, words):
    for path in folder.rglob("*"):
        # The style sheets and scripts are the same for every site, and many.
        if path.is_file() and "static" not in path.relative_to(folder).parts:
            content = path.read_bytes()
            yield from ((str(path), word.decode()) for word in words if word in content)


def _in_postgresql(site, words, everywhere):
    if not site.database_url:
        return
    with postgres.connect(site.database_url, site.database_url.rpartition("/")[2]) as database:
        for (table,) in database.execute(TABLES).fetchall():
            rows = database.execute(f"SELECT t::text FROM {table} AS t").fetchall()  # noqa: S608
            content = "\n".join(row for (row,) in rows).encode()
            yield from ((table, word.decode()) for word in words if word in content)
        for (word,) in database.execute(LOGGED, [everywhere]).fetchall():
            yield "pg_wal", word
        log = _servers_log(database)
        yield from (("server's log", word.decode()) for word in everywhere if word in log)


def _servers_log(database):
    """Return what the server has written to its standard error, as far as that is a file."""
    [(pid,)] = database.execute("SELECT pg_read_file('postmaster.pid')").fetchall()
    with contextlib.suppress(OSError):
        log = Path(os.readlink(f"/proc/{int(pid.split()[0])}/fd/2"))
        if log.is_file():
            return log.read_bytes()
    return b""
