"""Load: many clients who ask at once, by wrk."""

import contextlib
import json
import signal
import subprocess
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import fmean

from tests import programs

SCRIPT = Path(__file__).with_name("wrk.lua")
CLIENTS = 16
UNTIL_TOLD = 3_600  # seconds
# As a browser says it.
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


class Failed(Exception):
    """Raised where a server that is measured answers with an error, or not at all."""


@dataclass(frozen=True)
class Load:
    """What a load came to: answers a second, milliseconds that 50, 95, 99 in 100 stay within."""

    rate: float
    p50: float
    p95: float
    p99: float
    failed: int = 0

    @classmethod
    def of(cls, took, seconds):
        """Return the Load of answers that took so many milliseconds each, all within `seconds`."""
        took = sorted(took)
        return cls(len(took) / seconds, *(took[len(took) * share // 100] for share in (50, 95, 99)))

    @classmethod
    def mean(cls, loads):
        """Return what several came to on average."""
        return cls(*(fmean(getattr(load, field.name) for load in loads) for field in fields(cls)))


def load(address, seconds, *paths, **options):
    """Load `address` for so long; return the Load. Raises Failed where an answer failed.

    `options` are those of `wrk`.
    """
    done = subprocess.run(
        wrk(address, seconds, paths, **options), check=True, capture_output=True, text=True
    )
    found = _read(done.stdout)
    if found.failed:
        raise Failed(f"{address}: {found.failed} answers failed.")
    return found


@contextlib.contextmanager
def loading(address, *paths, **options):
    """Load `address` meanwhile; yield a function that ends it and returns the Load."""
    command = wrk(address, UNTIL_TOLD, paths, **options)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:

        def finish():
            process.send_signal(signal.SIGINT)
            return _read(process.communicate()[0])

        try:
            yield finish
        finally:
            process.kill()


def wrk(address, seconds, paths, *, clients=CLIENTS, headers=(), bodies=None):
    """Return the command that asks for `paths` by turns, or for the address itself.

    `bodies`, a file of a form's body a line, are sent to the address, each once.
    """
    command = [programs.wrk(), "--threads", "2", "--connections", str(clients)]
    command += ["--duration", f"{seconds}s", "--timeout", "10s", "--script", SCRIPT]
    for name, value in dict(headers).items():
        command += ["--header", f"{name}: {value}"]
    return [*command, address, "--", *(["bodies", bodies] if bodies else paths)]


def _read(printed):
    said = json.loads(printed.splitlines()[-1])
    rate = said["requests"] / said["seconds"]
    return Load(rate, *(said[name] for name in ("p50", "p95", "p99", "failed")))
