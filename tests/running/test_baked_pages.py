"""What nginx sends off the disk is what the site itself would say; so is what the wrapper sends."""

import ssl

import httpx
import pytest

from tests.behind_nginx import behind_nginx
from tests.running_site import running_site

ADDED = {"date", "server", "connection", "vary", "etag", "content-length"}
ADDED |= {"transfer-encoding", "accept-ranges", "keep-alive"}
NEWEST = "SELECT year, month, slug FROM contributions_post ORDER BY published_at DESC LIMIT 1"
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def site():
    with running_site(SITE_ADDRESS="https://127.0.0.1") as started:
        started.manage("bake")
        yield started


@pytest.fixture(scope="module")
def nginx(site):
    with behind_nginx(site) as started:
        trusted = ssl.create_default_context(cafile=started.certificate)
        with httpx.Client(base_url=started.tls, verify=trusted) as browser:
            yield browser


def addresses(site):
    [(year, month, slug)] = site.rows(NEWEST)
    post = f"/{year}/{month:02}/{slug}"
    return ["/", f"{post}.html", f"{post}/feed/", f"/{year}/", "/labels/", "/feeds/posts/"] + [
        *("/robots.txt", "/sitemap.xml", "/safety/", f"/{year}/{month:02}/", "/page/1/")
    ]


def headers_of(response):
    return {name: value for name, value in response.headers.items() if name not in ADDED}


def test_nginx_sends_what_the_wrapper_sends(site, nginx):
    secure = {"X-Forwarded-Proto": "https", "Host": "127.0.0.1"}
    for address in addresses(site):
        ours = nginx.get(address, headers=PLAIN | {"Host": "127.0.0.1"})
        theirs = httpx.get(site.address + address, headers=PLAIN | secure)

        assert (ours.status_code, ours.content) == (200, theirs.content), address
        said, expected = headers_of(ours), headers_of(theirs)
        # The demonstration sends none, and policies are sets.
        said.pop("strict-transport-security")
        assert said.pop("onion-location") == f"http://blogexample.onion{address}"
        for each in (said, expected):
            each["content-security-policy"] = sorted(each["content-security-policy"].split("; "))
        assert said == expected, address


def test_nginx_itself_sends_them(site, nginx):
    site.stop()
    try:
        for address in addresses(site):
            assert nginx.get(address, headers={"Host": "127.0.0.1"}).status_code == 200, address
        assert "The site is away" in nginx.get("/search/").text
    finally:
        site.start()


def test_nginx_sends_them_compressed_and_not_twice(nginx):
    plain = nginx.get("/", headers=PLAIN)
    zipped = nginx.get("/", headers={"Accept-Encoding": "gzip"})
    known = nginx.get("/", headers=PLAIN | {"If-None-Match": plain.headers["ETag"]})
    head = nginx.head("/", headers=PLAIN)

    assert zipped.headers["Content-Encoding"] == "gzip"
    assert zipped.content == plain.content
    assert zipped.headers["Vary"] == "Accept-Encoding"
    assert known.status_code == 304
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    "path", ["/~.html", "/~.html.gz", "/labels/~.html", "/../state.json", "/%2e%2e/headers.json"]
)
def test_nothing_else_comes_out_of_the_folder(nginx, path):
    assert nginx.get(path).status_code in (400, 404)


def test_what_is_sent_to_a_page_is_answered_by_the_site(nginx):
    response = nginx.post("/", data={"a": "b"})

    assert response.status_code == 405
    assert "nginx" not in response.text


def test_by_tor_pages_come_off_the_disk_and_feeds_from_the_site(site, nginx):
    by_tor = {"Host": "blogexample.onion"}

    assert nginx.get("/", headers=by_tor).status_code == 200
    # This site knows no such address, and says so: it was asked.
    assert nginx.get("/feeds/posts/", headers=by_tor).status_code == 400


def test_static_files_keep_working(nginx):
    page = nginx.get("/").text
    style = page.partition('<link rel="stylesheet" href="')[2].partition('"')[0]

    assert nginx.get(style).headers["Content-Type"].startswith("text/css")


def test_what_is_too_long_for_nginx_is_answered_with_a_sentence(nginx):
    answer = nginx.post("/contact/", content=b"text=" + b"w" * 6_000_000)

    assert (answer.status_code, answer.headers["Cache-Control"]) == (413, "no-store")
    assert "at most 40,000 characters" in answer.text
