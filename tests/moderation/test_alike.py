"""Texts at the desk that say nearly the same are shown beside each other."""

import pytest

from moderation.alike import alike
from tests.factories import make_post, make_reply, make_submission, the_desk, words_of

pytestmark = pytest.mark.django_db
TEXT = "The queue at the photocopier was longer than the queue for the court that day."


def test_the_same_text_sent_twice_is_found():
    first, second = make_submission(text=TEXT), make_submission(text=TEXT)
    make_submission(text="Nothing of the kind was ever said to any of us.")

    (found,) = alike(second, words_of(second), the_desk())

    assert (found.address, found.percentage) == (f"/admin/desk/{first.pk}/", 100)


def test_what_is_settled_is_not_looked_at():
    make_submission(text=TEXT, state="declined")
    waiting = make_submission(text=TEXT)

    assert alike(waiting, words_of(waiting), the_desk()) == []


def test_the_review_page_shows_it(editor_client):
    make_submission(text=TEXT)
    second = make_submission(text=TEXT)

    page = editor_client.get(f"/admin/desk/{second.pk}/").content.decode()

    assert "the same words" in page


def test_what_is_published_is_looked_at_as_well():
    reply = make_reply(body=f"<p>{TEXT}</p>")
    post = make_post(body=f"<p>{TEXT} And more was said than that.</p>")
    waiting = make_submission(text=TEXT)

    found = alike(waiting, words_of(waiting), the_desk())

    assert [other.address for other in found] == [
        reply.get_absolute_url(),
        post.get_absolute_url(),
    ]


def test_under_its_own_post_old_replies_are_looked_at(monkeypatch):
    monkeypatch.setattr("moderation.alike.AMONG_PUBLISHED", 0)
    reply = make_reply(body=f"<p>{TEXT}</p>")
    make_reply(body=f"<p>{TEXT}</p>")
    waiting = make_submission(text=TEXT, kind="reply", target_post=reply.post)

    (found,) = alike(waiting, words_of(waiting), the_desk())

    assert found.address == reply.get_absolute_url()
