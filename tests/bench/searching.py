"""Searching: a fixed list of queries of the invented words, by one reader after the other."""

import os
import time
from urllib.parse import urlencode

import httpx

from contributions.sample.words import vocabulary
from tests.bench.load import Load

WORDS, _ = vocabulary()
QUERIES = {
    "very common": {"q": "people"},
    "common": {"q": "caseload"},
    "common, of a year": {"q": "caseload", "year": "2018"},
    "rare": {"q": WORDS[-10]},
    "rarest": {"q": WORDS[-1]},
    "two words": {"q": "hostel template"},
    "phrase": {"q": '"through the gate"'},
    "exclusion": {"q": "prison -union"},
    "either": {"q": f"{WORDS[-20]} or {WORDS[-30]}"},
    "sixteen words": {"q": " or ".join(WORDS[-200:-184])},
    "nothing": {"q": "quagga"},
}
ADDRESSES = [f"/search/?{urlencode(query)}" for query in QUERIES.values()]
ROUNDS = 20


def search(address, rounds=ROUNDS):
    """Search for everything by turns; return the Load, and the median of each query in ms."""
    took = {name: [] for name in QUERIES}
    with httpx.Client(base_url=address, timeout=60) as reader:
        reader.get("/healthz")  # One connection serves them all.
        for _ in range(rounds):
            for name, path in zip(QUERIES, ADDRESSES, strict=True):
                begin = time.perf_counter()
                reader.get(path).raise_for_status()
                took[name].append((time.perf_counter() - begin) * 1000)
    every = [ms for times in took.values() for ms in times]
    return Load.of(every, sum(every) / 1000), {n: sorted(t)[len(t) // 2] for n, t in took.items()}


def forget(file):
    """Let the machine have nothing of a file in memory."""
    with file.open("rb") as opened:
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
