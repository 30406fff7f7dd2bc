"""What is sealed with a text on arrival, for the queue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import sealing
from contributions.words import SHOWN, Summary, Words
from moderation import triage
from moderation.flags import KINDS
from tests.factories import make_submission

URGENT = "He told me he will kill his partner tonight and he knows where she lives."
KEY = sealing.new_key()


def size(summary):
    return len(sealing.seal(KEY, summary.content, ""))


def test_flags_and_their_level_are_in_the_summary():
    summary = Words(text=URGENT).summary

    assert triage.is_urgent(summary)
    assert "safeguard" in summary.flags


def test_a_text_without_flags_has_been_looked_at():
    summary = Words(text="We like the new kettle.").summary

    assert (summary.level, summary.flags) == ("", [])


def test_a_title_stands_for_the_text_and_both_are_shown_shortened():
    untitled, titled = Words(text="word " * 90).summary, Words("T" * 200, "Text.").summary

    assert len(untitled.begins) == len(titled.title) == SHOWN
    assert untitled.begins.endswith("…")
    assert (untitled.title, titled.begins) == ("", "")


def test_even_the_longest_summary_is_no_longer_than_the_shortest():
    fullest = Summary(
        title="\N{PILE OF POO}" * SHOWN,
        words=80_000,
        findings=1_000,
        kept_as_written=1_000,
        level="urgent",
        flags=list(KINDS),
        sketch=list(range(2**24 - 32, 2**24)),
    )

    assert size(fullest) == size(Summary())


@given(st.text(max_size=300), st.text(min_size=1))
def test_any_summary_has_the_same_length(title, text):
    assert size(Words(title, text).summary) == size(Summary())


@pytest.mark.django_db
@pytest.mark.parametrize("text", [URGENT, "Short."])
def test_the_stored_column_has_the_same_length_whatever_is_flagged(text):
    assert len(make_submission(text=text).sealed_summary) == size(Summary())


def test_a_cover_says_in_words_what_may_distress():
    assert triage.cover(["suicide", "defamation"]) == "Suicide or self-harm"
    assert triage.cover(["defamation"]) == ""


def test_a_flag_that_is_known_no_longer_has_no_title():
    assert triage.titles(["suicide", "gone"]) == ["Suicide or self-harm"]
