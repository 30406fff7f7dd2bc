"""What is proposed instead of words that narrow down who is writing."""

import pytest

from contributions.deidentify import deidentify
from contributions.deidentify.categories import CATEGORIES
from contributions.deidentify.finding import Severity
from contributions.deidentify.quasi.generalising import generalised


@pytest.mark.parametrize(
    ("category", "words", "before", "instead"),
    [
        ("YEARS_SERVICE", "22 years", "", "over 20 years"),
        ("YEARS_SERVICE", "twenty years", "", "over 15 years"),
        ("YEARS_SERVICE", "three years", "", "several years"),
        ("YEARS_SERVICE", "over 20 years", "", "many years"),
        ("YEARS_SERVICE", "since 2003", "", "for some years"),
        ("YEARS_SERVICE", "Kent Probation Trust", "", "[former employer]"),
        ("DATE", "14 March", "", "in the spring"),
        ("DATE", "since 3/10", "", "since the autumn"),
        ("DATE", "the 6th", "", "one day"),
        ("TIME", "at 4.15pm", "", "one afternoon"),
        ("TIME", "twenty to seven", "", "one morning"),
        ("CASELOAD", "caseload of 43", "", "over 40"),
        ("CASELOAD", "at 168%", "", "well over 100 per cent"),
        ("AGE", "fifty-four", "She is ", "in her fifties"),
        ("AGE", "58", "I'm ", "in my fifties"),
        ("WORKPLACE", "the Bolton office", "", "an office in Greater Manchester"),
        ("WORKPLACE", "HMP Bedford", "", "[prison]"),
        ("WORKPLACE", "Exeter mags", "", "[court]"),
        ("WORKPLACE", "the office above the shop", "", "[office]"),
        ("PLACE", "Truro", "", "the South West"),
        ("PLACE", "Thrumley", "", "[place]"),
        ("RELATION", "my wife, a magistrate", "", "[relation]"),
        ("EVENT", "put in a grievance", "Then I ", "[did something]"),
        ("EVENT", "evacuated twice", "We were ", "[caught up in something]"),
        ("EVENT", "my disciplinary hearing", "", "[incident]"),
        ("HEALTH_FAMILY", "signed off with stress", "I've been ", "[in a difficult time]"),
        ("HEALTH_FAMILY", "my mum died", "", "[something happened in the family]"),
        ("HEALTH_FAMILY", "her operation", "after ", "[personal matter]"),
        ("SENTENCE", "It was me.", "", ""),
    ],
)
def test_words_are_told_less_exactly(category, words, before, instead):
    assert generalised(category, words, before) == instead


def test_accepted_advice_stands_in_the_result_and_the_rest_stays():
    text = "I've done 22 years, and my caseload of 43 grows."

    result = deidentify(text, accept=[("YEARS_SERVICE", "22  YEARS")])

    assert result.text == "I've done over 20 years, and my caseload of 43 grows."
    assert [finding.accepted for finding in result.findings] == [True, False]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        (
            "I put in a grievance and nobody answered.",
            "I [did something] and nobody answered.",
        ),
        ("My manager told me to delete the entry.", "My manager [did something]."),
        ("I've been signed off with stress.", "I've been [in a difficult time]."),
    ],
)
def test_a_sentence_keeps_its_subject_when_advice_is_accepted(text, instead):
    findings = deidentify(text).findings

    result = deidentify(text, accept=[(f.category, text[f.start : f.end]) for f in findings])

    assert result.text == instead


def test_what_is_both_kept_and_accepted_is_kept():
    text = "I've done 22 years here."
    pair = ("YEARS_SERVICE", "22 years")

    result = deidentify(text, keep=[pair], accept=[pair])

    assert result.text == text
    assert result.findings[0].kept


def test_a_name_wins_over_the_advice_around_it():
    text = "My husband, Delyth Quill, is a magistrate."

    findings = deidentify(text).findings

    assert [f.severity for f in findings if f.category == "PERSON"] == [Severity.STRIP]
    assert all(one.end <= other.start for one, other in zip(findings, findings[1:], strict=False))


@pytest.mark.parametrize("category", CATEGORIES.values(), ids=CATEGORIES)
def test_every_reason_is_plain_and_kind(category):
    reason = category.reason.lower()

    assert len(reason) < 100
    assert not any(word in reason for word in ("quasi", "identifier", "danger", "risk", "breach"))
