"""Two editors in two browsers on one text, ten ways of colliding: one decision, nothing lost."""

from uuid import UUID

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import DESK_VIEWS, assert_usable
from tests.moderation.views.test_colliding import COLLISIONS  # the tenth: one has it in hand
from tests.over_http import Contributor, Editor, form_with

pytestmark = pytest.mark.browser

TEXT = "The lift has been out of order for months, and so has the form to report it with."
OURS, MINE = f"{TEXT} So says the first.", "[[The lift|detail|another]] is out, says the second."
COLLEAGUE, PASSWORD = "colleague", "a staple of another battery"
ADD = "/admin/auth/user/add/"
# What each way asks for.
CHOSEN = {"decline": ("Reason", "1"), "hold": ("Reason", "timing")}
QUESTION = "Which form?"
NEWEST_POST = "SELECT max(id) FROM contributions_post WHERE status = 'published'"


@pytest.fixture(scope="module")
def colleagues_cookies(site):
    """The cookies of a second editor, whom the first lets in."""
    with Editor(site.address) as editor, Editor(site.address) as colleague:
        editor.sign_in()
        new = {"username": COLLEAGUE, "password1": PASSWORD, "password2": PASSWORD}
        added = editor.post(ADD, form_with(editor.get(ADD), "password1") | new, 302)
        entry = added.headers["location"]
        rights = {"is_active": "on", "is_staff": "on", "is_superuser": "on"}
        editor.post(entry, form_with(editor.get(entry), "username") | rights, 302)
        colleague.sign_in(COLLEAGUE, PASSWORD)
        return [
            {"name": cookie.name, "value": cookie.value, "domain": "127.0.0.1", "path": "/admin/"}
            for cookie in colleague.browser.cookies.jar
        ]


@pytest.fixture
def editors(editor, visit, colleagues_cookies):
    return editor, visit(cookies=colleagues_cookies)


@pytest.fixture
def submission(site):
    """The id of a reply, with a title, that has just come."""
    query = "SELECT CAST(id AS TEXT) FROM contributions_submission"
    before = set(site.rows(query))
    [(post,)] = site.rows(NEWEST_POST)
    with Contributor(site.address) as contributor:
        review = contributor.review(TEXT, title="The lift", kind="reply", target=f"post:{post}")
        contributor.send(review)
    [(pk,)] = set(site.rows(query)) - before
    return UUID(pk)


@pytest.fixture
def decided(site, submission):
    """Return a function that tells what was decided on it, in order."""
    query = "SELECT CAST(submission_id AS TEXT), what FROM moderation_decision ORDER BY id"
    return lambda: [what for pk, what in site.rows(query) if pk and UUID(pk) == submission]


def text_of(page):
    return page.get_by_label("The text as it will go out")


def press(page, way):
    """Open the panel of a way, fill in what it asks for, and press its button."""
    panel = page.locator(f"#way-{way}")
    if panel.get_attribute("open") is None:
        panel.locator("summary").first.click()
    if way in CHOSEN:
        label, value = CHOSEN[way]
        panel.get_by_label(label).select_option(value)
    if way == "ask":
        panel.get_by_label("What you want to ask").fill(QUESTION)
    panel.locator(f"button[value={way}]").click()


@pytest.mark.parametrize(("first", "second"), COLLISIONS)
def test_of_two_the_later_is_told_and_keeps_what_was_written(
    editors, submission, decided, first, second
):
    one, other = editors
    for page in editors:
        page.goto(f"/admin/desk/{submission}/")

    press(one, first)
    one.locator(".success").wait_for()
    text_of(other).fill(MINE)
    with other.expect_navigation() as answer:
        press(other, second)

    assert answer.value.status == 409
    expect(other.get_by_role("alert")).to_have_count(1)
    expect(other.get_by_role("alert")).to_contain_text("Your decision was not carried out")
    expect(other.get_by_text(MINE)).to_be_visible()
    assert decided() == [first]


def test_what_one_has_in_hand_the_other_takes_over_and_the_first_is_told(
    editors, submission, decided
):
    one, other = editors
    for page in editors:
        page.goto(f"/admin/desk/{submission}/")
    text_of(one).fill(OURS)
    one.get_by_role("button", name="Preview").click()
    one.get_by_text("You have it in hand until").wait_for()

    text_of(other).fill(MINE)
    press(other, "decline")
    expect(other.get_by_role("alert")).to_contain_text("editor has it in hand until")
    expect(text_of(other)).to_have_value(MINE)
    assert_usable(other, views=DESK_VIEWS)
    before = decided()
    other.get_by_label("Take it over, and do it all the same").check()
    press(other, "decline")
    other.locator(".success").wait_for()
    press(one, "guest_blog")

    expect(one.get_by_role("alert")).to_contain_text("Your decision was not carried out")
    expect(one.get_by_text("declined, by colleague")).to_be_visible()
    expect(one.get_by_text(OURS)).to_be_visible()
    assert (before, decided()) == ([], ["decline"])
    assert [page.recording.complaints for page in editors] == [[], []]
