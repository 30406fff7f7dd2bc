"""Each row of public_people.jsonl is a text, and who or what in it stays or is taken out."""

import json
from pathlib import Path

import pytest

from contributions.deidentify import deidentify

PATH = Path(__file__).with_name("public_people.jsonl")
ROWS = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_the_public_stays_and_the_private_goes(row):
    text = row["text"]

    findings = deidentify(text).findings

    def touched(words):
        start = text.index(words)
        return any(f.start < start + len(words) and start < f.end for f in findings)

    assert not any(touched(words) for words in row.get("kept", []))
    assert all(touched(words) for words in row.get("taken", []))
