"""`python -m tests.provision`: install the programs that the tests start, where they are missing.

As root on Debian they come as packages. Elsewhere any Chromium will do, if need be Playwright's;
for what cannot be had the command ends with a sentence that says what to install.
"""

import os
import shutil
import subprocess
import sys

from tests import programs
from tests.postgres import ServerUnreachable, answering_server

CHROMIUM = "chromium-headless-shell"
WANTED = {
    CHROMIUM: programs.headless_shell,
    "postgresql": lambda: answering_server() or programs.postgresql("initdb"),
    "nginx": programs.nginx,
    "wrk": programs.wrk,
}


def missing():
    """Return the Debian packages whose programs are not on this machine."""
    return [package for package, find in WANTED.items() if not is_found(find)]


def is_found(find):
    try:
        find()
    except programs.NotInstalled:
        return False
    return True


def install_packages(packages):
    """Install Debian packages and nothing they merely recommend."""
    print(f"==> Installing {', '.join(packages)} with apt-get", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends"]
    # Each by itself, so that one which this system does not know keeps none of the others away.
    for command in (
        ["apt-get", "update", "--quiet=2"],
        *([*install, package] for package in packages),
    ):
        # Its long account goes to stderr only if it fails.
        done = subprocess.run(command, env=quiet, text=True, capture_output=True, check=False)
        if done.returncode:
            print(done.stdout, done.stderr, sep="\n", file=sys.stderr)


def fetch_chromium():
    """Fetch Playwright's own Chromium into the home folder."""
    print("==> Fetching Playwright's own Chromium", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main():
    """Install what is missing; return what to tell the shell."""
    if missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        install_packages(missing())
    if not is_found(programs.chromium):
        fetch_chromium()
    still = missing()
    if CHROMIUM in still and is_found(programs.chromium):
        still.remove(CHROMIUM)
    if still:
        return (
            f"The tests cannot run: install {', '.join(still)} (Debian's names; as root, "
            "`make test` does it for you), then run `make test` again."
        )
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ServerUnreachable as error:
        sys.exit(str(error))
