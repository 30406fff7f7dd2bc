"""`python -m tests.bench.receipts`: whether the time of an answer tells a wrong receipt from an
expired one.

In one process and on a database of its own, so that nothing but the lookup makes a difference;
the three kinds take turns in random order. It asserts nothing.
"""

import random
import statistics
import time

from tests.bench.in_process import own_database

STORED, ROUNDS, WARMING_UP = 100, 400, 20


def answers():
    """Return {kind: [milliseconds]} of as many lookups of each kind."""
    from contributions.models import StoredReceipt
    from tests.correspondent import Correspondent, make_receipt

    back = [Correspondent() for _ in range(STORED)]
    expired, kept = back[: STORED // 2], back[STORED // 2 :]
    StoredReceipt.objects.filter(submission__in=[one.submission for one in expired]).delete()
    kinds = {
        "wrong": lambda: str(make_receipt()),
        "expired": lambda: str(random.choice(expired).receipt),  # noqa: S311 - no secret
        "true": lambda: str(random.choice(kept).receipt),  # noqa: S311 - no secret
    }
    took = {kind: [] for kind in kinds}
    for _ in range(ROUNDS + WARMING_UP):
        for kind in random.sample(list(kinds), len(kinds)):
            typed = kinds[kind]()
            begin = time.perf_counter()
            back[0].open(typed)
            took[kind].append((time.perf_counter() - begin) * 1000)
    return {kind: times[WARMING_UP:] for kind, times in took.items()}


def chance_of_such_a_difference(some, others, shuffles=1_000):
    """Return how often chance alone parts the two medians as far as they are (0 to 1)."""
    apart = abs(statistics.median(some) - statistics.median(others))
    both = [*some, *others]
    as_far = 0
    for _ in range(shuffles):
        random.shuffle(both)
        halves = statistics.median(both[: len(some)]), statistics.median(both[len(some) :])
        as_far += abs(halves[0] - halves[1]) >= apart
    return as_far / shuffles


def measure(connection):
    """Measure all three and print one table."""
    took = answers()
    print(f"{connection.vendor}, {STORED} receipts, {ROUNDS} answers of each kind\n")
    print(f"{'receipt':10}{'status':>8}{'median ms':>12}{'middle half ms':>18}")
    for kind, status in (("wrong", 422), ("expired", 422), ("true", 200)):
        low, middle, high = statistics.quantiles(took[kind], n=4)
        print(f"{kind:10}{status:>8}{middle:>12.3f}{f'{low:.3f} to {high:.3f}':>18}")
    chance = chance_of_such_a_difference(took["wrong"], took["expired"])
    apart = statistics.median(took["wrong"]) - statistics.median(took["expired"])
    print(f"\nwrong and expired are {abs(apart) * 1000:.0f} µs apart;", end=" ")
    print(f"chance alone does that in {chance:.0%} of shuffles")


if __name__ == "__main__":
    with own_database() as connection:
        measure(connection)
