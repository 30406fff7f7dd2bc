"""The contract of the two public names."""

import pytest

from contributions.deidentify import Deidentified, deidentify
from contributions.deidentify.categories import CATEGORIES
from contributions.deidentify.finding import Finding, Severity

TEXT = "Delyth Quill rang 07700 900456. Ifeoma did not. Delyth cried."


def test_a_finding_points_at_the_words_and_says_why_they_go():
    finding = deidentify(TEXT).findings[1]

    assert TEXT[finding.start : finding.end] == "07700 900456"
    assert (finding.category, finding.severity) == ("PHONE", Severity.STRIP)
    assert finding.replacement == "[phone]"
    assert finding.reason.endswith(".")
    assert not finding.kept


def test_the_result_never_shows_the_text_by_itself():
    result = deidentify(TEXT)

    assert "Delyth" not in repr(result)
    assert "rang" not in repr(result)


def test_placed_gives_each_finding_where_it_stands_in_the_result():
    result = deidentify(TEXT, keep=[("PHONE", "07700 900456")])

    shown = [result.text[start:end] for start, end, _ in result.placed()]

    assert shown == ["[name A]", "07700 900456", "[name B]", "[name A]"]


def test_placed_leaves_advice_where_the_words_are():
    advice = Finding(3, 5, "WORKPLACE", Severity.CAUTION, "[office]", "Few work there.")

    result = Deidentified("at HQ now", (advice,))

    assert result.placed() == ((3, 5, advice),)


@pytest.mark.parametrize("words", ["delyth  quill", "Delyth\nQuill", "DELYTH QUILL"])
def test_what_the_contributor_restores_stays_as_written(words):
    result = deidentify(TEXT, keep=[("PERSON", words)])

    assert result.text == "Delyth Quill rang [phone]. [name B] did not. [name A] cried."
    assert [finding.kept for finding in result.findings] == [True, False, False, False]


def test_restoring_under_another_category_restores_nothing():
    result = deidentify(TEXT, keep=[("PHONE", "Delyth Quill")])

    assert not any(finding.kept for finding in result.findings)


def test_checking_again_with_the_same_restores_changes_nothing():
    keep = [("PERSON", "Delyth Quill")]
    first = deidentify(TEXT, keep)

    second = deidentify(first.text, keep)

    assert second.text == first.text


def test_one_person_needs_no_letter():
    result = deidentify("Delyth came. delyth left. DELYTH is gone.")

    assert result.text == "[name] came. [name] left. [name] is gone."


def test_after_the_letter_z_comes_aa():
    surnames = [
        "Bagshaw Clegg Duxbury Eccles Fairhurst Greenhalgh Haslam Ibbotson Jagger Kershaw",
        "Lumb Murgatroyd Naylor Ogden Pickersgill Quarmby Ramsbottom Sykes Thackray Uttley",
        "Varley Whitworth Yewdall Zander Ackroyd Barraclough Crowther",
    ]
    text = ". ".join(f"Mrs {name} left" for row in surnames for name in row.split())

    result = deidentify(text)

    assert "[name Z] left. [name AA] left" in result.text


def test_new_people_get_letters_that_the_text_does_not_use_yet():
    result = deidentify("[name B] said that Delyth and Ifeoma knew.")

    assert result.text == "[name B] said that [name A] and [name C] knew."


@pytest.mark.parametrize("category", CATEGORIES.values(), ids=CATEGORIES)
def test_every_reason_is_one_sentence_and_every_token_fixed(category):
    assert category.reason.count(".") == 1
    assert category.reason.endswith(".")
    assert category == CATEGORIES["SENTENCE"] or category.token[0] + category.token[-1] == "[]"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ufeff", "\u202e", "[name]"])
def test_a_text_without_words_comes_back_as_it_is(text):
    assert deidentify(text) == Deidentified(text, ())
