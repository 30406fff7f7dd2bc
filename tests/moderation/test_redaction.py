"""The editor's marks, and the tokens that readers see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.words import Finished
from moderation.finishing import finished
from moderation.redaction import Mark, UnclosedMark, marks, parse, without_marks, written
from moderation.typography import evened_out


def seen(marked, category="detail"):
    """Return what readers see of a marked text."""
    return finished(parse(marked, category)).text


def test_a_text_without_marks_stays_as_it_is():
    assert seen("Plain [words] and ] more [") == "Plain [words] and ] more ["


def test_a_mark_is_replaced_by_its_category():
    assert seen("In [[Leeds|place|another]] last [[March|date|contributor]].") == (
        "In [place] last [date]."
    )


def test_what_is_neither_name_nor_place_is_just_removed():
    assert seen("He [[swore|other|tone]] at me.") == "He [removed] at me."


def test_a_token_leaks_no_length():
    assert seen("[[Al|place]]") == seen("[[A very long place indeed|place]]")


def test_marks_without_a_category_or_reason_get_those_chosen():
    parts = parse("[[one]] [[two|role]] [[three|date|legal]]", "place", "tone")

    assert marks(parts) == [
        Mark("one", "place", "tone"),
        Mark("two", "role", "tone"),
        Mark("three", "date", "legal"),
    ]


def test_written_in_full_a_text_reads_back_the_same():
    parts = parse("a [[b]] c [[d|name]] e [[f|date|legal]]", "place", "tone")

    again = parse(written(parts), "office", "other")

    assert again == parts


def test_a_mark_may_run_over_lines_and_hold_a_bar():
    (mark,) = marks(parse("[[one\n\ntwo | three|place|legal]]"))

    assert mark == Mark("one\n\ntwo | three", "place", "legal")


def test_one_name_is_plain_and_two_are_told_apart():
    assert seen("[[Jo]] left.", "name") == "[name] left."
    assert seen("[[Jo]] met [[Al]].", "name") == "[name A] met [name B]."


def test_the_same_name_gets_the_same_letter():
    assert seen("[[Jo Fox]] met [[Al]]. [[JO  FOX]] left.", "name") == (
        "[name A] met [name B]. [name A] left."
    )


def test_letters_go_on_from_those_in_the_text():
    assert (
        seen("[name A] met [name B] and [[Jo]].", "name") == "[name A] met [name B] and [name C]."
    )


def test_a_lone_token_gets_a_letter_when_a_second_person_comes():
    assert (
        seen("[name] met [[Jo]]. [name] left.", "name") == "[name A] met [name B]. [name A] left."
    )


def people(how_many):
    """Return that many names, no two of which can be one person's."""
    letters = "bcdfghjklm"
    return ["Z" + "".join(letters[int(digit)] for digit in f"{n:03}") for n in range(how_many)]


def test_title_and_text_name_people_alike():
    parts = parse("[name] met [[Jo]].", "name")

    assert finished(parts, "About [name]") == Finished("About [name A]", "[name A] met [name B].")


def test_after_z_come_double_letters():
    text = " ".join(f"[[{name}]]" for name in people(28))

    assert seen(text, "name").endswith("[name Z] [name AA] [name AB]")


def test_very_many_names_are_no_dead_end():
    text = " ".join(f"[[{name}]]" for name in people(800))

    assert seen(text, "name").count("[name ") == 800


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[[Sam told [name A]]]", "[detail]"),
        ("[[[name A] told Sam]]", "[detail]"),
        ("[[she told [name A] of it]]", "[detail]"),
        ("[[[name A]]] left", "[detail] left"),
        ("x [[a]] y [[b]] z", "x [detail] y [detail] z"),
        ("[[a]][[b]]", "[detail][detail]"),
    ],
)
def test_a_mark_may_hold_a_token(marked, expected):
    assert seen(marked) == expected


@pytest.mark.parametrize(
    "marked", ["[[open", "close]]", "[[a]] [[b", "a]] [[b]]", "[[", "]]", "[[]]"]
)
def test_a_mark_that_stands_alone_is_refused_with_a_sentence(marked):
    with pytest.raises(UnclosedMark) as error:
        parse(marked)

    assert str(error.value).endswith(".")


OWN_BRACKETS = [
    "I wrote [[this]] myself",
    "[[[this]]]",
    "[[[[this]]]]",
    "[[open",
    "close]]",
    "[" * 7 + "x" + "]" * 7,
    "[ [x] ]",
    "[[this|name|legal]]",
]


@pytest.mark.parametrize("text", OWN_BRACKETS)
def test_a_contributors_own_brackets_never_act_as_marks(text):
    shown = without_marks(text)

    parts = parse(shown)

    assert marks(parts) == []
    assert "".join(finished(parts).text.split()) == "".join(evened_out(shown).split())
    assert shown.replace(" ", "") == text.replace(" ", "")


BRACKETS = st.lists(
    st.sampled_from(["[", "[[", "[[[", "]", "]]", "]]]", "|", "name", "legal", "a", " ", "\n"])
).map("".join)


@given(BRACKETS)
def test_no_text_of_a_contributor_can_make_a_mark(text):
    shown = without_marks(text)

    assert marks(parse(shown)) == []


@given(BRACKETS)
def test_a_marked_text_is_refused_or_reads_back_the_same(text):
    try:
        parts = parse(text)
        again = parse(written(parts))
    except UnclosedMark:
        return

    assert finished(again) == finished(parts)
    assert all(mark.words in text for mark in marks(parts))
