"""The headers of each area of the site."""

import pytest

from tests.factories import PASSWORD, make_post

pytestmark = pytest.mark.django_db
PUBLIC = {
    "default-src": {"'none'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "connect-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
    "frame-ancestors": {"'none'"},
}
ADMIN = PUBLIC | {
    "script-src": {"'self'"},
    "font-src": {"'self'"},
}
READING = [
    "/",
    "/replies/",
    "/guest-blogs/",
    "/labels/",
    "/about/",
    "/safety/",
    "/feeds/posts/",
    "/nothing/",
]
READING += ["/robots.txt", "/sitemap.xml", "/sitemap-pages.xml", "/.well-known/security.txt"]
READING += ["/feeds/posts/default", "/feeds/posts/default?alt=rss", "/healthz"]


def policy(response):
    directives = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: set(values) for name, *values in filter(None, directives)}


@pytest.mark.parametrize("address", [*READING, "/contact/"])
def test_public_pages_may_load_style_and_pictures_of_our_own_and_nothing_else(client, address):
    assert policy(client.get(address)) == PUBLIC


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/", "/admin/desk/", "/admin/nothing/"])
def test_the_admin_may_run_its_own_scripts_and_no_inline_one(client, editor, address):
    client.force_login(editor)

    response = client.get(address)

    assert policy(response) == ADMIN
    assert "unsafe" not in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", READING)
def test_readers_tell_other_sites_nothing(client, address):
    response = client.get(address)

    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_pages_with_forms_send_their_origin_to_ourselves_alone(client, editor):
    post = make_post()
    client.force_login(editor)

    pages = [client.get(a) for a in (post.get_absolute_url(), "/contact/", "/admin/desk/")]

    assert [page.headers["Referrer-Policy"] for page in pages] == ["same-origin"] * 3


@pytest.mark.parametrize("address", [*READING, "/contact/", "/admin/login/"])
def test_every_page_keeps_its_window_and_the_device_to_itself(client, address):
    headers = client.get(address).headers

    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_the_desk_is_never_kept_by_a_cache(editor_client):
    assert "no-store" in editor_client.get("/admin/desk/").headers["Cache-Control"]


def test_the_desks_cookies_are_the_desks_alone(client, editor):
    client.get("/admin/login/")
    response = client.post("/admin/login/", {"username": editor.username, "password": PASSWORD})

    assert response.status_code == 302
    assert {cookie["path"] for cookie in response.cookies.values()} == {"/admin/"}
    assert all(cookie["httponly"] for cookie in response.cookies.values())
    assert {cookie["samesite"] for cookie in response.cookies.values()} <= {"Lax", "Strict"}


def test_in_production_pages_insist_on_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SECURE_HSTS_PRELOAD = settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True

    plain = client.get("/")
    secure = client.get("/", headers={"x-forwarded-proto": "https"})
    health = client.get("/healthz")

    assert (plain.status_code, plain.url) == (301, "https://testserver/")
    assert secure.headers["Strict-Transport-Security"] == (
        "max-age=63072000; includeSubDomains; preload"
    )
    assert health.status_code == 200


@pytest.mark.parametrize("path", ["/", "/contact/", "/search/?q=words"])
def test_the_address_in_tor_is_offered_with_the_path_and_without_a_search(client, settings, path):
    settings.ONION_ADDRESS = "blogexample.onion"
    settings.ALLOWED_HOSTS = ["testserver", "blogexample.onion"]
    https = {"x-forwarded-proto": "https"}

    offered = client.get(path, headers=https)
    plain = client.get(path)
    there = client.get(path, headers=https | {"host": "blogexample.onion"})

    expected = f"http://blogexample.onion{path.partition('?')[0]}"
    assert offered.headers["Onion-Location"] == expected
    assert "Onion-Location" not in plain.headers
    assert "Onion-Location" not in there.headers


@pytest.mark.parametrize("address", ["/", "/contact/", "/about/", "/nothing/"])
def test_no_page_loads_anything_from_elsewhere(client, address):
    content = client.get(address).content.decode()

    loaded = [part.split('"')[0] for part in content.split(' src="')[1:]]
    linked = [line for line in content.splitlines() if "<link" in line and "canonical" not in line]
    assert "<script" not in content
    assert " style=" not in content
    assert not any("//" in address for address in loaded)
    assert not any('href="http' in line or 'href="//' in line for line in linked)


def test_by_tor_whole_addresses_are_those_of_tor(client, settings):
    settings.ONION_ADDRESS = "blogexample.onion"
    settings.ALLOWED_HOSTS = ["testserver", "blogexample.onion"]
    settings.SECURE_SSL_REDIRECT = True
    passed_on = {"x-forwarded-proto": "https"}

    here = client.get("/robots.txt", headers=passed_on | {"host": "testserver"})
    there = client.get("/robots.txt", headers=passed_on | {"host": "blogexample.onion"})

    assert b"Sitemap: https://testserver/" in here.content
    assert b"Sitemap: http://blogexample.onion/" in there.content


def test_what_a_reader_sees_is_asked_for_each_time(client):
    assert client.get("/feeds/posts/").headers["Cache-Control"] == "no-cache"
    assert "no-store" in client.get("/contact/").headers["Cache-Control"]
