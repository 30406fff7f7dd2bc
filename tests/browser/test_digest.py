"""A digest is gathered and put in order by keyboard, by dragging, and with scripts off."""

import pytest

from tests.browser.accessibility import DESK_VIEWS, assert_usable

pytestmark = pytest.mark.browser

REPLIES = """
SELECT p.year, p.month, p.slug FROM contributions_post p JOIN contributions_reply r
ON r.post_id = p.id WHERE r.status = 'published' AND r.id NOT IN (
    SELECT reply_id FROM contributions_digestitem WHERE reply_id IS NOT NULL
) GROUP BY p.id HAVING count(*) >= 3 AND min(r.number) = 1 ORDER BY p.id LIMIT 1
"""


def begin(page, site):
    """Begin a digest with three replies in the browser."""
    [(year, month, slug)] = site.rows(REPLIES)
    page.goto("/admin/desk/digests/")
    page.get_by_label("Title").fill("Three voices")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Under which post").fill(f"/{year}/{month:02}/{slug}.html")
    page.get_by_label("Numbers of the replies").fill("1, 2, 3")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("Added: 3.").wait_for()


def order(page):
    """Return the beginnings of the accounts as they stand in the list."""
    return [text[:30] for text in page.locator(".gathered li > p:first-of-type").all_inner_texts()]


def in_preview(page):
    return [text.strip()[:30] for text in page.locator(".account .prose").all_inner_texts()]


def test_the_page_is_usable(editor, site):
    begin(editor, site)
    editor.locator(".tox-tinymce").wait_for()

    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)


def test_accounts_are_put_in_order_by_keyboard_alone(editor, site):
    begin(editor, site)
    first, second, third = order(editor)

    editor.get_by_role("button", name="Move account 3 up").focus()
    editor.keyboard.press("Enter")
    editor.keyboard.press("Enter")

    assert order(editor) == [third, first, second]
    editor.get_by_text("Account 3 now stands at place 1. Not saved yet.").wait_for()
    editor.get_by_role("button", name="Save", exact=True).last.press("Enter")
    editor.get_by_text("Saved.").wait_for()
    assert order(editor) == [third, first, second]


def test_accounts_are_dragged(editor, site):
    begin(editor, site)
    editor.locator(".tox-tinymce").wait_for()
    first, second, third = order(editor)

    accounts = editor.locator(".gathered li")
    accounts.nth(2).hover(position={"x": 8, "y": 8})
    editor.mouse.down()
    accounts.nth(0).hover(position={"x": 8, "y": 12})
    accounts.nth(0).hover(position={"x": 8, "y": 8})
    editor.mouse.up()

    assert order(editor) == [third, first, second]
    assert [field.input_value() for field in editor.get_by_label("Place of account").all()] == [
        *("1", "2", "3")
    ]


def test_with_scripts_off_it_is_gathered_ordered_and_published(scriptless_editor, reader, site):
    page = scriptless_editor
    begin(page, site)
    first, second, third = order(page)
    page.get_by_role("button", name="Move account 3 up").click()
    assert order(page) == [first, third, second]
    page.get_by_label("Place of account 3").fill("0")
    page.get_by_label("Introduction").fill("<p>You wrote.</p>")
    page.get_by_role("button", name="Save", exact=True).last.click()
    assert order(page) == [second, first, third]

    page.get_by_label("Why it cannot wait").select_option("timeless")
    page.get_by_role("button", name="Publish at once").click()

    page.get_by_text("This digest has been published.").wait_for()
    reader.goto("/")
    reader.get_by_role("link", name="Three voices", exact=True).click()
    assert reader.locator(".account .prose").count() == 3
    assert reader.locator("#v1").get_by_role("link", name="1").get_attribute("href") == "#v1"
