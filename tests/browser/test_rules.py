"""That the checks of pages can fail."""

import pytest

from tests.browser.accessibility import assert_usable, looks

pytestmark = pytest.mark.browser


@looks
def test_a_picture_without_words_and_a_wide_page_are_noticed(visit):
    page = visit()
    page.goto("/about/")

    page.locator("main").evaluate(
        "main => main.innerHTML = `<img src=/favicon.svg><pre>${'wide'.repeat(100)}</pre>`"
    )

    with pytest.raises(AssertionError, match=r"(?s)image-alt.*it scrolls sideways"):
        assert_usable(page)


def test_a_forbidden_script_is_noticed(visit):
    page = visit()
    page.goto("/about/")

    with page.expect_console_message(lambda message: "Policy violated" in message.text):
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))"
        )

    assert "Policy violated: script-src-elem by inline" in page.recording.complaints
