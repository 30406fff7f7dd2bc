"""What the desk is told of the editor's list and a text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contributions.models import Submission, WatchedWord
from contributions.review import review
from contributions.words import Words
from moderation.watching import pointed_out, watched_in
from tests.correspondent import Correspondent, ask
from tests.factories import make_submission, make_watched_word, the_desk
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


def test_a_queue_learns_what_stands_in_each_text_without_asking_for_it(django_assert_num_queries):
    flag, name = make_watched_word("tribunal", "flag"), make_watched_word("Spud")
    make_watched_word("Leeds", "keep")
    texts = "Spud at a tribunal.", "Leeds.", "Nothing."
    both, *_ = [make_submission(text=text) for text in texts]
    rows = list(Submission.objects.in_rows(with_words=True))
    entries, desk = list(WatchedWord.objects.to_look_for()), the_desk()

    with django_assert_num_queries(0):
        found = pointed_out(rows, entries, desk)

    assert found == {both.pk: [flag, name]}


def test_a_row_of_the_queue_says_what_of_the_list_stands_in_it(editor_client):
    make_watched_word("<Biscuit> Tin", "flag")
    for phrase in ("tribunal", "spoon", "kettle", "lid"):
        make_watched_word(phrase, "flag")
    make_submission(text="In the biscuit tin.")
    make_submission(text="A tribunal on the biscuit tin, a spoon, a kettle and a lid.")
    make_submission(text="Nothing of the sort.")

    rows = editor_client.get("/admin/desk/").content.decode().partition("<tbody")[2]

    assert rows.count("Watched: ") == 2
    assert "Watched: &lt;Biscuit&gt; Tin<" in rows
    assert "and 1 more" in rows


def test_the_queue_asks_once_for_the_list_however_many_texts_there_are(
    editor_client, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr("moderation.middleware._minute", lambda: 1)
    make_watched_word("Biscuit Tin", "flag")
    make_submission(text="In the biscuit tin.")
    editor_client.get("/admin/desk/")  # Each minute's first page also notes the session.
    with CaptureQueriesContext(connection) as of_one:
        editor_client.get("/admin/desk/")
    for _ in range(4):
        make_submission(text="In the biscuit tin.")

    with django_assert_num_queries(len(of_one)):
        editor_client.get("/admin/desk/")


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
