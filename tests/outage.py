"""A database that is gone for a while."""

import contextlib
import time

import httpx
from psycopg import sql

from tests.postgres import connect

BACK_WITHIN = 120


@contextlib.contextmanager
def without_database(site):
    """Take a running site's database away, and give it back at the end, as it was."""
    away = _postgresql_away(site) if site.database_url else _sqlite_away(site)
    with away:
        yield
    deadline = time.monotonic() + BACK_WITHIN
    while not httpx.get(f"{site.address}/healthz").is_success:
        assert time.monotonic() < deadline, "The site did not recover."


@contextlib.contextmanager
def _sqlite_away(site):
    """Move the file away, and put a folder in its place so that no empty one is made."""
    path, elsewhere = site.data_dir / "db.sqlite3", site.data_dir / "elsewhere"
    elsewhere.mkdir()
    for file in site.data_dir.glob("db.sqlite3*"):
        file.rename(elsewhere / file.name)
    path.mkdir()
    try:
        yield
    finally:
        path.rmdir()
        for file in elsewhere.iterdir():
            file.rename(site.data_dir / file.name)
        elsewhere.rmdir()


@contextlib.contextmanager
def _postgresql_away(site):
    """Let nobody into the database, and end whoever is in."""
    name = site.database_url.rpartition("/")[2]
    allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    with connect(site.database_url) as server:
        server.execute(allow.format(sql.Identifier(name), sql.SQL("false")))
        try:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
            )
            yield
        finally:
            server.execute(allow.format(sql.Identifier(name), sql.SQL("true")))
