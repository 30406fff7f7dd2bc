"""Labelled texts beside the tests, and how much of what they label is found."""

import json
import re
from pathlib import Path

from contributions.deidentify import deidentify

_WORD = re.compile(r"\w+")


def rows(name):
    """Return the rows of a file of JSON lines in this folder."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def missed(text, spans):
    """Return which of the labelled words of a text are not wholly taken out."""
    findings = [f for f in deidentify(text).findings if f.severity == "strip"]
    covered = {place for finding in findings for place in range(finding.start, finding.end)}
    result = []
    for span in spans:
        start = text.index(span)
        words = (range(start + w.start(), start + w.end()) for w in _WORD.finditer(span))
        if not all(covered.issuperset(word) for word in words):
            result.append(span)
    return result


def recall(labelled, spans="spans"):
    """Return the share of labelled stretches that are wholly taken out, and those that are not."""
    misses = [
        (row.get("category") or row.get("group"), span, row["text"])
        for row in labelled
        for span in missed(row["text"], row[spans])
    ]
    return 1 - len(misses) / sum(len(row[spans]) for row in labelled), misses
