"""What machines ask for: sitemaps, robots.txt, security.txt and the health check."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from tests.factories import NOON, make_label, make_post, make_posts, make_reply

pytestmark = pytest.mark.django_db


def locations(client, address):
    root = ElementTree.fromstring(client.get(address).content)  # noqa: S314 - our own
    return [element.text for element in root.iter() if element.tag.endswith("loc")]


def test_the_sitemaps_list_every_public_page_and_no_other(client):
    pay = make_label("Pay")
    post, older = make_post(labels=[pay], at=NOON), make_post(at=NOON.replace(year=2019))
    make_reply(post=post)
    gone = make_post(title="Gone")
    gone.retract()

    sitemaps = locations(client, "/sitemap.xml")
    found = [address for sitemap in sitemaps for address in locations(client, sitemap)]

    assert sitemaps == [
        f"http://testserver/sitemap-{name}.xml" for name in ("pages", "labels", "2026", "2019")
    ]
    assert sorted(found) == sorted(
        f"http://testserver{address}"
        for address in (
            *(post.get_absolute_url(), older.get_absolute_url(), "/labels/pay/"),
            *("/", "/archive/", "/guest-blogs/", "/labels/", "/replies/", "/corrections/"),
            *("/about/", "/safety/"),
        )
    )


@pytest.mark.parametrize("section", ["1999", "nothing"])
def test_a_sitemap_of_nothing_is_not_found(client, section):
    assert client.get(f"/sitemap-{section}.xml").status_code == 404


def test_the_sitemaps_are_read_by_as_few_questions_however_many_posts(
    client, django_assert_max_num_queries
):
    make_posts(100)

    with django_assert_max_num_queries(5):
        locations(client, "/sitemap.xml")
    with django_assert_max_num_queries(5):
        assert len(locations(client, "/sitemap-2026.xml")) == 100


def test_robots_are_kept_from_the_desk_and_the_form(client):
    response = client.get("/robots.txt")

    lines = response.content.decode().splitlines()
    assert response.headers["Content-Type"].startswith("text/plain")
    assert "Disallow: /admin/" in lines
    assert "Disallow: /contact/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def fields(response):
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines())


def test_whoever_finds_a_hole_is_told_where_to_write(client, settings):
    settings.SECURITY_CONTACT = ""

    told = fields(client.get("/.well-known/security.txt"))

    assert told["Contact"] == "http://testserver/contact/"
    assert told["Canonical"] == "http://testserver/.well-known/security.txt"
    left = datetime.fromisoformat(told["Expires"]) - datetime.now(UTC)
    assert timedelta(days=363) < left <= timedelta(days=365)


def test_the_setting_says_whom_to_write_to_about_a_hole(client, settings):
    settings.SECURITY_CONTACT = "mailto:safe@blog.example"

    assert fields(client.get("/.well-known/security.txt"))["Contact"] == "mailto:safe@blog.example"


def test_health_asks_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
