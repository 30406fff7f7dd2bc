"""Finished pages go out as Django would send them, and nothing else comes out of their folder."""

import gzip
import os
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import RequestFactory

from contributions.baking import keeping_up
from contributions.baking.root import Root
from probationblog.baked import Baked
from tests.factories import make_label, make_post, make_reply
from tests.probationblog.processes import ROOT

pytestmark = pytest.mark.django_db
HOST, ONION = "blog.example", "blogexample.onion"
ADDED = {"Vary", "Content-Length"}


class Answer:
    """What an application says to a request."""

    def __init__(self, app, path, method="GET", host=HOST, **environ):
        asked = RequestFactory().generic(method, "/", secure=True).environ
        asked |= {"PATH_INFO": path, "HTTP_HOST": host, "HTTP_X_FORWARDED_PROTO": "https"}
        self.content = b"".join(app(asked | environ, self.start))

    def start(self, status, headers, exc_info=None):
        self.status, self.headers = int(status.split()[0]), dict(headers)
        assert len(headers) == len(self.headers)


@pytest.fixture
def post(settings, tmp_path):
    settings.BAKING, settings.BAKED_ROOT = True, tmp_path / "baked"
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = f"https://{HOST}", [HOST, ONION]
    settings.ONION_ADDRESS = ONION
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    # These read their settings when they are made.
    keeping_up.oven._handler.cache_clear()
    post = make_post(labels=[make_label("Work")])
    make_reply(post=post)
    keeping_up.catch_up(Root())
    keeping_up.bake_whole(Root())
    yield post
    keeping_up.oven._handler.cache_clear()


@pytest.fixture
def django(post):
    # A request that begins would end the transaction that the test is in.
    request_started.disconnect(close_old_connections)
    yield get_wsgi_application()
    request_started.connect(close_old_connections)


def beyond(environ, start_response):
    start_response("418 Not baked", [])
    return []


@pytest.fixture
def app(post):
    return Baked(beyond)


def every_kind(post):
    page = post.get_absolute_url()
    feeds = ["/feeds/posts/", "/feeds/replies/", "/labels/work/feed/", f"{page[:-5]}/feed/"]
    machines = ["/robots.txt", "/sitemap.xml", "/sitemap-pages.xml"]
    pages = ["/", "/labels/", "/labels/work/", f"/{post.year}/", "/replies/", "/about/", "/safety/"]
    return [page, f"{page[:-5]}/newest/", *feeds, *machines, *pages]


def test_every_page_goes_out_as_django_sends_it(app, django, post):
    for path in every_kind(post):
        ours, theirs = Answer(app, path), Answer(django, path)

        assert ours.status == theirs.status == 200, path
        assert ours.content == theirs.content, path
        assert policy(ours) == policy(theirs)
        for name in (theirs.headers.keys() | ours.headers.keys()) - ADDED - {POLICY}:
            assert ours.headers.get(name) == theirs.headers.get(name), (path, name)
        assert ours.headers["Content-Length"] == str(len(ours.content))


POLICY = "Content-Security-Policy"


def policy(answer):
    return {tuple(sorted(part.split())) for part in answer.headers[POLICY].split(";")}


def test_who_takes_it_compressed_gets_it_so(app, post):
    plain, zipped = (Answer(app, "/", HTTP_ACCEPT_ENCODING=told) for told in ("br", "gzip, br"))

    assert gzip.decompress(zipped.content) == plain.content
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert zipped.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert zipped.headers["ETag"] != plain.headers["ETag"]


def test_head_has_no_body(app, post):
    got, head = Answer(app, "/"), Answer(app, "/", "HEAD")

    assert (head.status, head.content, head.headers) == (200, b"", got.headers)


def test_what_a_browser_has_is_not_sent_again(app, post):
    got = Answer(app, "/")

    again = Answer(app, "/", HTTP_IF_NONE_MATCH=got.headers["ETag"])
    other = Answer(app, "/", HTTP_IF_NONE_MATCH='"another"')

    assert (again.status, again.content) == (304, b"")
    assert again.headers["ETag"] == got.headers["ETag"]
    assert "Content-Type" not in again.headers
    assert other.status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_whatever_is_sent_to_a_page_goes_on(app, method):
    assert Answer(app, "/", method).status == 418


@pytest.mark.parametrize(
    "path",
    [
        *("/../state.json", "/%2e%2e/state.json", "/..", "//etc/passwd", "/labels/../", "/a\0b/"),
        *(
            "/~.html",
            "/~.html.gz",
            "/labels/~.html",
            "/~.atom",
            "/lock",
            "/headers.json",
            "/x" * 5000,
        ),
        *("/contact/", "/admin/", "/search/", "/healthz", "/feeds/posts/default", "", "*", "/é/"),
        "/.well-known/security.txt",
    ],
)
def test_nothing_else_comes_out_of_the_folder(app, path):
    assert Answer(app, path).status == 418


def test_a_page_that_was_taken_back_does_not_live_on_in_memory(app, post):
    address = post.get_absolute_url()
    assert Answer(app, address).status == 200

    post.retract()
    keeping_up.catch_up(Root())

    assert Answer(app, address).status == 418


def test_a_page_that_was_baked_anew_goes_out_at_once(app, post):
    before = Answer(app, post.get_absolute_url())

    post.amend(post.revision, body="<p>New words.</p>")
    keeping_up.catch_up(Root())

    after = Answer(app, post.get_absolute_url())
    assert b"New words." in after.content
    assert before.headers["ETag"] != after.headers["ETag"]


def test_memory_is_bounded(app, post, monkeypatch):
    size = len(Answer(app, "/").content)
    monkeypatch.setattr("probationblog.baked.MOST_IN_MEMORY", size + 10)

    for path in every_kind(post):
        Answer(app, path)

    assert app.in_memory == sum(len(page.content) for page in app.pages.values())
    assert app.in_memory <= size + 10


def test_by_another_address_pages_go_out_and_what_names_whole_addresses_does_not(app, post):
    page = Answer(app, "/", host=ONION)

    assert page.status == 200
    assert "Onion-Location" not in page.headers
    assert Answer(app, "/feeds/posts/", host=ONION).status == 418
    assert Answer(app, "/sitemap.xml", host=ONION).status == 418
    assert Answer(app, "/robots.txt", host=ONION).status == 418


def test_a_host_that_is_none_of_ours_and_plain_http_go_on(app):
    assert Answer(app, "/", host="elsewhere.example").status == 418
    assert Answer(app, "/", HTTP_X_FORWARDED_PROTO="http").status == 418


def test_a_folder_that_is_not_there_is_no_harm(app, settings, tmp_path):
    assert Answer(Baked(beyond, tmp_path / "nowhere"), "/").status == 418


def test_the_file_of_a_page_is_looked_at_each_time(app, post):
    assert Answer(app, "/").status == 200

    os.unlink(Root().pages / "~.html")

    assert Answer(app, "/").status == 418


def test_nginx_says_the_same_headers(django, post):
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    text = text.partition("root $baked")[2].partition("\n    }\n")[0]
    said = dict(re.findall(r'^ +add_header (\S+) "?(.*?)"?;$', text, re.MULTILINE))
    theirs = Answer(django, "/").headers

    for name in said.keys() - {POLICY, "Referrer-Policy", "X-Robots-Tag", "Onion-Location"}:
        if name in theirs:
            assert said[name] == theirs[name]
    ours = {tuple(sorted(part.split())) for part in said[POLICY].split(";")}
    assert ours == {tuple(sorted(part.split())) for part in theirs[POLICY].split(";")}
    assert theirs.keys() - {"Content-Type", "Content-Length", "ETag"} <= said.keys()


def test_threads_that_read_a_changed_page_keep_count_of_the_memory(app, post):
    for number in range(20):
        app.root.keep("/about/", b"x" * (number + 1), "text/html")
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: Answer(app, "/about/"), range(8)))

    assert app.in_memory == sum(len(page.content) for page in app.pages.values()) > 0
