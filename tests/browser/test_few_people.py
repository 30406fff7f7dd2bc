"""A text that very few people fit is asked about twice, and never refused."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing import send, write

pytestmark = pytest.mark.browser


def test_a_text_that_few_people_fit_is_asked_about_twice(contributor):
    contributor.goto("/contact/")
    write(contributor, "I am the only PSO in the Whitby office.")

    contributor.get_by_role("button", name="Send this").click()

    expect(contributor.get_by_role("alert")).to_contain_text("Nothing has been sent yet")
    send(contributor)
