"""Searching what is unpublished."""

import pytest

from contributions.models import Submission
from moderation.searching import search
from tests.factories import make_settled_submission, make_submission, make_submissions, the_desk

pytestmark = pytest.mark.django_db


def found(phrase):
    return set(search(phrase, the_desk()).ids)


def test_titles_and_texts_are_searched_in_every_state_that_has_words():
    held = make_submission(text="The zebra crossing again.", state="held")
    binned = make_submission(title="A zebra", text="Words.", state="declined")
    make_submission(text="Nothing of the sort.")
    make_settled_submission("withdrawn", text="The zebra.")

    assert found("ZEBRA") == {held.pk, binned.pk}


def test_all_words_have_to_be_there_as_beginnings_of_words():
    both = make_submission(text="Pressed by the zebra.")
    make_submission(text="Only a zebra.")
    make_submission(text="WordPress and a zebra.")

    assert found("zebra press") == {both.pk}


def test_signs_of_a_pattern_are_only_signs():
    make_submission(text="Nothing.")

    assert found(".* ( [") == set()


def test_it_stops_after_a_while_and_says_how_far_it_came(monkeypatch):
    monkeypatch.setattr("moderation.searching.BATCH", 10)
    make_submissions(30)

    result = search("words", the_desk(), longest=0)

    assert (result.ids, result.searched, result.of) == ([], 0, 30)


def test_it_stops_when_enough_was_found(monkeypatch):
    monkeypatch.setattr("moderation.searching.MOST_FOUND", 5)
    monkeypatch.setattr("moderation.searching.BATCH", 10)
    make_submissions(30)

    result = search("words", the_desk())

    assert len(result.ids) == 5
    assert result.searched == 10


def test_the_page_shows_what_was_found_and_where_it_stands(editor_client):
    make_submission(title="On zebras", state="held")
    make_submissions(2)

    page = editor_client.post("/admin/desk/search/", {"phrase": "zebra"}).content.decode()

    assert "On zebras" in page
    assert "Held" in page
    assert "1 holds these words, in all 3 that have words." in page


def test_the_phrase_is_in_no_address(editor_client):
    page = editor_client.post("/admin/desk/search/", {"phrase": "zebra"}).content.decode()

    assert "zebra" not in "".join(part.split('"')[0] for part in page.split('href="')[1:])
    assert editor_client.get("/admin/desk/search/?phrase=zebra").status_code == 302


def test_searching_writes_nothing(editor_client, django_assert_max_num_queries):
    make_submissions(30)

    with django_assert_max_num_queries(20) as captured:
        editor_client.post("/admin/desk/search/", {"phrase": "words"})

    written = [query for query in captured if not query["sql"].startswith("SELECT")]
    assert all("django_session" in q["sql"] or "SAVEPOINT" in q["sql"] for q in written)
    assert Submission.objects.count() == 30
