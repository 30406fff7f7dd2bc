"""A published reply becomes a guest blog or an account in a digest, and its address points on."""

import pytest

from contributions.models import DigestItem, Post, Reply, Submission
from contributions.models.publication import WrongStatus
from contributions.models.site import PublicationStopped
from moderation import afterwards, gathering, publishing, stopping
from moderation.converting import convert_to_guest_blog, convert_to_item
from moderation.models import Decision
from tests.factories import make_digest, make_digest_draft, make_post, make_reply, make_submission
from tests.moderation.approving import publish_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply(editor):
    """A reply that came as a submission."""
    post = make_post(title="Under this")
    submission = make_submission(kind="reply", target_post=post)
    return publish_reply(submission, editor, post, text="A long reply.")


def test_a_reply_becomes_a_guest_blog_and_its_address_points_on(client, reply, editor):
    post = convert_to_guest_blog(reply, "On its own", by=editor)

    assert (post.number, post.body, post.is_published) == (1, "<p>A long reply.</p>", True)
    reply = Reply.objects.get()
    assert (reply.number, reply.body, reply.moved_to) == (1, "", post)
    page = client.get(reply.post.get_absolute_url()).content.decode()
    assert 'id="c1"' in page
    assert f'This is now <a href="{post.get_absolute_url()}">Guest Blog 1: On its own</a>.' in page
    assert "A long reply." not in page
    assert "No replies yet" in page


def test_what_it_came_as_leads_on_and_is_taken_back_there(reply, editor):
    post = convert_to_guest_blog(reply, "On its own", by=editor)

    submission = Submission.objects.get()
    assert (submission.became, submission.became_reply) == (post, None)
    afterwards.retract(post, by=editor)
    submission.refresh_from_db()
    assert submission.state == "retracted"
    assert list(Decision.objects.order_by("pk").values_list("what", flat=True)) == [
        "reply",
        "convert",
        "retract",
    ]


def test_where_it_went_is_not_told_once_that_is_taken_back(client, reply, editor):
    post = convert_to_guest_blog(reply, "Regretted", by=editor)
    afterwards.retract(post, by=editor)

    page = client.get(reply.post.get_absolute_url()).content.decode()

    assert "Regretted" not in page
    assert "This reply has been taken down." in page


def test_a_reply_joins_a_digest_that_is_public(client, reply, editor):
    digest = make_digest("<p>One.</p>")

    item = convert_to_item(reply, digest, by=editor)

    assert item == Submission.objects.get().became
    page = client.get(digest.get_absolute_url()).content.decode()
    assert 'id="v2"' in page
    assert "A long reply." in page
    page = client.get(reply.post.get_absolute_url()).content.decode()
    assert f'<a href="{digest.get_absolute_url()}#v2">account 2 in “Many voices”</a>' in page


def test_a_reply_has_one_place_in_one_digest(reply, editor):
    convert_to_item(reply, make_digest_draft(), by=editor)

    with pytest.raises(WrongStatus, match="already"):
        convert_to_item(reply, make_digest_draft(), by=editor)

    assert DigestItem.objects.count() == 1


@pytest.mark.parametrize("gone", ["retracted", "moved"])
def test_a_reply_that_is_not_there_becomes_nothing(reply, editor, gone):
    if gone == "retracted":
        reply.retract()
    else:
        convert_to_guest_blog(reply, "First", by=editor)
    posts = Post.objects.count()

    with pytest.raises(WrongStatus):
        convert_to_guest_blog(reply, "Second", by=editor)
    with pytest.raises(WrongStatus):
        convert_to_item(reply, make_digest("<p>One.</p>"), by=editor)

    assert Post.objects.guest_blogs().count() == (gone == "moved")
    assert Post.objects.count() == posts + 1
    assert DigestItem.objects.count() == 1


def test_what_is_hidden_with_its_post_becomes_nothing(client, reply, editor):
    digest, public = make_digest_draft(), make_digest("<p>One.</p>")
    convert_to_item(reply, digest, by=editor)
    other = make_reply(post=reply.post)
    reply.post.retract()

    with pytest.raises(WrongStatus, match="its post is not"):
        convert_to_guest_blog(other, "Hidden", by=editor)
    for into in (make_digest_draft(), public):
        with pytest.raises(WrongStatus, match="its post is not"):
            convert_to_item(other, into, by=editor)
    assert gathering.body_of(digest.items.get()) == ""
    with pytest.raises(WrongStatus, match="at least one"):
        publishing.publish_post(digest, by=editor, reason="urgent")

    reply.refresh_from_db()
    assert (reply.status, reply.body) == ("published", "<p>A long reply.</p>")
    assert not Post.objects.guest_blogs().exists()


def test_while_all_publication_is_stopped_nothing_moves(client, reply, editor):
    digest = make_digest("<p>One.</p>")
    stopping.stop(by=editor, reason="legal")

    with pytest.raises(PublicationStopped):
        convert_to_item(reply, digest, by=editor)
    with pytest.raises(PublicationStopped):
        convert_to_guest_blog(reply, "On its own", by=editor)

    assert Reply.objects.get().is_published
    assert digest.items.count() == 1
    convert_to_item(reply, make_digest_draft(), by=editor)


def test_a_reply_that_was_gathered_and_then_moved_is_not_in_the_digest(reply, editor):
    digest = make_digest_draft()
    convert_to_item(reply, digest, by=editor)
    convert_to_guest_blog(Reply.objects.get(), "On its own", by=editor)

    with pytest.raises(WrongStatus, match="at least one"):
        publishing.publish_post(digest, by=editor, reason="urgent")

    assert Reply.objects.get().moved_to.kind == "guest_blog"


def test_one_that_moved_can_neither_be_retracted_nor_restored_where_it_was(reply, editor):
    convert_to_guest_blog(reply, "On its own", by=editor)
    moved = Reply.objects.get()

    with pytest.raises(WrongStatus):
        afterwards.retract(moved, by=editor)
    with pytest.raises(WrongStatus):
        afterwards.restore(moved, by=editor)

    assert Reply.objects.get().is_moved


def test_answers_stay_under_it_and_it_is_not_counted(client, reply, editor):
    make_reply(parent=reply, body="<p>An answer.</p>")
    convert_to_guest_blog(reply, "On its own", by=editor)

    page = client.get(reply.post.get_absolute_url()).content.decode()

    assert "An answer." in page
    assert "1 reply" in page
    assert f'value="reply:{reply.pk}"' not in page


def test_a_reply_without_a_submission_moves_too(editor):
    post = convert_to_guest_blog(make_reply(body="<p>Old.</p>"), "Old", by=editor)

    assert post.body == "<p>Old.</p>"
    assert Decision.objects.get().post == post


def test_what_moved_is_in_no_feed_of_replies(client, reply, editor):
    convert_to_guest_blog(reply, "On its own", by=editor)

    assert b"<entry>" not in client.get("/feeds/replies/").content


@pytest.mark.parametrize("how_many", [2, 20])
def test_a_page_asks_as_little_where_many_moved_as_where_few_did(
    client, editor, django_assert_max_num_queries, how_many
):
    post, digest = make_post(), make_digest("<p>One.</p>")
    for n in range(how_many):
        convert_to_guest_blog(make_reply(post=post), f"Title {n}", by=editor)
        convert_to_item(make_reply(post=post), digest, by=editor)

    with django_assert_max_num_queries(14):
        page = client.get(post.get_absolute_url()).content.decode()

    assert page.count("This is now") == 2 * how_many
