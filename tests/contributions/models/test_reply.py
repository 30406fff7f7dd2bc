"""Replies get the next number under their post when they are published."""

import pytest

from contributions.models import Post, Reply
from contributions.models.publication import WrongStatus
from tests.factories import make_draft, make_post, make_reply

pytestmark = pytest.mark.django_db


def test_replies_are_numbered_under_their_post_from_one():
    one, other = make_post(), make_post()

    numbers = [make_reply(post=post).number for post in (one, one, other, one)]

    assert numbers == [1, 2, 1, 3]


def test_a_retracted_replys_number_is_never_used_again():
    first = make_reply()
    first.retract()

    second = make_reply(post=Post.objects.get())

    assert second.number == 2


def test_a_reply_has_a_permanent_address():
    reply = make_reply()

    assert reply.get_absolute_url() == f"{reply.post.get_absolute_url()}#c1"


def test_a_reply_is_published_once():
    reply = make_reply()

    with pytest.raises(WrongStatus):
        reply.publish()

    assert Reply.objects.count() == 1


@pytest.mark.parametrize("make", [make_draft, lambda: retracted(make_post())])
def test_no_reply_goes_under_a_post_that_is_not_public(make):
    reply = Reply(post=make(), body="<p>Words.</p>")

    with pytest.raises(WrongStatus):
        reply.publish()

    assert not Reply.objects.exists()


def test_replies_under_a_retracted_post_are_not_public():
    reply = make_reply()
    retracted(reply.post)

    assert reply not in Reply.objects.public()


def retracted(post):
    post.retract()
    return post
