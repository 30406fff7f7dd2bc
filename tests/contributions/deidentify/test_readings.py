"""A reading shows what a person sees, and knows where each character came from."""

import pytest

from contributions.deidentify.normalise import PLACEHOLDER, read


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("plain", "plain"),
        ("so\u00adft", "soft"),
        ("ze\u200bro\u2060", "zero"),
        ("０７７", "077"),
        ("O’Shea", "O'Shea"),
        ("a\u2011b \u2013 c", "a-b - c"),
        ("e\u0301", "é"),
        ("\u00a0", " "),
    ],
)
def test_a_reading_is_plain(written, seen):
    assert read(written).text == seen


def test_a_stretch_of_a_reading_maps_back_with_what_was_hidden_in_it():
    written = "by Bron\u00adwen\u200b now"
    reading = read(written)

    start, end = reading.origin(reading.text.index("Bronwen"), reading.text.index(" now"))

    assert written[start:end] == "Bron\u00adwen"


def test_stand_ins_and_hidden_stretches_become_one_placeholder_each():
    reading = read("[name A] and [phone] or [other] x", hidden=[(32, 33)])

    assert reading.text == f"{PLACEHOLDER} and {PLACEHOLDER} or [other] {PLACEHOLDER}"
