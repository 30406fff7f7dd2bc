"""What a reply answers, or a complaint is about."""

import pytest

from contributions.target import Target
from tests.factories import make_draft, make_post, make_reply

pytestmark = pytest.mark.django_db


def test_a_post_is_named_by_its_key():
    post = make_post(title="On parking")

    target = Target.read(f"post:{post.pk}")

    assert (target.post, target.reply) == (post, None)
    assert target.is_public
    assert str(target) == "“On parking”"


def test_a_reply_brings_its_post():
    reply = make_reply()

    target = Target.read(f"reply:{reply.pk}")

    assert (target.post, target.reply) == (reply.post, reply)
    assert target.is_public
    assert str(target) == f"reply 1 under “{reply.post.title}”"


@pytest.mark.parametrize(
    "named",
    [None, "", "post", "post:", "post:x", "post:-1", "post:1 ", "post:٣", "page:1", "post:1;2"]
    + ["post:" + "9" * 30, "reply:999999999", "post:0", "\x00", "post:1\n"],
)
def test_a_name_that_names_nothing_is_neither_public_nor_gone(named):
    target = Target.read(named)

    assert (target.post, target.reply) == (None, None)
    assert not target.is_public
    assert not target.is_gone
    assert target.named == (named or "")


def test_a_retracted_post_is_gone():
    post = make_post()
    post.retract()

    target = Target.read(f"post:{post.pk}")

    assert target.is_gone
    assert not target.is_public


def test_a_retracted_reply_is_gone_though_its_post_is_there():
    reply = make_reply()
    reply.retract()

    target = Target.read(f"reply:{reply.pk}")

    assert target.is_gone
    assert not target.is_public


def test_a_reply_under_a_retracted_post_is_gone():
    reply = make_reply()
    reply.post.retract()

    assert Target.read(f"reply:{reply.pk}").is_gone


def test_a_draft_is_as_unknown_as_what_never_was():
    draft = make_draft()

    target = Target.read(f"post:{draft.pk}")

    assert not target.is_public
    assert not target.is_gone


@pytest.mark.parametrize("around", ["{}", "https://blog.example{}", "see {}, please", "{}?m=1"])
def test_a_post_is_found_at_its_address(around):
    post = make_post()

    target = Target.at(around.format(post.get_absolute_url()))

    assert (target.post, target.reply) == (post, None)


def test_a_reply_is_found_at_its_address():
    reply = make_reply()

    target = Target.at(reply.get_absolute_url())

    assert (target.post, target.reply, target.thing) == (reply.post, reply, reply)


@pytest.mark.parametrize("address", ["", "/", "/2026/11/none.html#c1", "/9999/99/x.html", "\x00"])
def test_at_any_other_address_is_nothing(address):
    assert Target.at(address).thing is None


def test_an_imported_reply_is_found_at_its_old_address_too():
    reply = make_reply()
    reply.post.replies.update(imported_id=5837061129345712345)
    make_reply(post=reply.post)

    assert Target.at(f"{reply.post.get_absolute_url()}#c5837061129345712345").reply == reply


@pytest.mark.parametrize("anchor", ["c999999999", "c5837061129345712345", "c" + "9" * 25])
def test_a_reply_that_never_was_leaves_its_post(anchor):
    post = make_post()

    assert Target.at(f"{post.get_absolute_url()}#{anchor}").thing == post
