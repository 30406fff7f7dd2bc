"""Taking a running site: its database, its folder and its environment, as a thief would."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests import postgres, programs
from tests.running_site import PROJECT


@dataclass(frozen=True)
class Seized:
    """A copy of all that a site has on its disks, in its database and in its settings."""

    folder: Path
    environment: dict
    dump: bytes = field(default=b"", repr=False)

    def intrude(self, *more):
        """Return what the intruder opens, with secrets from elsewhere if any are given."""
        work = f"from tests.running import intruder; intruder.main({list(more)!r})"
        done = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "--command", work],
            cwd=PROJECT,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def lies_about(self, word):
        """Return where a word lies in clear: names of files, or "dump"."""
        # A dump writes bytes as hexadecimal digits.
        wanted = (word.encode(), word.encode().hex().encode())
        places = {"dump": self.dump} | {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and "static" not in path.relative_to(self.folder).parts
        }
        return [name for name, held in places.items() if any(form in held for form in wanted)]


@contextlib.contextmanager
def seized(site):
    """Copy a site that goes on running, yield the Seized copy, and take it away."""
    folder = Path(tempfile.mkdtemp(prefix="probationblog-seized-"))
    server = os.environ.get("DATABASE_URL", "")
    database = postgres.fresh_database(server) if server else contextlib.nullcontext("")
    try:
        shutil.copytree(site.folder, folder, dirs_exist_ok=True)
        with database as url:
            dump = _dumped(site.database_url, url) if server else b""
            environment = site.environment | {
                "DATABASE_URL": url,
                "DATA_DIR": str(folder / "data"),
            }
            yield Seized(folder, environment, dump)
    finally:
        shutil.rmtree(folder)


def _dumped(source, copy):
    """Dump one database into another; return the dump."""
    command = [programs.postgresql("pg_dump"), "--no-owner", "--dbname", source]
    dump = subprocess.run(command, check=True, capture_output=True).stdout
    restore = [programs.postgresql("psql"), "--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", copy]
    subprocess.run(restore, check=True, input=dump, stdout=subprocess.DEVNULL)
    return dump
