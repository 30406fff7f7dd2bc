"""What the desk is told of the editor's list and a text."""

import pytest

from contributions.models import WatchedWord
from contributions.review import review
from contributions.words import Words
from moderation.watching import pointed_out, watched_in
from tests.correspondent import Correspondent, ask
from tests.factories import make_submission, make_watched_word
from tests.moderation.desk import address

pytestmark = pytest.mark.django_db


def test_an_entry_is_told_with_where_it_stands():
    entry = make_watched_word("Biscuit Tin", "flag")

    (seen,) = watched_in(Words("Biscuit tins", "In a biscuit-tin."), ["The BISCUIT TIN"])

    assert seen.entry == entry
    assert seen.words == ["Biscuit tins", "biscuit-tin", "BISCUIT TIN"]
    assert seen.places == [("title", 0, 12), ("text", 5, 16), ("answer", 4, 15)]
    assert seen.needs_a_look


def test_an_entry_that_had_words_taken_out_is_told_by_its_number():
    entry = make_watched_word("the Biscuit Tin")
    words = review("", "At the Biscuit Tin.", watched=[entry.watched]).words

    (seen,) = watched_in(words)

    assert (seen.entry, seen.words, seen.taken_out) == (entry, [], 1)
    assert not seen.needs_a_look


def test_an_entry_that_came_after_the_text_counts_too():
    words = review("", "At the Biscuit Tin.").words
    make_watched_word("the Biscuit Tin")

    (seen,) = watched_in(words)

    assert (seen.words, seen.taken_out) == (["the Biscuit Tin"], 0)
    assert seen.needs_a_look


def test_what_needs_a_look_comes_first():
    make_watched_word("Farrukh Quillington", "keep")
    make_watched_word("tribunal", "flag")

    seen = watched_in(Words("", "Farrukh Quillington at the tribunal."))

    assert [entry.words for entry in seen] == [["tribunal"], ["Farrukh Quillington"]]


def test_an_entry_that_was_deleted_is_told_no_more():
    entry = make_watched_word("the Biscuit Tin")
    words = review("", "At the Biscuit Tin.", watched=[entry.watched]).words
    entry.delete()

    assert watched_in(words) == []


def test_words_that_came_before_there_was_a_list_can_be_told():
    found = {"replaced": True, "kept": False}

    assert watched_in(Words("", "Words.", [found])) == []


def test_a_queue_learns_which_entries_to_point_out_without_asking_for_each_text(
    django_assert_num_queries,
):
    flag = make_watched_word("tribunal", "flag")
    make_watched_word("Spud")
    entries = list(WatchedWord.objects.in_order())

    with django_assert_num_queries(0):
        found = [
            pointed_out(Words("", text), entries) for text in ("A tribunal.", "Spud.", "Nothing.")
        ]

    assert found == [[flag.pk], [], []]


def test_the_review_page_names_the_entry_and_what_the_editor_noted(editor_client):
    make_watched_word("Biscuit Tin", "flag", note="Under a reporting <restriction>.")
    submission = make_submission(text="In the biscuit tin.")

    content = editor_client.get(address(submission)).content.decode()

    assert ">Biscuit Tin</a>" in content
    assert "always point out at the desk" in content
    assert "Under a reporting &lt;restriction&gt;." in content
    assert "It stands here as “biscuit tin”." in content


def test_the_review_page_points_out_what_an_answer_says(editor_client):
    make_watched_word("Biscuit Tin", "flag")
    back = Correspondent()
    ask(back.submission)
    back.press(back.answer(back.open(), "In the Biscuit Tin."), "send")

    content = editor_client.get(address(back.submission)).content.decode()

    assert "It stands here as “Biscuit Tin”." in content


def test_a_text_that_meets_no_entry_has_nothing_to_say_of_the_list(editor_client):
    make_watched_word("Biscuit Tin", "flag")

    content = editor_client.get(address(make_submission())).content.decode()

    assert "Watched" not in content.partition("<main")[2]


def test_words_that_should_go_by_now_are_looked_at_again(editor_client):
    submission = make_submission(text="In the Biscuit Tin.")
    make_watched_word("Biscuit Tin")

    content = editor_client.get(address(submission)).content.decode()

    assert "Look again" in content
