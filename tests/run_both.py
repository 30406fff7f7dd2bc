"""`python -m tests.run_both [pytest's arguments]`: every test on SQLite, then on PostgreSQL.

Both run at once, each in as many processes as there are cores: a file's tests stay together, so
they share the site and the browser that it starts. What pytest says of SQLite is printed as it
comes, of PostgreSQL at the end. The last line is pytest's own: of the run that failed, else of the
second.
"""

import contextlib
import os
import subprocess
import sys
import tempfile

from tests import postgres

SHARED_OUT = ["--numprocesses=auto", "--dist=loadscope", "--no-loadscope-reorder"]


def start_pytest(arguments, database_url="", output=None):
    """Start every test on one database; return the process."""
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment["PYTHONUNBUFFERED"] = "1"
    if database_url:
        # They look the same: see tests/browser/accessibility.py.
        environment |= {"DATABASE_URL": database_url, "LOOK_AT_PAGES": "0"}
    command = [sys.executable, "-m", "pytest", *SHARED_OUT, *arguments]
    return subprocess.Popen(command, env=environment, stdout=output)


@contextlib.contextmanager
def postgresql_server():
    """Yield (what it is, address) of a server that answers, or of one started for the tests."""
    if url := postgres.answering_server():
        which = "DATABASE_URL" if os.environ.get("DATABASE_URL") else "127.0.0.1:5432"
        yield f"PostgreSQL ({which})", url
    else:
        with postgres.throw_away_server() as url:
            yield "PostgreSQL (a server of the tests' own)", url


def main(arguments):
    """Run both at once, for they share nothing; return non-zero where either failed."""
    with postgresql_server() as (name, url), tempfile.TemporaryFile() as printed:
        on_postgresql = start_pytest(arguments, url, printed)
        print(f"\n==> Running every test on SQLite, and beside it on {name}", flush=True)
        on_sqlite, last = start_pytest(arguments, output=subprocess.PIPE), b""
        for line in on_sqlite.stdout:
            sys.stdout.buffer.write(line)
            sys.stdout.flush()
            last = line
        failed_on_sqlite, failed_on_postgresql = on_sqlite.wait(), on_postgresql.wait()
        print(f"\n==> The same on {name}", flush=True)
        printed.seek(0)
        sys.stdout.buffer.write(printed.read())
    if failed_on_sqlite and not failed_on_postgresql:
        print("\n==> PostgreSQL passed; SQLite did not: see above", flush=True)
        sys.stdout.buffer.write(last)
    sys.stdout.flush()
    return failed_on_sqlite or failed_on_postgresql


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except postgres.ServerUnreachable as error:
        sys.exit(str(error))
