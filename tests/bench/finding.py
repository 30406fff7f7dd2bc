"""How long readers' searches take, without a server: `python -m tests.bench.finding`.

On the site in the database in use. Prints the milliseconds of each of a fixed list of queries, the
best first and the newest first, and of amending a reply, which it takes back; in the last line, as
JSON, the slowest median of both orders.
"""

import json
import os
import statistics
import sys
import time

import django

ROUNDS = 9
YEAR = 2020
QUERIES = {
    "rare": "hormeand",
    "uncommon": "befriend",
    "common": "caseload",
    "very common": "staff",
    "very common, of a year": "staff",
    "two words": "recall hostel",
    "phrase": '"race to the bottom"',
    "exclusion": "prison -court",
    "either": "hostel or recall",
    "sixteen words": "staff or officer or team or pay or prison or court or risk or union or order"
    " or report or region or manager or release or licence or harm or target",
    "nothing": "quagga",
}


def milliseconds(act, rounds=ROUNDS):
    """Return (the median, the slowest) of a few."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken), max(taken)


def measure(connection):
    from django.db import transaction
    from django.test import Client

    from contributions.models import Reply, SearchEntry
    from contributions.search.finding import find
    from contributions.search.query import read

    print(f"{connection.vendor}, {SearchEntry.objects.count():,} can be found, ms")
    print(f"{'':24}{'matches':>9}{'ranked':>9}{'slowest':>9}{'newest':>9}{'slowest':>9}{'page':>8}")
    client, slowest = Client(headers={"host": "localhost"}), {"ranked": 0, "newest": 0}
    for name, text in QUERIES.items():
        query, narrowed = read(text), {"year": YEAR} if "year" in name else {}
        found = find(query, **narrowed)
        ranked = milliseconds(lambda q=query, n=narrowed: find(q, **n))
        newest = milliseconds(lambda q=query, n=narrowed: find(q, newest_first=True, **n))
        slowest["ranked"] = max(slowest["ranked"], ranked[0])
        slowest["newest"] = max(slowest["newest"], newest[0])
        asked = {"q": text} | narrowed
        page, _ = milliseconds(lambda asked=asked: client.get("/search/", asked))
        matches = f"{found.count}{'+' if found.is_cut else ''}"
        figures = "".join(f"{figure:>9.1f}" for figure in (*ranked, *newest))
        print(f"{name:24}{matches:>9}{figures}{page:>8.1f}", flush=True)
    with transaction.atomic():
        reply = Reply.objects.latest("pk")
        amended, _ = milliseconds(lambda: reply.amend(reply.revision, body="<p>Amended.</p>"), 5)
        transaction.set_rollback(True)
    print(f"{'amending a reply':24}{amended:>18.1f}")
    print(json.dumps(slowest))


def main():
    """Measure through Django, without a server."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.db import connection

    measure(connection)


if __name__ == "__main__":
    sys.exit(main())
