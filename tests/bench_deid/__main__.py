"""`make bench-deid TEXTS="labelled.jsonl ..."`: the de-identifier beside others, same texts.

Labelled texts are one {"id", "text", "spans", "sentences"} a line, as the labelling guide has
them. Every file is cut in halves, its even and its odd rows, so that rules written while looking
at one half are judged on the other. Prints recall and precision by category, words a second,
memory and the time to start.
"""

import json
import subprocess
import sys
from pathlib import Path

from . import environment
from .scoring import HEADS, score

ENGINES_FILE = Path(__file__).parent / "engines.py"
OTHERS = ("Presidio", "Presidio + UK", "scrubadub")
HALVES = ("even", "odd")


def main(paths):
    if not paths:
        sys.exit('Name the labelled texts: make bench-deid TEXTS="one.jsonl two.jsonl".')
    halves = read_halves(paths)
    notes = environment.ready()
    pythons = {"ours": sys.executable}
    if environment.installed("requirements.txt"):
        pythons |= dict.fromkeys(OTHERS, environment.PYTHON)
    measured = {}
    for name, python in pythons.items():
        print(f"==> {name}", file=sys.stderr, flush=True)
        measured[name] = run(name, python, [*halves["even"], *halves["odd"]], notes)
    measured = {name: result for name, result in measured.items() if result}
    print_scores(halves, measured)
    print_costs(measured)
    print(*notes, sep="\n")


def read_halves(paths):
    """Return the labelled texts of each half; ids are made unique by the file's name."""
    halves = {"even": [], "odd": []}
    for path in map(Path, paths):
        lines = filter(str.strip, path.read_text(encoding="utf-8").splitlines())
        for number, line in enumerate(lines):
            row = json.loads(line)
            halves[HALVES[number % 2]].append(row | {"id": f"{path.stem} {row['id']}"})
    return halves


def run(name, python, texts, notes):
    """Return what one engine measured, or None with a note where it failed."""
    lines = "\n".join(json.dumps({"id": row["id"], "text": row["text"]}) for row in texts)
    done = subprocess.run(
        [python, "-W", "ignore", ENGINES_FILE, name],
        input=lines,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        notes.append(f"{name} failed and is left out: {reason[0]}")
        return None
    result = json.loads(done.stdout[done.stdout.index('{"seconds_to_start"') :])
    if result["note"]:
        notes.append(f"{name}: {result['note']}.")
    return result


def print_scores(halves, measured):
    tallies = {
        (name, half): score(halves[half], result["found"])
        for name, result in measured.items()
        for half in HALVES
    }
    categories = sorted(
        {measure for tally in tallies.values() for measure in tally.chances} - set(HEADS)
    )
    columns = [(name, half) for name in measured for half in HALVES]
    print(f"{'':26}" + "".join(f"{name:>20}" for name in measured) + f"{'mentions':>12}")
    print(f"{'':26}" + "".join(f"{half:>10}" for _, half in columns))
    for measure in [*HEADS, *categories]:
        shares = [tallies[column].share(measure) for column in columns]
        shown = "".join(f"{'-' if s is None else format(s, '.3f'):>10}" for s in shares)
        mentions = sum(tallies[columns[0][0], half].chances[measure] for half in HALVES)
        print(f"{measure:26}{shown}{mentions:>12}")


def print_costs(measured):
    print()
    for label, key, form in (
        ("words a second", "words_a_second", ",.0f"),
        ("memory added, MB", "memory_mb", ".0f"),
        ("seconds to start", "seconds_to_start", ".2f"),
    ):
        shown = "".join(f"{format(result[key], form):>20}" for result in measured.values())
        print(f"{label:26}{shown}")


if __name__ == "__main__":
    main(sys.argv[1:])
