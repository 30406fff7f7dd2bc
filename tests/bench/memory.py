"""Memory of processes and their children, what they share counted once (PSS)."""

import re
from pathlib import Path

PSS = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)


def megabytes(*pids):
    """Return what these processes and all that they started hold together."""
    return sum(map(_kilobytes, family(pids))) / 1024


def family(pids):
    """Yield process ids, and those of their children, and so on."""
    for pid in pids:
        yield pid
        for task in Path(f"/proc/{pid}/task").iterdir():
            yield from family(map(int, (task / "children").read_text().split()))


def _kilobytes(pid):
    return int(PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())[1])
