"""The schedule and what comes after publication: by hand, by keyboard, and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import DESK_VIEWS, assert_usable
from tests.browser.conftest import PHONE
from tests.over_http import Contributor, Editor, form_with

pytestmark = pytest.mark.browser

TEXT = "The kettle has been out of order for months, and the form to mend it is out of order too."
SCHEDULE = "/admin/desk/schedule/"
NEWEST = "SELECT max(id) FROM contributions_post WHERE status = 'published'"


@pytest.fixture
def approved(site, request):
    """The title of something new that is approved and waits for its batch."""
    title = f"The kettle, {request.node.name}"
    with Contributor(site.address) as contributor, Editor(site.address) as editor:
        editor.sign_in()
        before = set(editor.queue())
        contributor.send(contributor.review(TEXT, title=title))
        [submission] = set(editor.queue()) - before
        fields = editor.open(submission)
        seen = form_with(editor.decide(submission, fields, "preview", 200), "previewed")
        editor.decide(submission, seen, "guest_blog")
    return title


@pytest.fixture
def published(site):
    """The address of the newest post's change form."""
    [(pk,)] = site.rows(NEWEST)
    return f"/admin/contributions/post/{pk}/change/"


@pytest.fixture
def quoting(site):
    """The address of the change form of a post that quotes somebody."""
    [(pk,)] = site.rows(NEWEST + " AND body LIKE '%<blockquote%'")
    return f"/admin/contributions/post/{pk}/change/"


def entry(page, title):
    return page.locator(".entry").filter(has=page.get_by_role("link", name=title))


def batch_of(page, title):
    return page.locator(".batch").filter(has=page.get_by_role("link", name=title))


def test_the_schedule_is_usable_and_so_is_its_form(editor, approved):
    editor.goto(SCHEDULE)
    assert_usable(editor, views=DESK_VIEWS)

    entry(editor, approved).locator("summary").click()

    assert_usable(editor, views=DESK_VIEWS)
    assert editor.recording.complaints == []


def test_a_refused_time_is_usable(editor, approved):
    editor.goto(SCHEDULE)
    entry(editor, approved).locator("summary").click()
    entry(editor, approved).get_by_label("Day:", exact=True).fill("2020-01-01")

    entry(editor, approved).get_by_role("button", name="Move").click()

    editor.get_by_role("link", name="Choose a time to come.").wait_for()
    assert_usable(editor, views=DESK_VIEWS)


def test_an_entry_is_dragged_to_another_batch(editor, approved):
    editor.goto(SCHEDULE)
    target = editor.locator(".batch:has(> .help)").first
    wanted = target.get_attribute("data-day"), target.get_attribute("data-clock")

    entry(editor, approved).drag_to(target)

    editor.get_by_text("It goes out on").wait_for()
    moved = batch_of(editor, approved)
    assert (moved.get_attribute("data-day"), moved.get_attribute("data-clock")) == wanted


def test_by_keyboard_an_entry_is_moved(editor, approved):
    editor.goto(SCHEDULE)
    entry(editor, approved).locator("summary").focus()
    editor.keyboard.press("Enter")
    entry(editor, approved).get_by_label("Time:", exact=True).focus()
    editor.keyboard.type("1159PM")

    editor.keyboard.press("Enter")

    editor.get_by_text("It goes out on").wait_for()
    assert batch_of(editor, approved).get_attribute("data-clock") == "23:59"


def test_without_scripts_an_entry_is_moved_and_taken_back(scriptless_editor, approved):
    scriptless_editor.set_viewport_size(PHONE)
    scriptless_editor.goto(SCHEDULE)
    entry(scriptless_editor, approved).locator("summary").click()
    entry(scriptless_editor, approved).get_by_label("Time:", exact=True).fill("23:58")
    entry(scriptless_editor, approved).get_by_role("button", name="Move").click()
    scriptless_editor.get_by_text("It goes out on").wait_for()
    entry(scriptless_editor, approved).locator("summary").click()

    entry(scriptless_editor, approved).get_by_role("button", name="Take back").click()

    scriptless_editor.get_by_text("It is taken back").wait_for()
    expect(entry(scriptless_editor, approved)).to_have_count(0)


def test_the_switch_and_its_banner_are_usable(editor, approved):
    editor.goto(SCHEDULE)
    editor.get_by_role("link", name="Stop all publication…").click()
    assert_usable(editor, views=DESK_VIEWS)
    editor.get_by_label("Another reason").check()
    editor.get_by_role("button", name="Stop all publication").click()
    try:
        editor.get_by_text("All publication is stopped, since").wait_for()
        assert_usable(editor, views=DESK_VIEWS)
        editor.goto("/admin/")
        assert_usable(editor, views=DESK_VIEWS)
    finally:
        editor.goto("/admin/desk/publication/")
        assert_usable(editor, views=DESK_VIEWS)
        editor.get_by_role("button", name="Let publication go on").click()
    editor.get_by_text("Publication goes on.").wait_for()


def test_the_page_that_asks_what_readers_are_told_is_usable_and_enter_confirms(
    editor, reader, published
):
    editor.goto(published)
    address = editor.get_by_role("link", name="View on site").get_attribute("href")
    editor.get_by_role("button", name="Retract…").click()
    assert_usable(editor, views=DESK_VIEWS)
    editor.get_by_role("button", name="Retract").click()
    editor.get_by_role("link", name="Choose what readers are told, or write it.").wait_for()
    assert_usable(editor, views=DESK_VIEWS)
    editor.get_by_label("a detail was removed").focus()
    editor.keyboard.press("Space")

    editor.keyboard.press("Enter")

    editor.get_by_text("Retracted: 1.").wait_for()
    reader.goto(address)
    expect(reader.get_by_text("a detail was removed.")).to_be_visible()


def test_amending_is_usable_when_somebody_was_faster(editor, quoting):
    editor.goto(quoting)
    editor.get_by_label("Title").fill("Mine")
    editor.get_by_role("textbox", name="In my own words").fill("it has a better title")
    editor.locator("[name=seen]").evaluate("seen => seen.value = '77'")

    editor.get_by_role("button", name="Save", exact=True).click()

    editor.get_by_role("heading", name="What stands there now").wait_for()
    expect(editor.locator(".standing blockquote")).to_be_visible()
    editor.locator(".tox-tinymce").wait_for()
    assert_usable(editor, views=DESK_VIEWS)
