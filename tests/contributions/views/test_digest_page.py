"""A digest as readers see it: introduction, accounts with addresses of their own, and gaps."""

from xml.etree import ElementTree

import pytest

from contributions.digests import in_full
from contributions.models import DigestItem, Submission
from moderation import afterwards, publishing
from moderation.converting import convert_to_guest_blog, convert_to_item
from tests.correspondent import Correspondent
from tests.factories import make_digest, make_digest_draft, make_post, make_reply
from tests.moderation.approving import approve_for, publish_reply

pytestmark = pytest.mark.django_db


def read(client, post):
    return client.get(post.get_absolute_url()).content.decode()


def test_each_account_has_its_number_its_address_and_no_name(client):
    page = read(client, make_digest("<p>One.</p>", "<p>Two.</p>", body="<p>You wrote.</p>"))

    assert page.index("You wrote.") < page.index('id="v1"') < page.index("One.")
    assert page.index("One.") < page.index('id="v2"') < page.index("Two.")
    assert page.count("· Anonymous") == 2
    assert '<a href="#v2">2</a>' in page


def test_one_that_was_taken_back_leaves_its_number_and_no_words(client):
    digest = make_digest("<p>Regretted.</p>", "<p>Two.</p>")
    digest.items.get(number=1).retract()

    page = read(client, digest)

    assert "Regretted" not in page
    assert "This account was taken back." in page
    assert page.index('id="v1"') < page.index('id="v2"')


def test_a_feed_carries_the_accounts_with_their_addresses(client):
    digest = make_digest("<p>One.</p>", "<p>Regretted.</p>", body="<p>You wrote.</p>")
    digest.items.get(number=2).retract()

    feed = client.get("/feeds/posts/").content
    [content] = ElementTree.fromstring(feed).iter("{http://www.w3.org/2005/Atom}content")  # noqa: S314 - our own

    assert "<p>You wrote.</p>" in content.text
    assert f'<a href="{digest.get_absolute_url()}#v1">1</a> · Anonymous' in content.text
    assert "<p>One.</p>" in content.text
    assert "This account was taken back." in content.text
    assert "Regretted" not in content.text


def test_a_post_without_accounts_is_its_body():
    assert in_full(make_post(body="<p>Words.</p>"), []) == "<p>Words.</p>"


@pytest.mark.parametrize("how_many", [2, 60])
def test_page_and_feed_ask_as_little_for_many_accounts_as_for_few(
    client, django_assert_max_num_queries, how_many
):
    digests = [make_digest(*["<p>Words.</p>"] * how_many) for _ in range(how_many // 2)]

    with django_assert_max_num_queries(12):
        client.get(digests[0].get_absolute_url())
    with django_assert_max_num_queries(7):
        client.get("/feeds/posts/")


def test_what_is_being_gathered_shows_nowhere(client, editor):
    digest = make_digest("<p>One.</p>")
    DigestItem.objects.create(post=digest, number=2)

    assert 'id="v2"' not in read(client, digest)


@pytest.fixture
def published_account(editor):
    """A contributor whose text went out in a digest, and the digest."""
    back, digest = Correspondent(text="An account."), make_digest_draft()
    approve_for(digest, back.submission, editor)
    publishing.publish_post(digest, by=editor, reason="urgent")
    return back, digest


def test_the_receipt_leads_to_the_account(published_account):
    back, digest = published_account

    page = back.open().content.decode()

    assert f'<a href="{digest.get_absolute_url()}#v1">account 1 in “Many voices”</a>' in page


def test_its_contributor_has_one_account_taken_down_alone(client, editor, published_account):
    back, digest = published_account
    stays = convert_to_item(make_reply(body="<p>Stays.</p>"), digest, by=editor)
    back.submission.refresh_from_db()

    back.submission.want_back()
    [wanted] = Submission.objects.wanted_back()
    afterwards.retract(wanted.became, by=editor)

    assert not Submission.objects.wanted_back().exists()
    page = read(client, digest)
    assert "This account was taken back on " in page
    assert stays.number == 2
    assert "Stays." in page
    answer = back.open().content.decode()
    assert "It has been taken down again" in answer
    assert "out of public view, as you asked. It stays down." in answer


def test_the_receipt_of_a_reply_that_moved_leads_on(editor):
    post, back = make_post(), Correspondent(text="A reply.", kind="reply")
    reply = publish_reply(back.submission, editor, post)

    guest_blog = convert_to_guest_blog(reply, "On its own", by=editor)

    page = back.open().content.decode()
    assert f'<a href="{guest_blog.get_absolute_url()}">Guest Blog 1: On its own</a>' in page
