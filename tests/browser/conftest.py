"""A running site with the demonstration in it, and browsers to visit it with.

They live as long as this folder's tests: Playwright keeps an event loop running in the thread,
and Django's own tests refuse to touch a database beside one.
"""

import pytest
from playwright.sync_api import expect, sync_playwright

from tests import programs
from tests.browser.recording import Recording
from tests.over_http import Editor
from tests.running_site import running_site

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
# A network for examples, which stands for the employer's.
AT_WORK = "198.51.100.0/24"
# Milliseconds; generous, for other tests run beside these.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="package")
def site():
    with running_site(EMPLOYER_NETWORKS=AT_WORK) as started:
        yield started


@pytest.fixture(scope="package")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=programs.chromium(),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def editors_cookies(site):
    """The cookies of a signed-in editor, for a browser."""
    with Editor(site.address) as editor:
        editor.sign_in()
        return [
            {"name": cookie.name, "value": cookie.value, "domain": "127.0.0.1", "path": "/admin/"}
            for cookie in editor.browser.cookies.jar
        ]


@pytest.fixture
def visit(site, chromium):
    """Return a function that opens a browser of its own at the site, everything recorded."""
    contexts = []

    def open_browser(*, scripts=True, screen=DESKTOP, cookies=(), **options):
        context = chromium.new_context(
            base_url=site.address, java_script_enabled=scripts, viewport=screen, **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_cookies(cookies)
        page = context.new_page()
        page.recording = Recording(context)
        return page

    yield open_browser
    for context in contexts:
        context.close()


@pytest.fixture
def contributor(visit):
    """A contributor's browser: a phone, scripts off."""
    return visit(scripts=False, screen=PHONE)


@pytest.fixture
def reader(visit):
    """A reader's browser: a phone, scripts off."""
    return visit(scripts=False, screen=PHONE)


@pytest.fixture
def editor(visit, editors_cookies):
    """The editor's browser, signed in, scripts on."""
    return visit(cookies=editors_cookies)


@pytest.fixture
def scriptless_editor(visit, editors_cookies):
    """The editor's browser, signed in, scripts off."""
    return visit(scripts=False, cookies=editors_cookies)
