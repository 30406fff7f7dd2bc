"""What was changed on the review step but not checked is not sent by mistake."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing import check_again, choice, kept_text, write

pytestmark = pytest.mark.browser

TEXT = "My SPO, Zebedee Quillfeather, rang me about the car park."


@pytest.fixture
def review_step(contributor):
    contributor.goto("/contact/")
    write(contributor, TEXT)
    return contributor


def send_button(page):
    return page.get_by_role("button", name="Send this")


def warning(page):
    return page.get_by_text("You have changed something.")


def test_an_unchanged_review_can_be_sent(review_step):
    expect(send_button(review_step)).to_be_visible()
    expect(warning(review_step)).to_be_hidden()


def test_a_changed_choice_has_to_be_checked_first(review_step):
    choice(review_step, "Zebedee Quillfeather", "Keep my words").check()

    expect(send_button(review_step)).to_be_hidden()
    expect(warning(review_step)).to_be_visible()

    check_again(review_step)

    expect(send_button(review_step)).to_be_visible()
    assert "Zebedee Quillfeather" in kept_text(review_step)


def test_a_choice_changed_back_can_be_sent(review_step):
    choice(review_step, "Zebedee Quillfeather", "Keep my words").check()
    choice(review_step, "Zebedee Quillfeather", "Write [name] instead").check()

    expect(send_button(review_step)).to_be_visible()
    expect(warning(review_step)).to_be_hidden()


def test_changed_words_have_to_be_checked_first(review_step):
    review_step.get_by_text("Change your words").click()
    review_step.get_by_label("Your words").press_sequentially(" Twice.")
    review_step.get_by_label("A title, if you have one").focus()

    expect(send_button(review_step)).to_be_hidden()
    expect(warning(review_step)).to_be_visible()
