"""What machines ask for: the sitemap, robots.txt and the health check."""

from xml.etree import ElementTree

import pytest

from tests.factories import make_label, make_post, make_reply

pytestmark = pytest.mark.django_db


def test_the_sitemap_lists_every_public_page_and_no_other(client):
    pay = make_label("Pay")
    post = make_post(labels=[pay])
    make_reply(post=post)
    gone = make_post(title="Gone")
    gone.retract()

    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own

    found = {element.text for element in root.iter() if element.tag.endswith("loc")}
    assert found == {
        f"http://testserver{address}"
        for address in (
            *(post.get_absolute_url(), "/labels/pay/"),
            *("/", "/guest-blogs/", "/labels/", "/corrections/", "/about/", "/safety/"),
        )
    }


def test_robots_are_kept_from_the_desk_and_the_form(client):
    response = client.get("/robots.txt")

    lines = response.content.decode().splitlines()
    assert response.headers["Content-Type"].startswith("text/plain")
    assert "Disallow: /admin/" in lines
    assert "Disallow: /contact/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_health_asks_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
