"""The review step: what would be kept, where things were found in it, and the choices."""

from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.choices import Choices
from contributions.review import in_pieces, review

PHONE = "07700 900123"
SERVICE = "After 22 years in probation I still like the work."
TELLING = (
    "He climbed out of the office window with my lanyard round his neck while I was on the "
    "telephone to his mother."
)


def words(pieces):
    return "".join(piece.words for piece in pieces)


def marked(pieces):
    return [piece.words for piece in pieces if piece.finding]


def found_in(found, field):
    whole = getattr(found, field)
    return [whole[f["start"] : f["end"]] for f in found.findings if f["field"] == field]


def test_a_plain_text_comes_out_as_it_went_in():
    found = review("A title", "We are all tired.")

    assert (found.title, found.text) == ("A title", "We are all tired.")
    assert (found.findings, found.taken_out, found.advice) == ([], [], [])
    assert words(found.title_pieces) == "A title"
    assert words(found.text_pieces) == "We are all tired."


def test_title_and_text_are_parted_where_they_were():
    found = review(f"Ring {PHONE}", f"Or write to jo.bloggs@example.org, not {PHONE}.")

    assert found.title == "Ring [phone]"
    assert found.text == "Or write to [email], not [phone]."
    assert found_in(found, "title") == ["[phone]"]
    assert found_in(found, "text") == ["[email]", "[phone]"]


def test_pieces_put_together_are_the_text_and_marks_are_the_findings():
    found = review(f"Ring {PHONE}", f"Ask Karen Wray ({PHONE}) about it.")

    assert words(found.title_pieces) == found.title
    assert words(found.text_pieces) == found.text
    assert marked(found.title_pieces) == found_in(found, "title")
    assert marked(found.text_pieces) == found_in(found, "text")


def test_a_name_has_one_stand_in_in_title_and_text():
    found = review("What Karen Wray said", "Karen Wray said it to Dean Holloway. Karen laughed.")

    stand_in = found.title.removeprefix("What ").removesuffix(" said")
    assert stand_in.startswith("[name")
    assert found.text.count(stand_in) == 2
    assert "Karen" not in found.title + found.text
    assert "Holloway" not in found.text


def test_without_a_title_the_text_is_all_text():
    found = review("", f"{PHONE} is the number.")

    assert (found.title, found.text) == ("", "[phone] is the number.")
    assert found.findings[0]["start"] == 0


def test_findings_tell_all_but_the_words():
    (finding,) = review("", f"Ring {PHONE}.").findings

    assert set(finding) == {
        *("field", "start", "end", "category", "severity", "replacement", "reason", "kept"),
        *("replaced", "watched"),
    }
    assert "900123" not in str(finding)
    assert finding["severity"] == "strip"
    assert finding["kept"] is False


def test_what_is_found_often_is_one_item_with_a_count():
    (item,) = review("", f"Ring {PHONE}, she said, {PHONE}!").taken_out

    assert (item.words, item.times, item.finding.replacement) == (PHONE, 2, "[phone]")
    assert item.finding.reason.endswith(".")


def test_a_choice_to_keep_restores_the_words_and_marks_them_kept():
    (item,) = review("", f"Ring {PHONE}.").taken_out
    choices = Choices.read({"choice-1": item.keep_value})

    again = review("", f"Ring {PHONE}.", choices)

    assert again.text == f"Ring {PHONE}."
    assert found_in(again, "text") == [PHONE]
    assert again.findings[0]["kept"] is True
    assert again.taken_out[0].finding.kept


def test_keeping_one_thing_keeps_no_other():
    items = review("", f"Ring {PHONE} or 07700 900456.").taken_out
    choices = Choices.read({"choice-1": items[0].keep_value})

    again = review("", f"Ring {PHONE} or 07700 900456.", choices)

    assert again.text == f"Ring {PHONE} or [phone]."


def test_what_was_kept_can_be_told_from_what_would_be_stored():
    choices = Choices(keep=frozenset({("PHONE", PHONE)}))
    found = review(f"Ring {PHONE}", f"Ring {PHONE}, or write to jo.bloggs@example.org.", choices)
    stored = {"title": found.title, "text": found.text, "findings": found.findings}

    assert Choices.made_in(stored) == choices


def test_advice_leaves_the_words_alone_until_it_is_taken():
    found = review("", SERVICE)
    (item,) = [item for item in found.advice if item.finding.category == "YEARS_SERVICE"]

    again = review("", SERVICE, Choices.read({"choice-1": item.accept_value}))

    assert found.text == SERVICE
    assert "22 years" not in again.text
    assert item.finding.replacement in again.text
    assert [f["replaced"] for f in again.findings if f["category"] == "YEARS_SERVICE"] == [True]


def test_a_sentence_is_advised_on_and_marked_nowhere():
    found = review("", TELLING)

    assert any(item.finding.category == "SENTENCE" for item in found.advice)
    assert words(found.text_pieces) == found.text == TELLING


def test_few_people_are_asked_about_twice():
    assert review("", "I am the only PSO in the Whitby office.").asks_twice
    assert not review("", "We are all tired.").asks_twice


def test_pieces_of_nothing_are_none():
    assert in_pieces("", []) == []


def test_looking_again_at_what_came_out_changes_nothing():
    first = review("Karen Wray", f"Karen Wray and Dean Holloway. {PHONE}. [name] [name C]")

    second = review(first.title, first.text)

    assert (second.title, second.text) == (first.title, first.text)
    assert second.taken_out == []


BITS = st.sampled_from(
    ["Karen", "Wray", "Mr", "Dean Holloway", PHONE, "07700", "900123", "jo@example.org", "[name]"]
    + ["12 Acacia Avenue", "M1 1AE", "AB12 CDE", "said", "the", ".", ",", "\n", "\n\n", " ", "🙂"]
)


@given(
    st.lists(BITS, max_size=6).map(" ".join), st.lists(BITS, min_size=1, max_size=15).map(" ".join)
)
@settings(max_examples=150, deadline=None)
def test_places_always_fit(title, text):
    title, text = " ".join(title.split()), text.strip()

    found = review(title, text)

    assert words(found.title_pieces) == found.title
    assert words(found.text_pieces) == found.text
    for finding in found.findings:
        place = getattr(found, finding["field"])[finding["start"] : finding["end"]]
        assert place == finding["replacement"] or not finding["replaced"]


@given(st.lists(BITS, min_size=1, max_size=8).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_a_text_stays_its_own_whatever_the_title(text):
    text = text.strip()

    found = review("The rota", text)

    assert found.title == "The rota"
    assert not found.text.startswith("\n") or text.startswith("\n")
