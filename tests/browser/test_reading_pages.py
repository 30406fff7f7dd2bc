"""Every kind of page that readers see: usable, private, and on its own."""

import re
from datetime import date

import pytest

from tests.browser.accessibility import assert_usable, looks
from tests.over_http import Editor, form_with

pytestmark = [pytest.mark.browser, looks]

LONGEST_THREAD = """
SELECT year, month, slug FROM contributions_post WHERE id = (
    SELECT post_id FROM contributions_reply GROUP BY post_id ORDER BY count(*) DESC LIMIT 1
)
"""
A_DIGEST = """
SELECT year, month, slug FROM contributions_post WHERE kind = 'digest' AND status = 'published'
ORDER BY published_at DESC LIMIT 1
"""
NEWEST_LABEL = "SELECT slug FROM contributions_label ORDER BY id DESC LIMIT 1"
OLDEST_POST = """
SELECT id, year, month, slug FROM contributions_post WHERE status = 'published'
ORDER BY published_at LIMIT 1
"""


@pytest.fixture(scope="module")
def pages(site):
    """Return (address, status) of each kind of page by its name."""
    [(year, month, slug)] = site.rows(LONGEST_THREAD)
    [(label,)] = site.rows(NEWEST_LABEL)
    [(digest_year, digest_month, digest)] = site.rows(A_DIGEST)
    taken_down = retracted_post(site)
    long = long_thread(site)
    return {
        "digest": (f"/{digest_year}/{digest_month:02}/{digest}.html#v2", 200),
        "front": ("/", 200),
        "older posts": ("/page/1/", 200),
        "post with replies": (f"/{year}/{month:02}/{slug}.html", 200),
        "one reply": (f"/{year}/{month:02}/{slug}.html#c2", 200),
        "newest replies": (f"/{year}/{month:02}/{slug}/newest/", 200),
        "long thread": (f"{long}.html#c203", 200),
        "later replies": (f"{long}/2/#c203", 200),
        "recent replies": ("/replies/", 200),
        "guest blogs": ("/guest-blogs/", 200),
        "labels": ("/labels/", 200),
        "archive": ("/archive/", 200),
        "label": (f"/labels/{label}/", 200),
        "year": (f"/{year}/", 200),
        "empty year": (f"/{date.today().year}/", 200),  # noqa: DTZ011 - any day of the year
        "month": (f"/{year}/{month:02}/", 200),
        "corrections": ("/corrections/", 200),
        "search": ("/search/?q=caseload+or+court+-quagga", 200),
        "search refused": ("/search/?q=-court", 200),
        "about": ("/about/", 200),
        "safety": ("/safety/", 200),
        "unknown": ("/no/such/page/", 404),
        "taken down": (taken_down, 410),
    }


def retracted_post(site):
    """Retract the oldest post as the editor does; return its address."""
    [(pk, year, month, slug)] = site.rows(OLDEST_POST)
    with Editor(site.address) as editor:
        editor.sign_in()
        token = form_with(editor.get("/admin/contributions/post/"), "csrfmiddlewaretoken")
        chosen = token | {"action": "retract", "_selected_action": str(pk)}
        asked = editor.post("/admin/contributions/post/", chosen)
        noted = form_with(asked, "confirmed") | {"own_words": "it can stand no longer"}
        editor.post("/admin/contributions/post/", noted, 302)
    return f"/{year}/{month:02}/{slug}.html"


def long_thread(site):
    """Add a post with more replies than a page holds; return its address without its end."""
    site.manage("load_sample", "--add", "--posts=1", "--replies=203")
    [(year, month, slug)] = site.rows(LONGEST_THREAD)
    return f"/{year}/{month:02}/{slug}"


KINDS = [
    "digest",
    *("newest replies", "long thread", "later replies", "recent replies"),
    *("front", "older posts", "post with replies", "one reply", "guest blogs", "labels", "label"),
    "archive",
    *("year", "empty year", "month", "corrections", "search", "search refused", "about", "safety"),
    *("unknown", "taken down"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_usable_by_everybody(pages, visit, kind):
    address, status = pages[kind]
    page = visit()

    answer = page.goto(address)

    assert answer.status == status
    assert_usable(page)
    assert page.recording.complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_to_itself(pages, reader, site, kind):
    address, _ = pages[kind]

    reader.goto(address)

    assert reader.recording.hosts() == {site.address.removeprefix("http://")}
    assert reader.context.cookies() == []
    # What a post says of itself is data, which no browser runs.
    runs = r"<script(?! type=\"application/ld\+json\")|javascript:|\son[a-z]+="
    assert not re.search(runs, reader.content())
