"""Running the project's own commands as a newcomer or a server would: in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION = {
    "DEMO": "",
    "SECRET_KEY": "a-long-and-random-one-that-no-machine-would-guess-8f2b71c05d9e4a63",
    "RECEIPT_PEPPER": "another-long-and-random-one-3e0f",
    "PUBLICATION_KEY": "a-third-long-and-random-one-77b1",
    "ALLOWED_HOSTS": "blog.example",
}


def run(*command, settings="probationblog.settings", text="", **environment):
    """Run a command in the checkout; its environment holds nothing but what is named here."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "HOME", "LANG", "DATABASE_URL", "DATA_DIR", "TMPDIR")
    }
    return subprocess.run(
        command,
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": settings} | environment,
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        timeout=120,
    )


def manage(*arguments, **options):
    """Run a management command with every warning an error."""
    return run(sys.executable, "-W", "error", "manage.py", *arguments, **options)


def tool(name):
    """Return the path of a program of this environment."""
    return str(Path(sys.executable).with_name(name))
