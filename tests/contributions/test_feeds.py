"""Feeds that any reader can parse, with the whole text and nothing that is not public."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from contributions.feeds import ENTRIES
from contributions.models import PublicNote, SiteSettings
from tests.factories import (
    make_digest,
    make_guest_blog,
    make_label,
    make_post,
    make_posts,
    make_replies,
    make_reply,
)

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, address="/feeds/posts/"):
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed


def texts(root, name):
    return [element.text for element in root.iter(ATOM + name)]


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall(ATOM + "link")}


def test_a_feed_says_what_and_where_it_is(client):
    SiteSettings.objects.update(name="Napo & friends")

    root = feed(client)

    assert root.tag == ATOM + "feed"
    assert root.find(ATOM + "title").text == "Napo & friends: posts"
    assert links(root) == {
        "alternate": "http://testserver/",
        "self": "http://testserver/feeds/posts/",
    }
    assert root.find(ATOM + "id").text.startswith("http://testserver/")


def test_an_entry_carries_the_whole_post(client):
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    post = make_guest_blog(
        title="Fish & <chips>",
        body="<p>Salt &amp; <em>vinegar</em></p>",
        at=at,
        labels=[make_label("Pay")],
    )

    entry = feed(client).find(ATOM + "entry")

    address = f"http://testserver{post.get_absolute_url()}"
    assert entry.find(ATOM + "title").text == "Guest Blog 1: Fish & <chips>"
    assert entry.find(ATOM + "id").text == address
    assert links(entry) == {"alternate": address}
    assert entry.find(ATOM + "content").text == "<p>Salt &amp; <em>vinegar</em></p>"
    assert entry.find(ATOM + "content").get("type") == "html"
    assert entry.find(ATOM + "published").text == "2026-03-02T12:00:00+00:00"
    assert entry.find(ATOM + "category").get("term") == "Pay"


def test_no_author_is_named_but_the_site(client):
    make_guest_blog()

    root = feed(client)

    assert set(texts(root, "name")) == {SiteSettings.current().name}


def test_the_feed_holds_the_newest_only(client):
    make_posts(ENTRIES + 5)

    titles = texts(feed(client), "title")[1:]

    assert titles == [f"Post {n}" for n in range(ENTRIES + 4, 4, -1)]


def test_replies_of_all_posts_are_in_one_feed(client):
    first = make_reply(body="<p>One.</p>", at=datetime(2026, 3, 2, tzinfo=UTC))
    second = make_reply(body="<p>Two.</p>", at=datetime(2026, 3, 3, tzinfo=UTC))

    root = feed(client, "/feeds/replies/")

    assert texts(root, "content") == ["<p>Two.</p>", "<p>One.</p>"]
    assert texts(root, "id")[1:] == [
        f"http://testserver{reply.get_absolute_url()}" for reply in (second, first)
    ]
    assert texts(root, "title")[1] == f"Reply 1 to “{second.post.title}”"


def test_ids_of_replies_are_all_different(client):
    make_replies(20, post=make_post())

    ids = texts(feed(client, "/feeds/replies/"), "id")

    assert len(ids) == len(set(ids)) == 21


def test_a_post_has_a_feed_of_its_own_replies(client):
    reply, other = make_reply(body="<p>Here.</p>"), make_reply(body="<p>Elsewhere.</p>")
    address = reply.post.get_absolute_url().replace(".html", "/feed/")

    root = feed(client, address)

    assert texts(root, "content") == ["<p>Here.</p>"]
    assert links(root)["self"] == f"http://testserver{address}"
    assert other.post.title in root.find(ATOM + "title").text


def test_what_was_taken_back_is_in_no_feed(client):
    reply = make_reply(body="<p>Regretted.</p>")
    reply.retract()
    under_retracted = make_reply(body="<p>Under it.</p>")
    under_retracted.post.retract()

    assert texts(feed(client, "/feeds/replies/"), "content") == []
    address = under_retracted.post.get_absolute_url().replace(".html", "/feed/")
    assert client.get(address).status_code == 404


def test_an_empty_feed_is_a_feed(client):
    assert texts(feed(client), "entry") == []


def test_a_title_pasted_with_control_characters_breaks_no_feed(client):
    make_post(title="Pasted\x0bfrom a word processor", body="<p>And\x0b\x0c\x1f words</p>")

    assert len(list(feed(client).iter(ATOM + "entry"))) == 1


def test_a_feed_that_has_not_changed_is_not_sent_again(client):
    make_post()
    first = client.get("/feeds/posts/")

    second = client.get("/feeds/posts/", headers={"if-none-match": first.headers["ETag"]})

    assert second.status_code == 304


def test_long_feeds_ask_few_questions(client, django_assert_max_num_queries):
    make_replies(200, post=make_post())

    with django_assert_max_num_queries(5):
        feed(client, "/feeds/replies/")


@pytest.mark.parametrize("address", ["/feeds/posts/", "/feeds/replies/"])
def test_a_note_stands_in_the_entry_and_makes_it_new(client, address):
    at, then = datetime(2026, 3, 2, 12, tzinfo=UTC), datetime(2026, 5, 3, 9, tzinfo=UTC)
    reply = make_reply(post=make_post(at=at, body="<p>Words.</p>"), at=at, body="<p>Words.</p>")
    for about in ({"post": reply.post}, {"reply": reply}):
        PublicNote.objects.create(kind="amended", sentence="x < y", noted_at=then, **about)

    root = feed(client, address)

    entry = root.find(ATOM + "entry")
    assert entry.find(ATOM + "content").text.startswith("<p>Words.</p><p>This ")
    assert "was amended on 3 May 2026: x &lt; y.</p>" in entry.find(ATOM + "content").text
    assert entry.find(ATOM + "published").text == "2026-03-02T12:00:00+00:00"
    assert entry.find(ATOM + "updated").text == "2026-05-03T00:00:00+01:00"
    assert root.find(ATOM + "updated").text == "2026-05-03T00:00:00+01:00"


def test_each_feed_says_where_the_wording_was_changed_and_says_it_once(client):
    reply = make_reply(post=make_guest_blog(body="<p>Words.</p>"), body="<p>Words.</p>")
    digest = make_digest("<p>One.</p>", "<p>Two.</p>", body="<p>Words.</p>")
    for edited in (reply, reply.post, digest.items.get(number=2)):
        type(edited).objects.filter(pk=edited.pk).update(edited=True)

    voices, blog = texts(feed(client), "content")
    [answer] = texts(feed(client, "/feeds/replies/"), "content")

    assert blog == answer == "<p>Words.</p><p>Edited for safety.</p>"
    assert voices.count("Edited for safety.") == 1
    assert voices.index("Two.") < voices.index("Edited for safety.")


def test_a_reader_that_asks_by_time_alone_hears_that_the_newest_was_taken_back(client):
    make_post(at=datetime(2026, 3, 2, tzinfo=UTC))
    newest = make_post(title="Regretted", at=datetime(2026, 3, 3, tzinfo=UTC))
    first = client.get("/feeds/posts/")
    newest.retract()

    since = first.headers.get("Last-Modified", "Tue, 03 Mar 2026 00:00:00 GMT")
    second = client.get("/feeds/posts/", headers={"if-modified-since": since})

    assert second.status_code == 200
    assert "Regretted" not in second.content.decode()


def test_a_label_has_a_feed_of_its_own_posts(client):
    pay = make_label("Pay")
    make_post(body="<p>About pay.</p>", labels=[pay])
    make_post(body="<p>About something else.</p>", labels=[make_label("Prisons")])
    make_post(body="<p>Regretted.</p>", labels=[pay]).retract()

    root = feed(client, "/labels/pay/feed/")

    assert texts(root, "content") == ["<p>About pay.</p>"]
    assert root.find(ATOM + "title").text.endswith(": Pay")
    assert links(root) == {
        "alternate": "http://testserver/labels/pay/",
        "self": "http://testserver/labels/pay/feed/",
    }
    assert 'href="/labels/pay/feed/"' in client.get("/labels/pay/").content.decode()


def test_a_label_that_nobody_knows_has_no_feed(client):
    assert client.get("/labels/unheard-of/feed/").status_code == 404
