"""How many people a text could be by, and what helps."""

from dataclasses import replace

import pytest

from contributions.deidentify import deidentify
from contributions.deidentify.crowd.estimate import Estimate, estimate
from contributions.deidentify.crowd.writer import Writer, writer
from contributions.deidentify.finding import Finding, Severity


def finding(text: str, words: str, category: str, replacement: str = "") -> Finding:
    start = text.index(words)
    severity = Severity.STRIP if category == "PERSON" else Severity.CAUTION
    return Finding(start, start + len(words), category, severity, replacement, "A reason.")


def estimated(text: str, *found: tuple[str, ...]) -> Estimate:
    return estimate(text, [finding(text, *one) for one in found])


def test_grade_and_office_leave_some_fifty_and_the_office_matters_most():
    result = estimated("I'm a PO in Hull.", ("Hull", "WORKPLACE"))

    assert result.people == 50
    assert result.level == "none"
    assert result.basis.startswith("Roughly 50 people fit the grade and office you give")
    assert result.best_change == "Without the office, some 460 would fit."
    assert not result.cannot_tell


@pytest.mark.parametrize(
    ("text", "found", "level"),
    [
        ("I'm a PO in Hull. As a man I object.", [("Hull", "WORKPLACE")], "below 20"),
        ("I'm an SPO in Hull.", [("Hull", "WORKPLACE")], "below 10"),
        (
            "I'm a PO in Hull, 22 years in.",
            [("Hull", "WORKPLACE"), ("22 years", "YEARS_SERVICE")],
            "below 5",
        ),
        ("I'm the only VLO here.", [("the only VLO", "ROLE_PLACE")], "below 5"),
        ("PDU head for East Kent.", [("PDU head for East Kent", "ROLE_PLACE")], "below 5"),
    ],
)
def test_few_people_are_warned_of_by_level(text, found, level):
    assert estimated(text, *found).level == level


def test_fewer_than_five_are_not_counted_out():
    result = estimated("I'm the only VLO here.", ("the only VLO", "ROLE_PLACE"))

    assert result.basis == "Perhaps fewer than 5 people fit the post you give."


@pytest.mark.parametrize(
    "category",
    ["EVENT", "UNUSUAL_CASE", "HEALTH_FAMILY", "RELATION", "STYLE", "SENTENCE"],
)
def test_what_some_people_know_is_never_counted(category):
    text = "I'm a PO. I fell off the roof."

    result = estimated(text, ("I fell off the roof.", category))

    assert result.people is None
    assert result.cannot_tell
    assert "could tell" in result.basis


def test_the_level_stands_even_where_no_number_is_shown():
    text = "I'm an SPO in Hull. I fell off the roof."

    result = estimated(text, ("Hull", "WORKPLACE"), ("I fell off the roof.", "SENTENCE"))

    assert (result.people, result.level) == (None, "below 10")


def test_a_name_that_is_kept_points_straight_at_someone():
    text = "I'm a PO. Ask Delyth Quill."
    kept = replace(finding(text, "Delyth Quill", "PERSON", "[name]"), kept=True)

    result = estimate(text, [kept])

    assert result.cannot_tell
    assert "points straight" in result.basis
    assert not estimate(text, [replace(kept, kept=False)]).cannot_tell


def test_taking_advice_raises_the_count_and_as_written_gives_it_before():
    text = "I'm a PO in Hull, 22 years in."
    taken = [
        replace(finding(text, "Hull", "WORKPLACE", "Yorkshire and the Humber"), accepted=True),
        replace(finding(text, "22 years", "YEARS_SERVICE", "over 20 years"), accepted=True),
    ]

    before, after = estimate(text, taken, as_written=True), estimate(text, taken)

    assert before.people == 1
    assert after.people == 50
    assert "region" in after.basis


@pytest.mark.parametrize(
    "text",
    [
        "We need more staff.",
        "I'm a nurse in Hull and nobody listens.",
        "My son is on probation in Hull.",
        "",
    ],
)
def test_where_nothing_can_be_counted_it_says_so_and_promises_nothing(text):
    found = [("Hull", "WORKPLACE")] if "Hull" in text else []

    result = estimated(text, *found)

    assert result.people is None
    assert result.level == "none"
    assert "does not mean that nobody could tell" in result.basis


@pytest.mark.parametrize(
    "text", ["I'm a PO.", "I am a PSO in the north.", "As an SPO I say no.", "We need staff."]
)
def test_no_sentence_reassures(text):
    result = estimate(text, deidentify(text).everything)

    said = f"{result.basis} {result.best_change}".lower()
    assert not any(word in said for word in ("safe", "anonymous", "don't worry", "enough"))


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("I'm a PO", "officer"),
        ("pso here, three years", "services_officer"),
        ("I've been an SPO for years", "senior_officer"),
        ("I am a PQiP learner", "trainee"),
        ("Speaking as a court duty officer", "court"),
        ("As a PO who was never an SPO", "officer"),
        ("My SPO is a PO at heart", None),
        ("POs and PSOs are leaving", None),
    ],
)
def test_the_grade_is_the_one_the_writer_claims(text, grade):
    assert writer(text, []).grade == grade


@pytest.mark.parametrize(
    ("text", "sex"),
    [("I'm a single mum", "woman"), ("as a gay man", "man"), ("a man came in", None)],
)
def test_the_sex_is_the_one_the_writer_claims(text, sex):
    assert writer(text, []).sex == sex


@pytest.mark.parametrize(
    ("words", "category", "expected"),
    [
        ("22 years", "YEARS_SERVICE", Writer(years=22)),
        ("two decades", "YEARS_SERVICE", Writer(years=20)),
        ("eighteen months", "YEARS_SERVICE", Writer(years=1)),
        ("over 20 years", "YEARS_SERVICE", Writer(years=20, roughly=True)),
        ("the CQSW", "DATE_QUALIFIED", Writer(years=32, roughly=True)),
        ("joined in March 2019", "DATE_QUALIFIED", Writer(years=6, joined_in_month=True)),
        ("left in June 2024", "YEARS_SERVICE", Writer(left="month")),
        ("retired in 2020", "DATE", Writer(left="year")),
        ("Hull", "WORKPLACE", Writer(place="unit")),
        ("Kent", "PLACE", Writer(place="area")),
        ("Wales", "WORKPLACE", Writer(place="region")),
        ("the head of public protection for the region", "ROLE_PLACE", Writer(post=12)),
    ],
)
def test_a_finding_tells_its_part_of_the_writer(words, category, expected):
    assert writer(words, [finding(words, words, category)]) == expected
