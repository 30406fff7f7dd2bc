"""Each of the known kinds of identifier is seen by its format; near misses alone are not.

The formats are facts read in public code and documents. A number that is nearly right is
taken out where the text calls it one: people mistype.
"""

import pytest

from contributions.deidentify import deidentify

from .labelled import rows

FORMATS = rows("formats.jsonl")
MATCHES = [(row["kind"], row["context"], value) for row in FORMATS for value in row["match"]]
NEAR_MISSES = [(row["kind"], value) for row in FORMATS for value in row["no_match"]]


@pytest.mark.parametrize(("kind", "context", "value"), MATCHES)
def test_an_identifier_is_found_after_its_context_word(kind, context, value):
    text = " ".join(["They read out", *context.split(), value, "to the room."])

    findings = deidentify(text).findings

    start = text.index(value)
    assert any(f.start < start + len(value) and f.end > start for f in findings)


@pytest.mark.parametrize(("kind", "value"), NEAR_MISSES)
def test_what_is_no_identifier_stays_where_nothing_calls_it_one(kind, value):
    text = f"It says {value} there."

    result = deidentify(text)

    assert result.text == text


def test_all_kinds_are_listed():
    assert len(FORMATS) == 29
