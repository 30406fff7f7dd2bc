"""The addresses at which Blogger had its feeds: whoever subscribed there goes on reading."""

from xml.etree import ElementTree

import pytest

from tests.factories import make_label, make_post, make_reply

pytestmark = pytest.mark.django_db
ITS_OWN = "{http://www.w3.org/2005/Atom}link"


def channel(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).find("channel")  # noqa: S314 - our own feed


@pytest.mark.parametrize(
    ("old", "new"),
    [("/feeds/posts/default", "/feeds/posts/"), ("/feeds/comments/default", "/feeds/replies/")],
)
@pytest.mark.parametrize("query", ["", "?alt=atom", "?max-results=500&start-index=-1", "?alt=%00"])
def test_the_old_address_gives_the_new_feed(client, old, new, query):
    make_reply()

    answer = client.get(old + query)

    assert answer.status_code == 200
    assert answer.content == client.get(new).content
    assert "Last-Modified" not in answer.headers


def test_posts_come_in_rss_to_whoever_asks(client):
    post = make_post(title="A &\x1f B", body="<p>Whole &amp; all</p>", labels=[make_label("Pay")])

    found = channel(client, "/feeds/posts/default?alt=rss&max-results=1")

    item = found.find("item")
    assert item.find("title").text == "A & B"
    assert item.find("link").text == f"http://testserver{post.get_absolute_url()}"
    assert item.find("description").text == "<p>Whole &amp; all</p>"
    assert item.find("category").text == "Pay"
    assert item.find("pubDate") is not None
    assert found.find(ITS_OWN).get("href") == "http://testserver/feeds/posts/default?alt=rss"


def test_replies_come_in_rss_to_whoever_asks(client):
    gone = make_reply(body="<p>Regretted.</p>")
    gone.retract()
    reply = make_reply(body="<p>Here.</p>")

    found = channel(client, "/feeds/comments/default?alt=rss")

    assert [item.find("description").text for item in found.iter("item")] == ["<p>Here.</p>"]
    assert found.find("item/guid").text == f"http://testserver{reply.get_absolute_url()}"
    assert found.find(ITS_OWN).get("href") == "http://testserver/feeds/comments/default?alt=rss"
