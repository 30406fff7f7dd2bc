"""What a text raises, and what it does not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.words import Words
from moderation.flags import KINDS, Level, flags_in
from tests.score_flags import rows_of, score

TEXTS = Path(__file__).parent
ALLEGATION = "Our SPO is corrupt."


def raised(text, title="", findings=()):
    """Return {id: Flag} of a text."""
    return {flag.id: flag for flag in flags_in(Words(title, text, list(findings)))}


def finding(text, words, category, **fields):
    """Return what the review step stores of some words left as they were written."""
    start = text.index(words)
    return {
        "field": "text",
        "start": start,
        "end": start + len(words),
        "category": category,
        "severity": "caution",
        "replaced": False,
    } | fields


def test_every_kind_of_the_checklist_has_its_words_for_the_editor():
    for kind in KINDS.values():
        assert kind.title and kind.why.endswith(".") and kind.what_to_do.endswith(".") and kind.law

    assert len(KINDS) == 21


def test_every_kind_is_raised_by_some_snippet():
    rows = rows_of(TEXTS / "snippets.jsonl")

    assert {flag for row in rows for flag in row["flags"]} - {"none"} == set(KINDS)


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [
        ("snippets", 0.9, 0.9),
        ("development", 0.9, 0.9),
        ("held_out", 0.8, 0.75),
        ("unseen", 0.6, 0.65),
    ],
)
def test_labelled_texts_are_flagged_as_well_as_ever(name, recall, precision):
    counts = score(rows_of(TEXTS / f"{name}.jsonl"))
    right, missed, false = (
        sum(counts[flag, outcome] for flag in KINDS) for outcome in ("right", "missed", "false")
    )

    assert right / (right + missed) > recall
    assert right / (right + false) > precision


def test_a_trigger_is_where_the_words_stand():
    text = "It rained. " + ALLEGATION
    flag = raised(text)["defamation"]

    assert {text[start:end] for start, end in flag.triggers} == {"Our SPO", "corrupt"}
    assert flag.title_triggers == []


def test_a_title_is_read_too():
    flag = raised("It rained.", title=ALLEGATION)["defamation"]

    assert flag.triggers == []
    assert [ALLEGATION[start:end] for start, end in flag.title_triggers] == ["Our SPO", "corrupt"]


def test_a_stand_in_is_somebody():
    assert "defamation" in raised("[name B] takes bribes.")


def test_a_name_kept_as_written_is_somebody():
    text = "Wray takes bribes."
    flag = raised(text, findings=[finding(text, "Wray", "PERSON", kept=True)])["defamation"]

    assert (0, len("Wray")) in flag.triggers


def test_a_case_number_left_in_raises_a_flag():
    text = "See X000000 for it."

    assert "dpa170" in raised(text, findings=[finding(text, "X000000", "CASE_ID")])
    assert "dpa170" in raised("See [case number] for it.")


def test_the_most_urgent_come_first():
    text = ALLEGATION + " He said he is going to kill her tonight. I have bipolar."
    levels = [flag.level for flag in flags_in(Words(text=text))]

    assert levels == sorted(levels, key=list(Level).index)
    assert levels[0] is Level.URGENT


def test_somebody_elses_death_is_red_and_the_writers_despair_urgent():
    assert raised("My colleague killed himself.")["suicide"].level is Level.RED
    assert raised("I can't go on and I want to die.")["suicide"].level is Level.URGENT


@pytest.mark.parametrize("headline", ["I felt dead on my feet.", "This printer! Could kill it."])
def test_figures_of_speech_raise_nothing(headline):
    assert raised(headline) == {}


def test_a_long_quotation_is_somebody_elses():
    assert "copyright" in raised('"' + "word " * 200 + 'end."')
    assert "copyright" not in raised('"' + "word " * 100 + 'end."')
    assert "copyright" not in raised('He said "yes." ' + "word " * 200 + '"no" to it.')


def test_the_head_of_a_mail_is_a_copy():
    assert "cscode" in raised("From: the chief\nSubject: Reset\nAll staff must read this email.")


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(), st.sampled_from([ALLEGATION, "", '"“”', "From:\n[name"]))
def test_any_string_can_be_read(title, text, more):
    for flag in flags_in(Words(title, text + more)):
        assert flag.triggers or flag.title_triggers
        for start, end in flag.triggers:
            assert 0 <= start < end <= len(text + more)
        for start, end in flag.title_triggers:
            assert 0 <= start < end <= len(title)


@pytest.mark.parametrize(
    "piece",
    [
        "He said our SPO lied and took cash. ",
        "kill him ",
        "a",
        "[",
        '"',
        "i ",
        "\n",
        "'s the ",
        "1",
    ],
)
def test_a_text_of_the_greatest_length_comes_through(piece):
    words = Words(text=(piece * 40_000)[:40_000])

    assert all(flag.triggers for flag in flags_in(words))
