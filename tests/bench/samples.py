"""Invented sites to measure. Loading a large one takes minutes, so each is kept and copied.

They lie in DATA_DIR/bench, or on the server of DATABASE_URL as databases named bench_sample_….
"""

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from tests import postgres
from tests.running_site import PROJECT, RunningSite

KEPT = Path(os.environ.get("DATA_DIR") or PROJECT / "var") / "bench"
# What a sample is made by: where that changes, it is loaded anew.
MADE_BY = ["contributions/sample", "contributions/migrations", "moderation/migrations"]
# The same address whichever way it is served, so that pages are the same as well.
SETTINGS = {"LIMITS_TIMES": "1000", "SITE_ADDRESS": "http://127.0.0.1"}


@contextlib.contextmanager
def sample_site(posts, replies, server):
    """Yield a site, not yet served, with a copy of a sample, and take it away.

    It is on the PostgreSQL server `server`, or on SQLite where that is "".
    """
    name = _name(posts, replies)
    if not _is_kept(name, server):
        print(f"==> Loading {posts:,} posts and {replies:,} replies, once", flush=True)
        with _new_site(server) as site:
            site.open_desk()
            site.manage("load_sample", "--posts", str(posts), "--replies", str(replies))
            _keep(site, name, server)
    with _new_site(server, name) as site:
        site.manage("collectstatic", "--noinput", "--verbosity", "0")
        yield site


@contextlib.contextmanager
def _new_site(server, sample=None):
    database = postgres.fresh_database(server, sample) if server else contextlib.nullcontext("")
    with tempfile.TemporaryDirectory(prefix="probationblog-bench-") as folder, database as url:
        site = RunningSite(folder, url, **SETTINGS)
        if sample and not server:
            shutil.copy(_file(sample), site.data_dir / "db.sqlite3")
        site.manage("migrate", "--verbosity", "0")
        yield site


def _name(posts, replies):
    files = sorted(path for folder in MADE_BY for path in (PROJECT / folder).glob("*.py"))
    made_by = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]
    return f"bench_sample_{posts}_{replies}_{made_by}"


def _file(name):
    return KEPT / f"{name}.sqlite3"


def _is_kept(name, server):
    return postgres.has_database(server, name) if server else _file(name).exists()


def _keep(site, name, server):
    """Keep the database of a site, complete or not at all."""
    if server:
        postgres.copy_database(site.database_url, name)
        return
    KEPT.mkdir(parents=True, exist_ok=True)
    new = KEPT / "new"
    shutil.copy(site.data_dir / "db.sqlite3", new)
    new.replace(_file(name))
