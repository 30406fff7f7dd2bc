"""What an editor sees when a form leads nowhere: his words and the way on, on a usable page."""

import pytest
from playwright.sync_api import expect

from moderation import opening
from tests.browser.accessibility import DESK_VIEWS, assert_usable
from tests.browser.keyboard import assert_reachable
from tests.outage import without_database
from tests.over_http import Editor, form_with

pytestmark = pytest.mark.browser

WORDS = "These words would be lost, had nobody thought of them."
REPLY = """
SELECT r.id FROM contributions_reply r JOIN contributions_post p ON p.id = r.post_id
WHERE r.status = 'published' AND p.status = 'published' ORDER BY r.id DESC LIMIT 1
"""


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request, visit, editors_cookies):
    """An editor's browser, with scripts and without."""
    opened = visit(scripts=request.param, cookies=editors_cookies)
    opened.has_scripts = request.param
    return opened


def press_save(page):
    with page.expect_navigation() as answer:
        page.get_by_role("button", name="Save", exact=True).click()
    return answer.value.status


def look(page):
    """Fail unless the open page is usable; axe-core needs scripts."""
    assert page.locator("h1").count() == 1
    if page.has_scripts:
        assert page.recording.complaints == []
        assert_usable(page, views=DESK_VIEWS)
        assert_reachable(page)


def write_call_out(page):
    page.goto("/admin/contributions/callout/add/")
    page.get_by_label("Title").fill("A call-out")
    page.get_by_label("Text").fill(WORDS)


def test_what_has_become_something_else(page, site):
    [(reply,)] = site.rows(REPLY)
    page.goto(f"/admin/contributions/reply/{reply}/change/")
    page.get_by_role("textbox", name="In my own words").fill(WORDS)
    with Editor(site.address) as another:
        another.sign_in()
        address = f"/admin/desk/replies/{reply}/"
        form = form_with(another.get(address), "title")
        another.post(address, form | {"title": "Moved on", "action": "guest_blog"}, 302)

    assert press_save(page) == 409

    expect(page.get_by_text(WORDS)).to_be_visible()
    look(page)
    page.get_by_role("link", name="Open it where it is now").click()
    expect(page.get_by_label("Title:", exact=True)).to_have_value("Moved on")


def test_a_session_that_has_ended(page):
    write_call_out(page)
    page.context.clear_cookies()

    assert press_save(page) == 403

    expect(page.get_by_text(WORDS)).to_be_visible()
    look(page)
    page.get_by_role("link", name="Sign in").click()
    expect(page.get_by_label("Password")).to_be_visible()


def test_a_window_without_the_key(page, site):
    with Editor(site.address) as another:  # Whose session may end here.
        another.sign_in()
        page.context.clear_cookies()
        kept = [each for each in another.browser.cookies.jar if each.name != opening.COOKIE]
    page.context.add_cookies(
        [{"name": each.name, "value": each.value, "url": site.address} for each in kept]
    )

    page.goto("/admin/desk/")

    expect(page.get_by_text("no longer holds the key to the desk")).to_be_visible()
    look(page)
    page.locator("#content").get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="You are signed out").wait_for()


def test_a_desk_without_its_database(page, site):
    write_call_out(page)

    with without_database(site):
        assert press_save(page) == 503
        expect(page.get_by_text(WORDS)).to_be_visible()
        look(page)
