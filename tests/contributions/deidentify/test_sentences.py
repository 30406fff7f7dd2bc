"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.deidentify.sentences.splitting import sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["I rang. ", "No one came."],
        ['"Who was it?" ', "she asked. ", "I knew."],
        ["He was late (again). ", "So was I!\n\n", "We laughed."],
        ["started monday\n", "left friday"],
        ["Mr. Pell rang Dr. Ames at 8.15 about no. 7. ", "Nothing."],
        ["Was it her?! ", "No… ", "Yes."],
        ["Well... ", "yes."],
        ["write to jo.bloggs@example.com. ", "Ta."],
    ],
)
def test_a_text_falls_into_its_sentences(expected):
    assert pieces("".join(expected)) == expected


@given(st.text(alphabet="aA.!? \n\"'()…1", max_size=80))
def test_sentences_cover_the_text_and_none_is_empty(text):
    found = pieces(text)

    assert "".join(found) == text
    assert all(found)


@pytest.mark.parametrize("scrap", [".", ".'", "!?", " ", "\n ", "A. ", "No. 1", "...x", ". . "])
def test_a_long_row_of_stops_takes_no_long_time(scrap):
    assert "".join(pieces(scrap * 50_000)) == scrap * 50_000
