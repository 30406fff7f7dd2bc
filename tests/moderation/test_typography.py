"""Habits of typing are made even, and nothing else is changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.typography import evened_out

ROWS = [
    ("He said \"no\" and 'never'...", "He said “no” and ‘never’…"),
    ("He said “no” and ‘never’…", "He said “no” and ‘never’…"),
    ("Don`t, don´t, don’t", "Don’t, don’t, don’t"),
    ("rock 'n' roll in the '90s", "rock ‘n’ roll in the ’90s"),
    ("Two  spaces\u00a0here. \n\n\n\nEnd ", "Two spaces here.\n\nEnd"),
    ("one - two -- three—four", "one – two – three – four"),
    ("well-known 2010-2014 risk-averse", "well-known 2010-2014 risk-averse"),
    ("WHAT?!?! Because!!! Well....", "What? Because! Well…"),
    ("so , no ; really ?", "so, no; really?"),
    ("I AM NOT ANGRY. THE END.", "I am not angry. The end."),
    ("It is VERY bad", "It is very bad"),
    ("I DON'T CARE, I'M OFF", "I don’t care, I’m off"),
    ("OASys, NHS, HMPPS, SPO and PSO", "OASys, NHS, HMPPS, SPO and PSO"),
    ("IT and US stand as they are", "IT and US stand as they are"),
    ("a plan B, vitamin C", "a plan B, vitamin C"),
    ("see https://a.example/x--y...z?a=B&c='d", "see https://a.example/x--y...z?a=B&c='d"),
    ("[name A] met [National Insurance number]", "[name A] met [National Insurance number]"),
    ("Diolch am hwn. Dwi'n cofio.", "Diolch am hwn. Dwi’n cofio."),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "even"), ROWS)
def test_typing_is_made_even(typed, even):
    assert evened_out(typed) == even


TYPED = st.text(alphabet="aBc DE\n.-!?'\"“’…—,;([/ iI", max_size=80)


@given(TYPED)
def test_what_is_even_stays_as_it_is(text):
    once = evened_out(text)

    assert evened_out(once) == once


@given(TYPED)
def test_letters_stay_in_their_order(text):
    def letters(words):
        return re.sub(r"[^a-z]", "", words.lower())

    assert letters(evened_out(text)) == letters(text)
