"""Load: many clients who ask at once, by wrk."""

import contextlib
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests import programs

SCRIPT = Path(__file__).with_name("wrk.lua")
CLIENTS = 16
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


@contextlib.contextmanager
def loading(address, seconds, *paths, clients=CLIENTS, headers=()):
    """Load `address` meanwhile, its `paths` in turn; yield a function that waits for the Load."""
    command = [programs.wrk(), "--threads", "2", "--connections", str(clients)]
    command += ["--duration", f"{seconds}s", "--timeout", "10s", "--script", SCRIPT]
    for name, value in dict(headers).items():
        command += ["--header", f"{name}: {value}"]
    wrk = subprocess.Popen([*command, address, "--", *paths], stdout=subprocess.PIPE, text=True)

    def finish():
        said = json.loads(wrk.communicate()[0].splitlines()[-1])
        rate = said["requests"] / said["seconds"]
        return Load(rate, *(said[name] for name in ("p50", "p95", "p99", "failed")))

    try:
        yield finish
    finally:
        wrk.kill()
        wrk.wait()


def load(address, seconds, *paths, **options):
    """Load `address` for so long; return the Load, and raise where an answer failed."""
    with loading(address, seconds, *paths, **options) as finish:
        found = finish()
    if found.failed:
        raise Failed(f"{address}: {found.failed} answers failed.")
    return found
