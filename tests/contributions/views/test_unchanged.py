"""What has not changed is not sent again."""

import pytest

from tests.factories import NOON, make_label, make_post, make_reply

pytestmark = pytest.mark.django_db
POST = "/2026/03/a-plain-title.html"
CHANGING = [
    *("/", POST, "/2026/", "/2026/03/", "/labels/pay/", "/feeds/posts/", "/labels/pay/feed/"),
    *("/feeds/posts/default", "/feeds/posts/default?alt=rss", "/sitemap-2026.xml"),
]
OTHERS = [
    *("/guest-blogs/", "/labels/", "/about/", "/safety/", "/corrections/", "/feeds/replies/"),
    *("/feeds/comments/default", "/2026/03/a-plain-title/feed/", "/sitemap.xml", "/robots.txt"),
    *("/.well-known/security.txt", "/2026/03/a-plain-title/newest/", "/replies/"),
]


@pytest.mark.parametrize("address", [*CHANGING, *OTHERS])
def test_whoever_has_it_is_told_so_and_no_more(client, address):
    make_reply(post=make_post(at=NOON, labels=[make_label("Pay")]))
    first = client.get(address)

    second = client.get(address, headers={"if-none-match": first.headers["ETag"]})

    assert first.status_code == 200
    assert (second.status_code, second.content) == (304, b"")
    assert "Last-Modified" not in first.headers


@pytest.mark.parametrize("address", CHANGING)
def test_what_changed_is_sent(client, address):
    pay = make_label("Pay")
    post = make_post(at=NOON, labels=[pay])
    first = client.get(address)
    make_reply(post=post)
    make_post(title="Another", at=NOON, labels=[pay])

    second = client.get(address, headers={"if-none-match": first.headers["ETag"]})

    assert second.status_code == 200
    assert second.content != first.content


@pytest.mark.parametrize("address", [POST, "/", "/feeds/posts/"])
def test_what_was_taken_back_is_never_said_to_be_unchanged(client, address):
    post = make_post(at=NOON)
    first = client.get(address)
    post.retract()

    second = client.get(address, headers={"if-none-match": first.headers["ETag"]})

    assert second.status_code == (410 if address == POST else 200)
    assert "Plain words." not in second.content.decode()
