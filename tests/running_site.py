"""The real product, running: its own data, its own database, granian on a port of its own."""

import atexit
import contextlib
import functools
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from tests import postgres
from tests.ports import free_port

PROJECT = Path(__file__).resolve().parent.parent
# The demonstration's editor, as `make run` prints them.
NAME, PASSWORD = "editor", "demonstration"
APPLICATION = "probationblog.wsgi:application"
# Seconds; generous, for several sites may start at once on few cores.
STARTS_WITHIN = 120
STOPS_WITHIN = 60


class NotStarted(Exception):
    """Raised where a server that the tests need does not come up."""


class RunningSite:
    """One site: `folder` holds its data, temporary files and log, `address` serves it.

    It can be stopped, killed and started again on the same data and port. `application` is what
    granian serves, with so many `workers`; `more` are further variables of its environment.
    """

    def __init__(
        self,
        folder,
        database_url="",
        *,
        settings="probationblog.settings",
        application=APPLICATION,
        workers=2,
        **more,
    ):
        self.application, self.workers, self.more = application, workers, more
        self.folder = Path(folder)
        self.settings = settings
        self.data_dir = self.folder / "data"
        self.log = self.folder / "site.log"
        self.database_url = database_url
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.recovery_words = []
        self._server = None
        for name in ("data", "tmp"):
            (self.folder / name).mkdir(exist_ok=True)

    @property
    def environment(self):
        """The environment of its processes: nothing of ours but what they need."""
        ours = {k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ}
        return ours | {
            "DATABASE_URL": self.database_url,
            "DATA_DIR": str(self.data_dir),
            "DEMO": "1",
            "SITE_ADDRESS": self.address,
            "DJANGO_SETTINGS_MODULE": self.settings,
            "TMPDIR": str(self.folder / "tmp"),
            **self.more,
        }

    def manage(self, *arguments, typed=""):
        """Run one of the site's management commands; return what it printed."""
        return self.python("manage.py", *arguments, typed=typed)

    def python(self, *arguments, typed=""):
        """Run Python in the site's environment; return what it printed."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=PROJECT,
            env=self.environment,
            check=False,
            input=typed,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise NotStarted(f"{' '.join(arguments)} failed:\n{done.stderr}")
        return done.stdout

    def open_desk(self):
        """Hold the first ceremony; return the recovery words."""
        printed = self.manage("open_desk", "--editor", NAME, typed=f"{PASSWORD}\n")
        return re.search(r"((?:\n {4}[a-z -]+)+)", printed)[1].split()

    def texts(self):
        """Return every text that is stored, opened as the editor would."""
        return json.loads(self.python("-m", "tests.opened_texts"))

    def start(self):
        """Serve the site as in production, and return when it answers."""
        command = [
            *(Path(sys.executable).with_name("granian"), "--interface", "wsgi"),
            *("--host", "127.0.0.1", "--port", str(self.port)),
            *("--workers", str(self.workers)),
            *("--blocking-threads", "4", "--no-access-log", "--log-level", "warning"),
            # A worker that is told to stop while it starts never does.
            *("--workers-kill-timeout", "2"),
            self.application,
        ]
        with self.log.open("ab") as log:
            self._server = subprocess.Popen(
                command,
                cwd=PROJECT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until_answering(f"{self.address}/healthz", self._server, self.log)

    @property
    def pid(self):
        """The process that serves it, and whose children do."""
        return self._server.pid

    def stop(self):
        """Ask the server to end, and wait for it."""
        if self._server:
            self._server.terminate()
            try:
                self._server.wait(STOPS_WITHIN)
            finally:
                self.kill()

    def kill(self):
        """End the server and its workers at once, as a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait(STOPS_WITHIN)
        self._server = None

    def rows(self, query):
        """Return the rows of a query, read past the site itself."""
        if self.database_url:
            name = self.database_url.rpartition("/")[2]
            with postgres.connect(self.database_url, name) as database:
                return database.execute(query).fetchall()
        with contextlib.closing(sqlite3.connect(self.data_dir / "db.sqlite3")) as database:
            return database.execute(query).fetchall()


def until_answering(url, process, log):
    """Return once `url` answers; raise NotStarted where `process` ends or time runs out."""
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(url).is_success:
                return
        time.sleep(0.05)
    raise NotStarted(f"{url} does not answer:\n{log.read_text('utf-8', 'replace')}")


@functools.cache
def prepared_site(*, demonstration):
    """Prepare a site for others to be copied from, once in a process; return it, never served.

    Nothing is baked in it, for finished pages name the address that they are served at.
    """
    kept = contextlib.ExitStack()
    atexit.register(kept.close)
    site = kept.enter_context(_site_of(None, BAKING="0"))
    site.manage("migrate", "--verbosity", "0")
    site.manage("collectstatic", "--noinput", "--verbosity", "0")
    if demonstration:
        site.manage("load_demonstration")
    return site


@contextlib.contextmanager
def _site_of(model, **options):
    """Yield a site on the database of this run, a copy of `model` if any, and take it all away."""
    server = os.environ.get("DATABASE_URL", "")
    template = postgres.name_of(model.database_url) if model else None
    database = postgres.fresh_database(server, template) if server else contextlib.nullcontext("")
    folder = tempfile.mkdtemp(prefix="probationblog-site-")
    try:
        if model:
            shutil.copytree(model.folder, folder, dirs_exist_ok=True)
        with database as database_url:
            yield RunningSite(folder, database_url, **options)
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def running_site(*, demonstration=True, **options):
    """Start a fresh site on the database of this run, yield it, and take it all away.

    `options` are those of RunningSite.
    """
    with _site_of(prepared_site(demonstration=demonstration), **options) as site:
        if not demonstration:
            site.recovery_words = site.open_desk()
        site.start()
        try:
            yield site
        finally:
            site.stop()
