"""The editor's own articles are written in a rich-text editor, under the security policy."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import DESK_VIEWS, assert_usable

pytestmark = pytest.mark.browser


@pytest.fixture
def article(editor):
    """A new post, its rich-text editor ready."""
    editor.goto("/admin/contributions/post/add/")
    editor.get_by_role("button", name="Quote an article").wait_for()
    return editor


def body(page):
    return page.frame_locator("iframe.tox-edit-area__iframe").locator("body")


def quote(page, source, address, words):
    """Quote an article with the button that the desk adds."""
    page.get_by_role("button", name="Quote an article").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Source and date").fill(source)
    dialog.get_by_label("Address (https://…)").fill(address)
    dialog.get_by_label("The words you quote").fill(words)
    dialog.get_by_role("button", name="Insert").click()
    dialog.wait_for(state="hidden")


def test_an_article_with_a_quotation_is_published(article, reader):
    article.get_by_label("Title").fill("On counting things")
    body(article).press_sequentially("They have counted again, and it says:")
    body(article).press("Enter")
    quote(
        article,
        "The Example Gazette, 3 May",
        "https://example.org/counting",
        "Numbers are up.\n\nNumbers are also down.",
    )

    article.get_by_role("button", name="Save and publish").click()

    expect(article.get_by_text("Published: 1.")).to_be_visible()
    others = [said for said in article.recording.complaints if not is_inline_style(said)]
    assert others == []
    reader.goto("/")
    reader.get_by_role("link", name="On counting things", exact=True).click()
    quotation = reader.locator("article.post blockquote")
    expect(reader.get_by_text("They have counted again")).to_be_visible()
    expect(quotation).to_have_attribute("cite", "https://example.org/counting")
    expect(quotation.locator("p")).to_have_text(
        ["Numbers are up.", "Numbers are also down.", "The Example Gazette, 3 May"]
    )
    link = quotation.locator("cite").get_by_role("link")
    expect(link).to_have_attribute("href", "https://example.org/counting")
    expect(link).to_have_attribute("rel", "nofollow ugc noopener noreferrer")


def test_a_pasted_script_does_not_reach_readers(article, reader):
    article.get_by_label("Title").fill("On pasting things")
    article.evaluate(
        "tinymce.activeEditor.setContent('<p>Before<img src=data:,x onerror=alert(1)></p>"
        "<script>alert(1)</' + 'script><p><a href=\"javascript:alert(1)\">link</a></p>')"
    )

    article.get_by_role("button", name="Save and publish").click()

    expect(article.get_by_text("Published: 1.")).to_be_visible()
    reader.goto("/")
    reader.get_by_role("link", name="On pasting things", exact=True).click()
    html = reader.locator("article.post").inner_html()
    assert "Before" in html
    assert not any(word in html for word in ("script", "onerror", "alert", "<img"))


def test_the_dialog_of_a_quotation_is_usable(article):
    article.get_by_role("button", name="Quote an article").click()
    article.get_by_role("dialog").wait_for()

    assert_usable(article, views=DESK_VIEWS)


def is_inline_style(complaint):
    """Tell the one complaint there may be: TinyMCE gives its bookmark a style, in vain."""
    return "style-src-attr" in complaint or "Applying inline style violates" in complaint
