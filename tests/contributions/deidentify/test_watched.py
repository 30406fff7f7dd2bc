"""The editor's lists: where entries are found, and what they change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.deidentify import deidentify
from contributions.deidentify.finding import Severity
from contributions.deidentify.watched import Kind, Watched, Watchlist, can_be_found
from tests.contributions.deidentify.labelled import rows
from tests.contributions.deidentify.test_long_texts import HARD, steps
from tests.contributions.deidentify.test_properties import SCRAPS, TEXTS

LISTED = [
    Watched(number, phrase, kind, "PERSON" if kind is Kind.STRIP else "")
    for number, (phrase, kind) in enumerate(
        (phrase, kind) for phrase in [*SCRAPS, "Wales", "over 20"] for kind in Kind
    )
]
SHORT_LIST, LONG_LIST = (
    Watchlist(
        Watched(number, f"{(scrap * 20)[:70]} {number}", kind, "PERSON")
        for kind in Kind
        for scrap in HARD
        for number in range(how_many)
    )
    for how_many in (1, 10)
)
ENTRIES = st.lists(st.sampled_from(LISTED), max_size=8)


def listed(entries):
    return [
        Watched(number, phrase, Kind(kind), *category)
        for number, (phrase, kind, *category) in enumerate(entries, 1)
    ]


def found(phrase, text, kind=Kind.STRIP):
    matches = Watchlist([Watched(1, phrase, Kind(kind))]).matches_in(text)
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize("row", rows("watched_matching.jsonl"), ids=lambda row: row["text"][:40])
def test_an_entry_is_found_where_a_reader_would_find_it(row):
    assert found(row["phrase"], row["text"], row.get("kind", "strip")) == row["found"]


@pytest.mark.parametrize("row", rows("watched.jsonl"), ids=lambda row: row["why"])
def test_the_lists_decide_what_is_left(row):
    assert deidentify(row["text"], watched=listed(row["watched"])).text == row["left"]


@pytest.mark.parametrize("row", rows("watched.jsonl"), ids=lambda row: row["why"])
def test_running_it_again_with_the_same_lists_changes_nothing(row):
    watched = listed(row["watched"])
    first = deidentify(row["text"], watched=watched)

    second = deidentify(first.text, watched=watched)

    assert second.text == first.text


def test_a_finding_knows_the_number_of_its_entry_and_holds_none_of_its_words():
    watched = listed([["the Biscuit Tin", "strip", "WORKPLACE"]])

    (finding,) = deidentify("We met at the Biscuit Tin.", watched=watched).findings

    assert (finding.watched, finding.severity, finding.replacement) == (1, "strip", "[office]")
    assert "Biscuit" not in repr(finding)


def test_other_findings_know_of_no_entry():
    watched = listed([["Sausage", "strip", "PERSON"]])

    findings = deidentify("Ring 07700 900123, Sausage.", watched=watched).findings

    assert [finding.watched for finding in findings] == [None, 1]


def test_what_the_contributor_restores_stays_and_still_knows_its_entry():
    watched = listed([["the Biscuit Tin", "strip", "WORKPLACE"]])

    result = deidentify(
        "At the biscuit tin.", keep=[("WORKPLACE", "the biscuit tin")], watched=watched
    )

    assert result.text == "At the biscuit tin."
    assert [(finding.kept, finding.watched) for finding in result.findings] == [(True, 1)]


def test_what_is_said_instead_is_nothing_that_would_be_taken_out_again():
    text = "I work in the Cardiff office."
    accept = [("WORKPLACE", "the Cardiff office")]
    watched = listed([["Wales", "strip", "PLACE"]])

    assert "Wales" in deidentify(text, accept=accept).text
    assert deidentify(text, accept=accept, watched=watched).text == "I work in [office]."


@pytest.mark.parametrize("phrase", ["", " ", "…", "[name]", "Team [name A]", "'"])
def test_some_phrases_can_be_in_no_text(phrase):
    assert not can_be_found(phrase)
    assert found(phrase, f"x {phrase} x") == []


@given(TEXTS, ENTRIES)
@settings(deadline=None)
def test_running_any_text_again_finds_nothing_new(text, watched):
    first = deidentify(text, watched=watched)

    second = deidentify(first.text, watched=watched)

    assert not any(finding.severity is Severity.STRIP for finding in second.findings)


@given(TEXTS, ENTRIES)
@settings(deadline=None)
def test_matches_are_in_order_and_none_of_a_kind_lies_in_another(text, watched):
    matches = Watchlist(watched).matches_in(text)

    for kind in Kind:
        places = [match[:2] for match in matches if match.entry.kind is kind]
        assert places == sorted(places)
        assert [end for _, end in places] == sorted({end for _, end in places})
    assert all(0 <= start < end <= len(text) for start, end, _ in matches)


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_phrase_may_be_looked_for_in_any_text(phrase, text):
    found(phrase, text)
    assert not can_be_found(phrase) or found(phrase, f"( {phrase} )")


@pytest.mark.parametrize("scrap", HARD)
def test_four_times_the_text_is_not_much_more_than_four_times_the_work(scrap):
    short, long = scrap * (1_000 // len(scrap)), scrap * (4_000 // len(scrap))

    assert steps(long, LONG_LIST.matches_in) < 6 * steps(short, LONG_LIST.matches_in)


@pytest.mark.parametrize("scrap", HARD)
def test_ten_times_the_list_is_not_much_more_work(scrap):
    text = scrap * (1_000 // len(scrap))

    assert steps(text, LONG_LIST.matches_in) < 2 * steps(text, SHORT_LIST.matches_in)
