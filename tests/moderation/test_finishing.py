"""What readers see of a marked text, and whether they are told that its wording was changed."""

import pytest

from contributions.words import Words
from moderation.draft import Draft
from moderation.finishing import finished
from moderation.redaction import everywhere, marks, parse, put_back, put_instead, written
from moderation.suggesting import suggestions

RECEIVED = Words(title="", text="I spent 22 years in Leeds, and left Leeds in tears.")


def goes_out(marked):
    return Draft("", marked).finished(RECEIVED)


def test_other_words_stand_in_for_what_was_marked():
    assert goes_out("I spent [[22 years|date|contributor|over 20 years]] there.").text == (
        "I spent over 20 years there."
    )


def test_a_token_may_stand_in_for_what_was_marked():
    assert goes_out("At [[HMP Leeds|office|contributor|[prison]]] now.").text == "At [prison] now."


def test_a_mark_with_other_words_reads_back_the_same():
    parts = parse("a [[b|date|legal|c d]] e [[f|office|other|[prison]]]")

    assert parse(written(parts)) == parts


@pytest.mark.parametrize(
    ("marked", "edited"),
    [
        (RECEIVED.text, False),
        (RECEIVED.text.replace("Leeds", "[[Leeds|place|another]]"), False),
        (RECEIVED.text.replace(", ", " – ").upper().capitalize(), True),
        (RECEIVED.text.replace("in tears", "sadly"), True),
        (RECEIVED.text.replace("22 years", "[[22 years|date|contributor|many years]]"), True),
        ("  " + RECEIVED.text.replace(". ", ".\n\n"), False),
    ],
)
def test_readers_are_told_of_changed_wording_and_not_of_tokens(marked, edited):
    assert goes_out(marked).edited is edited


def test_typography_is_made_even_on_the_way_out():
    assert finished(parse('He said "[[Leeds|place]]"...'), 'A "title"').text == "He said “[place]”…"


def test_the_same_words_are_marked_wherever_they_stand_as_words():
    parts = everywhere(parse("[[Leeds|place|legal]], LEEDS and Leedsville; [[Al|name]] sal al."))

    assert [mark.words for mark in marks(parts)] == ["Leeds", "LEEDS", "Al", "al"]
    assert {mark.reason for mark in marks(parts)} == {"legal", "another"}


def test_a_mark_is_put_back_alone_or_with_its_like():
    parts = parse("[[Leeds]] and [[leeds]] and [[York]]")

    assert len(marks(put_back(parts, 0))) == 2
    assert len(marks(put_back(parts, 1, everywhere=True))) == 1
    assert put_back(parts, 9) == parts


def test_other_words_are_put_in_and_cannot_break_out_of_their_mark():
    parts = put_instead(parse("[[Leeds|place]] x"), 0, "a]] [[b|c")

    (mark,) = marks(parse(written(parts)))
    assert mark.words == "Leeds"
    assert mark.instead == "a   b c"


def test_a_changed_place_elsewhere_shifts_no_mark():
    before = parse("One. [[Leeds|place]] two.")
    after = parse(written(before).replace("One.", "Something quite different."))

    assert marks(before) == marks(after)


def test_what_says_less_is_offered_from_the_table_of_the_review_step():
    parts = parse("I have [[22 years|date]] in. I am [[54|detail]]. Ask [[Jo|name]].")

    assert suggestions(parts) == ["over 20 years", "in my fifties", ""]
