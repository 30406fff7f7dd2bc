"""Setting an app up, signing in with it and out again: as people do, and usable on every page."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import DESK_VIEWS, assert_usable
from tests.browser.conftest import PHONE
from tests.phone import Phone
from tests.running_site import NAME, PASSWORD, running_site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site():
    """A site of its own that asks for a second factor."""
    with running_site(settings="tests.second_factor_on") as started:
        yield started


def sign_in(page, code="", password=PASSWORD):
    page.goto("/admin/")
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill(password)
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in").click()


def set_up(page, later):
    """Set up the app that the page shows, with a code of a half minute before or after."""
    phone = Phone(page.locator(".secret").inner_text())
    page.get_by_label("Code").fill(phone.code(later))
    page.get_by_role("button", name="Set up this app").click()
    expect(page.locator(".codes li")).to_have_count(10)
    return phone


def look(page):
    """Fail unless the open page is usable and ran under the policy; axe-core itself does not."""
    assert page.recording.complaints == []
    assert_usable(page, views=DESK_VIEWS)
    page.recording.complaints.clear()


@pytest.fixture(scope="module")
def walk(site):
    """What one test leaves to the next, which go in the order of the file."""
    return {}


def test_without_scripts_on_a_phone_the_first_sign_in_sets_an_app_up(visit, walk):
    page = visit(scripts=False, screen=PHONE)
    sign_in(page)

    walk["phone"] = set_up(page, later=-1)
    walk["codes"] = page.locator(".codes code").all_inner_texts()
    page.get_by_role("link", name="sign in").click()

    expect(page.get_by_label("Password")).to_be_visible()


def test_the_way_in_is_usable_and_the_way_on_too(visit, walk):
    page = visit()
    page.goto("/admin/login/?ended=1")
    look(page)
    sign_in(page, "quag-gaok", "not this one")
    page.get_by_text("Those did not fit together").wait_for()
    look(page)

    sign_in(page, walk["codes"].pop())
    page.get_by_role("link", name="Second factor").click()
    page.get_by_text("9 recovery codes left").wait_for()
    look(page)

    page.get_by_label("Password").fill("not this one")
    page.get_by_label("Code").fill("quagga")
    page.get_by_role("button", name="Make new recovery codes").click()
    page.get_by_text("Those did not fit together").wait_for()
    look(page)

    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code").fill(walk["codes"].pop())
    page.get_by_role("button", name="Make new recovery codes").click()
    expect(page.locator(".codes li")).to_have_count(10)
    walk["codes"] = page.locator(".codes code").all_inner_texts()
    look(page)

    page.goto("/admin/auth/user/1/change/")
    page.get_by_role("heading", name="Second factor").wait_for()
    look(page)


def test_moving_to_another_phone_and_signing_out_are_usable(visit, walk):
    page = visit()
    sign_in(page, walk["codes"].pop())
    page.goto("/admin/second-factor/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code").fill(walk["codes"].pop())
    page.get_by_role("button", name="Move to another app").click()
    page.get_by_alt_text("A picture for your app").wait_for()
    assert page.locator("img.qr").evaluate("picture => picture.naturalWidth") > 100
    look(page)

    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Set up this app").click()
    page.get_by_text("Wait for its next code").wait_for()
    look(page)

    phone = set_up(page, later=-1)
    look(page)
    sign_in(page, phone.code())
    page.get_by_role("link", name="Second factor").wait_for()
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("heading", name="You are signed out").wait_for()
    look(page)
    assert page.context.cookies() == []
