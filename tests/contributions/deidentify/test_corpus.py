"""Each row of corpus.jsonl is a text and what must become of it; a new miss is a new row."""

import json
from pathlib import Path

import pytest

from contributions.deidentify import deidentify
from contributions.deidentify.finding import Severity

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("corpus.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_each_text_of_the_corpus_comes_out_as_expected(row):
    result = deidentify(row["text"])

    assert result.text == row["out"]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_nothing_new_is_found_in_what_came_out(row):
    first = deidentify(row["text"])

    second = deidentify(first.text)

    assert second.text == first.text
    assert not any(finding.severity is Severity.STRIP for finding in second.findings)
