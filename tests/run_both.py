"""`python -m tests.run_both [pytest's arguments]`: every test on SQLite, then on PostgreSQL.

The last lines are pytest's own: those of the run that failed, else of the second.
"""

import contextlib
import os
import subprocess
import sys

from tests import postgres

CLOSING_LINES = 30


def run_pytest(name, arguments, database_url=""):
    """Run every test on one database; return (exit code, pytest's closing lines)."""
    print(f"\n==> Running every test on {name}", flush=True)
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment["PYTHONUNBUFFERED"] = "1"
    if database_url:
        environment["DATABASE_URL"] = database_url
    printed = []
    command = [sys.executable, "-m", "pytest", *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as pytest:
        for line in pytest.stdout:
            print(line, end="", flush=True)
            printed = [*printed[-CLOSING_LINES:], line]
    return pytest.returncode, "".join(closing(printed))


def closing(lines):
    """Return the lines from pytest's last heading but one, or the last line alone."""
    headings = [number for number, line in enumerate(lines) if line.startswith("===")]
    return lines[headings[-2] :] if len(headings) > 1 else lines[-1:]


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
    """Run both; return non-zero where either failed."""
    failed_on_sqlite, closing_lines = run_pytest("SQLite", arguments)
    with postgresql_server() as (name, url):
        failed_on_postgresql, _ = run_pytest(name, arguments, url)
    if failed_on_sqlite and not failed_on_postgresql:
        print("\n==> PostgreSQL passed; SQLite did not", flush=True)
        print(closing_lines, end="", flush=True)
    return failed_on_sqlite or failed_on_postgresql


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except postgres.ServerUnreachable as error:
        sys.exit(str(error))
