"""Where the programs that the tests start are found on this machine."""

import contextlib
import os
import shutil
from pathlib import Path

POSTGRESQL_VERSIONS = Path("/usr/lib/postgresql")


class NotInstalled(Exception):
    """Raised where a program that the tests need is not on this machine."""


def headless_shell():
    """Return the path of Chromium without windows: it renders the same at half of the cost."""
    if found := shutil.which("chromium-headless-shell"):
        return found
    raise NotInstalled("There is no chromium-headless-shell on this machine.")


def chromium():
    """Return the path of a Chromium: the system's, else the one that Playwright fetched."""
    with contextlib.suppress(NotInstalled):
        return headless_shell()
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    fetched = Path(
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    )
    for found in sorted(fetched.glob("chromium-*/chrome-linux*/chrome"), reverse=True):
        return str(found)
    raise NotInstalled("There is no Chromium on this machine: run `make test`, or install it.")


def postgresql(program):
    """Return the path of one of PostgreSQL's server programs, of the newest version there is."""
    versions = sorted(
        POSTGRESQL_VERSIONS.glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True
    )
    found = next((str(path / program) for path in versions if (path / program).exists()), None)
    if found := found or shutil.which(program):
        return found
    raise NotInstalled(
        f"There is no PostgreSQL server ({program}) on this machine: run `make test`, install "
        "the package postgresql, or set DATABASE_URL to a server that you have."
    )


def nginx():
    """Return the path of nginx."""
    if found := shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin"):
        return found
    raise NotInstalled("There is no nginx on this machine: run `make test`, or install it.")


def wrk():
    """Return the path of wrk, which loads a server."""
    if found := shutil.which("wrk"):
        return found
    raise NotInstalled("There is no wrk on this machine: run `make test`, or install it.")
