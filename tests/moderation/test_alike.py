"""Texts at the desk that say nearly the same are shown beside each other."""

import pytest

from moderation.alike import alike
from tests.factories import make_submission, the_desk, words_of

pytestmark = pytest.mark.django_db
TEXT = "The queue at the photocopier was longer than the queue for the court that day."


def test_the_same_text_sent_twice_is_found():
    first, second = make_submission(text=TEXT), make_submission(text=TEXT)
    make_submission(text="Nothing of the kind was ever said to any of us.")

    assert alike(second, words_of(second), the_desk()) == [(first, 100)]


def test_what_is_settled_is_not_looked_at():
    make_submission(text=TEXT, state="declined")
    waiting = make_submission(text=TEXT)

    assert alike(waiting, words_of(waiting), the_desk()) == []


def test_the_review_page_shows_it(editor_client):
    make_submission(text=TEXT)
    second = make_submission(text=TEXT)

    page = editor_client.get(f"/admin/desk/{second.pk}/").content.decode()

    assert "the same words" in page
