"""Every page that docs/permissions.md opens to an editor: by eye, by keyboard, without scripts."""

import json

import pytest

from tests.browser.accessibility import DESK_VIEWS, assert_usable, looks
from tests.browser.keyboard import assert_reachable
from tests.moderation.permission_table import table

pytestmark = [pytest.mark.browser, looks]

NO_PAGES = {"/admin/desk/records.csv", "/admin/jsi18n/"}
PAGES = [
    address
    for address, who in table().items()
    if who["editor"] in ("yes", "reads") and address not in NO_PAGES
]
# Nothing is sent from there, or only what other tests of this folder send without scripts.
SEND_NOTHING = {
    "/admin/auth/",
    "/admin/contributions/",
    "/admin/moderation/",
    "/admin/password_change/done/",
    "/admin/contributions/sitesettings/",
    "/admin/contributions/standingpage/",
    "/admin/contributions/submission/",
    "/admin/contributions/submission/{submission}/change/",
    "/admin/desk/complaints/",
    "/admin/desk/mine/",
    "/admin/desk/schedule/",
    "/admin/desk/statistics/",
}
SENT = [
    address
    for address in PAGES
    if address not in SEND_NOTHING and not address.endswith("/history/")
]
# What a press takes away goes last.
SENT.sort(key=lambda address: address.endswith("/delete/"))
# Of several buttons in a page, the one that it is for.
BUTTONS = [
    "#content [name=_save]",
    "#content .decide button:not([aria-hidden])",
    "#content [type=submit]",
    "#content button",
]


@pytest.fixture(scope="module")
def things(site):
    """{name: key} of one thing of each kind."""
    return json.loads(site.python("-m", "tests.moderation.things"))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_usable_by_eye_and_by_keyboard(things, editor, address):
    editor.goto(address.format(**things))
    if editor.locator("textarea.tinymce").count():
        editor.locator(".tox-tinymce").wait_for()

    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)
    assert_reachable(editor)


@pytest.mark.parametrize("address", SENT)
def test_with_scripts_off_a_pages_form_is_sent_and_answered(things, scriptless_editor, address):
    page = scriptless_editor
    page.goto(address.format(**things))
    shown = (page.locator(f"{button}:visible") for button in BUTTONS)
    button = next(found for found in shown if found.count()).first
    # The site itself says what is missing, not the browser.
    button.evaluate("button => { button.form.noValidate = true; }")

    with page.expect_navigation() as answer:
        button.click()

    assert answer.value.status in (200, 422)
    assert page.locator("h1").count() == 1
