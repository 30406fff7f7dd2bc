"""`python -m tests.score_flags FILE`: recall and precision of each flag on labelled texts.

A file has one {"id", "text", "flags"} a line, "none" where nothing should be raised. `--only even`
or `--only odd` takes one half of its rows, so that rules written while looking at one half are
judged on the other; `--show` prints what went wrong. Texts go through the de-identifier first, as
at the review step.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from contributions.review import review
from moderation.flags import KINDS, flags_in

HALVES = ("even", "odd")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--only", choices=HALVES)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rows = rows_of(options.file)
    if options.only:
        rows = rows[HALVES.index(options.only) :: 2]
    report(rows, show=options.show)


def rows_of(path):
    """Return the rows of a file of labelled texts."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def score(rows, show=False):
    """Return Counters of (flag, outcome): right, missed or false; and of quiet rows kept quiet."""
    counts = Counter()
    for row in rows:
        wanted = set(row["flags"]) - {"none"}
        words = review("", row["text"]).words
        raised = {flag.id for flag in flags_in(words)}
        counts.update((flag, "right") for flag in wanted & raised)
        counts.update((flag, "missed") for flag in wanted - raised)
        counts.update((flag, "false") for flag in raised - wanted)
        if not wanted:
            counts["none", "false" if raised else "right"] += 1
        if show and wanted != raised:
            print(row["id"], "missed", wanted - raised, "false", raised - wanted)
            print("   ", words.text)
    return counts


def report(rows, show=False):
    """Print a line for each flag, and one for all."""
    counts = score(rows, show)
    print(f"{'flag':16}{'right':>6}{'missed':>7}{'false':>6}{'recall':>8}{'precision':>10}")
    for flag in (*KINDS, "none"):
        _print_line(flag, *(counts[flag, outcome] for outcome in ("right", "missed", "false")))
    sums = [
        sum(counts[flag, outcome] for flag in KINDS) for outcome in ("right", "missed", "false")
    ]
    _print_line("all", *sums)


def _print_line(name, right, missed, false):
    recall = f"{right / (right + missed):.2f}" if right + missed else "-"
    precision = f"{right / (right + false):.2f}" if right + false else "-"
    print(f"{name:16}{right:6}{missed:7}{false:6}{recall:>8}{precision:>10}")


if __name__ == "__main__":
    main()
