"""Words that are names elsewhere stay where they are words; a new false alarm is a new line."""

from pathlib import Path

import pytest

from contributions.deidentify import deidentify

LINES = Path(__file__).with_name("no_names.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_nothing_is_taken_out_of_plain_words(line):
    findings = deidentify(line).findings

    assert [line[f.start : f.end] for f in findings if f.severity == "strip"] == []
