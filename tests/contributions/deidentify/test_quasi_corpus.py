"""Each row of quasi_corpus.jsonl is a text and what advice it must get; a new miss is a new row."""

import json
from pathlib import Path

import pytest

from contributions.deidentify import deidentify
from contributions.deidentify.finding import Severity

ROWS = [
    json.loads(line)
    for line in Path(__file__)
    .with_name("quasi_corpus.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_each_text_gets_the_advice_expected_and_only_that(row):
    text = row["text"]

    findings = deidentify(text).findings

    for category, words in row["expected"].items():
        begin = text.index(words)
        assert any(
            finding.category == category
            and finding.start < begin + len(words)
            and begin < finding.end
            for finding in findings
        )
    if not row["expected"]:
        assert findings == ()


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_advice_changes_nothing_until_it_is_accepted(row):
    text = row["text"]

    result = deidentify(text)

    assert result.text == text
    assert all(finding.severity is Severity.CAUTION for finding in result.findings)
