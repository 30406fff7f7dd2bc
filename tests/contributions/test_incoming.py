"""What arrives from a browser is made plain."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contributions.incoming import arrived_damaged, tidy


@pytest.mark.parametrize(
    ("came", "plain"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("one\u2028two\u2029three\x85four", "one\ntwo\nthree\nfour"),
        ("one\x0btwo\x0cthree", "one\ntwo\nthree"),
        ("  \n words \t\n", "words"),
        ("tab\tstays", "tab\tstays"),
        ("e\u0301", "é"),
        ("nul\x00bell\x07escape\x1b", "nulbellescape"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eevil\u202c \u2066isolated\u2069 \u200fmark", "evil isolated mark"),
        ("tag\U000e0041\U000e0042ged", "tagged"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", None),
        ("ریاست\u200cجمهوری", None),
        ("❤\ufe0f", None),
    ],
)
def test_each_comes_out_plain(came, plain):
    assert tidy(came) == (came if plain is None else plain)


@given(st.text())
@example("e\u200b\u0301")
@example("\r\u200b\n")
def test_tidying_twice_changes_nothing_more(text):
    once = tidy(text)

    assert tidy(once) == once


@given(st.text())
def test_nothing_that_turns_text_round_or_ends_a_string_is_left(text):
    left = tidy(text)

    assert not any(unicodedata.bidirectional(c) in BIDI for c in left)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in left)


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_bytes_that_were_no_characters_are_noticed():
    assert arrived_damaged(b"caf\xe9".decode("utf-8", errors="replace"))
    assert not arrived_damaged("café")
