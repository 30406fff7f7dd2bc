"""How an editor takes words out: by selecting them, or by brackets where no script runs."""

import pytest
from playwright.sync_api import expect

from tests.over_http import Contributor, Editor

pytestmark = pytest.mark.browser

TEXT = (
    "There are two of us in the annexe.\n\nI keep the stapler in the third drawer, behind the "
    "forms for a scheme that ended. Nobody has ever asked me for it."
)
SELECT = """
(text, words) => {
  text.focus();
  text.setSelectionRange(text.value.indexOf(words), text.value.indexOf(words) + words.length);
}
"""


@pytest.fixture
def submission(site, request):
    """The title of something new in the queue."""
    title = f"The stapler, {request.node.name}"
    with Contributor(site.address) as contributor:
        contributor.send(contributor.review(TEXT, title=title))
    return title


def open_at_the_desk(page, title):
    page.goto("/admin/")
    page.get_by_role("link", name=title).click()
    return page.get_by_label("The text as it will go out")


def test_selected_words_are_redacted_by_a_button(editor, reader, submission):
    text = open_at_the_desk(editor, submission)

    text.evaluate(SELECT, "the third drawer")
    text.press("x")
    palette = editor.get_by_role("dialog")
    palette.get_by_label("What it is").press("p")
    palette.get_by_label("Why it goes").select_option("contributor")
    palette.get_by_role("button", name="Redact").press("Enter")
    expect(text).to_have_value(
        TEXT.replace("the third drawer", "[[the third drawer|place|contributor]]")
    )
    expect(editor.locator(".preview")).to_contain_text("I keep the stapler in [place], behind")
    editor.get_by_label("When").select_option("urgent")
    editor.locator("#way-guest_blog summary").click()
    editor.get_by_role("button", name="Approve as guest blog").click()

    expect(editor.get_by_text("Published as Guest Blog")).to_be_visible()
    reader.goto("/guest-blogs/")
    reader.get_by_role("link", name=submission, exact=True).click()
    expect(reader.locator("article.post")).to_contain_text("stapler in [place], behind the forms")
    assert editor.recording.complaints == []


def test_redacting_can_be_undone_with_the_browsers_own_undo(editor, submission):
    text = open_at_the_desk(editor, submission)

    text.evaluate(SELECT, "the annexe")
    editor.get_by_role("button", name="Redact the selected words").click()
    editor.keyboard.press("Enter")
    expect(text).not_to_have_value(TEXT)
    text.focus()
    editor.keyboard.press("Control+z")

    expect(text).to_have_value(TEXT)


def test_brackets_redact_where_no_script_runs(scriptless_editor, reader, submission):
    page = scriptless_editor
    text = open_at_the_desk(page, submission)
    expect(page.get_by_role("button", name="Redact the selected words")).to_be_hidden()

    text.fill(TEXT.replace("the third drawer", "[[the third drawer]]"))
    page.get_by_label("What it is:").select_option("place")
    page.get_by_label("When").select_option("urgent")
    page.locator("#way-guest_blog summary").click()
    page.get_by_role("button", name="Approve as guest blog").click()
    expect(page.get_by_text("Nothing has gone out yet")).to_be_visible()
    expect(page.locator(".preview")).to_contain_text("I keep the stapler in [place], behind")
    page.get_by_role("button", name="Approve as guest blog").click()

    expect(page.get_by_text("Published as Guest Blog")).to_be_visible()
    reader.goto("/guest-blogs/")
    reader.get_by_role("link", name=submission, exact=True).click()
    expect(reader.locator("article.post")).to_contain_text("stapler in [place], behind the forms")


def test_of_two_editors_the_second_is_told_what_happened(editor, site, submission):
    open_at_the_desk(editor, submission)
    with Editor(site.address) as other:
        other.sign_in()
        pk = editor.url.rstrip("/").rpartition("/")[2]
        other.decide(pk, other.open(pk) | {"now_reason": "other"}, "guest_blog")

    editor.keyboard.press("g")
    editor.get_by_role("button", name="Approve as guest blog").click()

    expect(editor.get_by_role("alert")).to_contain_text("It is now published.")
    expect(editor.get_by_text("approved as a guest blog, by editor")).to_be_visible()
