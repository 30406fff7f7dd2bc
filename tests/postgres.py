"""PostgreSQL for the tests: a server that answers or one of our own, and fresh databases on it."""

import contextlib
import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests import programs
from tests.ports import free_port

LOCAL_SERVER = "postgres://postgres@127.0.0.1:5432/postgres"


class ServerUnreachable(Exception):
    """Raised where the PostgreSQL server that DATABASE_URL names does not answer."""


def answering_server():
    """Return the address of a server to test on, or "" if a throw-away one has to be started.

    Raises ServerUnreachable where DATABASE_URL names one that does not answer.
    """
    named = os.environ.get("DATABASE_URL", "")
    if named and not _answers(named):
        raise ServerUnreachable(
            "The PostgreSQL server that DATABASE_URL names does not answer: start it, or unset "
            "DATABASE_URL to have one started for the tests."
        )
    return named or (LOCAL_SERVER if _answers(LOCAL_SERVER) else "")


def _answers(url):
    try:
        connect(url).close()
    except psycopg.OperationalError:
        return False
    return True


def connect(url, database="postgres"):
    """Connect to a database on the server of `url`, each statement on its own."""
    return psycopg.connect(_at(url, database), connect_timeout=5, autocommit=True)


def _at(url, database):
    return urlsplit(url)._replace(path=f"/{database}").geturl()


@contextlib.contextmanager
def fresh_database(url, template=None):
    """Create a database on the server of `url`, yield its address, and drop it at the end.

    It is empty, or a copy of `template`.
    """
    name = f"site_{secrets.token_hex(6)}"
    _create(url, name, template or "template1")
    try:
        yield _at(url, name)
    finally:
        with connect(url) as server:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            server.execute(drop)


def has_database(url, name):
    """Tell whether there is a database of a name on the server of `url`."""
    with connect(url) as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return bool(found.fetchone())


def copy_database(url, name):
    """Copy the database of `url`, tidied up and with nobody at work in it, to one of a name."""
    template = name_of(url)
    with connect(url, template) as database:
        database.execute("VACUUM ANALYZE")
    _create(url, name, template)


def name_of(url):
    """Return the name of the database that `url` leads to."""
    return urlsplit(url).path.lstrip("/")


def _create(url, name, template):
    names = map(sql.Identifier, (name, template))
    with connect(url) as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))


@contextlib.contextmanager
def throw_away_server():
    """Start a server with a cluster of its own, yield its address, and stop and delete it."""
    folder = Path(tempfile.mkdtemp(prefix="probationblog-postgresql-"))
    port = free_port()
    as_user = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root.
        shutil.chown(folder, "postgres", "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]

    def run(program, *arguments):
        command = [*as_user, programs.postgresql(program), "--pgdata", folder / "data", *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    # Durable as in production: fsync stays on, for the test that kills a server relies on it.
    run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
    run("pg_ctl", "start", "--wait", "--log", folder / "log", "--options", options)
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "stop", "--wait", "--mode=immediate")
        shutil.rmtree(folder)
