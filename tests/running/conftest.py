"""A running site, with the demonstration in it, for people who come over HTTP."""

import pytest

from tests.over_http import Contributor, Editor
from tests.running_site import running_site


@pytest.fixture(scope="package")
def site():
    with running_site() as started:
        yield started


@pytest.fixture
def contributor(site):
    with Contributor(site.address) as contributor:
        yield contributor


@pytest.fixture
def sign_in(site):
    """Return a function that signs an editor in, each in a browser of his own."""
    signed_in = []

    def new_editor():
        editor = Editor(site.address)
        signed_in.append(editor)
        editor.sign_in()
        return editor

    yield new_editor
    for editor in signed_in:
        editor.browser.close()
