"""From an anonymous account to what readers read, as people go that way."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.writing import change_words, check_again, choice, kept_text, send, write
from tests.running_site import NAME, PASSWORD

pytestmark = pytest.mark.browser

ACCOUNT = """\
I have done this work for nine years and I have never written to anybody about it.

My SPO, Zebedee Quillfeather, told me to close the case. He rang from 07700 900123 and then he \
wrote from zebedee@example.org, so that it was on paper. My colleague Marguerite Ashdown saw it.

The kettle on our floor has been broken for months."""
AFTERTHOUGHT = "\n\nI would like it mended."


def test_an_account_becomes_a_guest_blog(contributor, visit, reader, site):
    title = "The kettle on our floor"
    write_an_account(contributor, title)
    editor = visit()
    sign_in(editor)

    publish_without_the_witness(editor, title)

    reader.goto("/")
    reader.get_by_role("link", name=title, exact=True).click()
    expect(reader.get_by_text(re.compile(r"No. \d+"))).to_be_visible()
    body = reader.locator("article.post").inner_text()
    assert "My SPO, [name A], told me" in body
    assert "My colleague [name B] saw it" in body
    assert "I would like it mended." in body
    assert not re.search("Quillfeather|Ashdown|07700|example.org|floor has been", body)
    feed = httpx.get(f"{site.address}/feeds/posts/").text
    assert title in feed
    assert "I would like it mended." in feed


def write_an_account(page, title):
    """Write it, look, keep one name, look again, add a line, look again, send."""
    page.goto("/contact/")
    write(page, ACCOUNT, title=title)
    shown = kept_text(page)
    assert not re.search("Quillfeather|Ashdown|07700|example.org", shown)
    assert page.locator(".kept mark.out").all_inner_texts() == [
        "[name A]",
        "[phone]",
        "[email]",
        "[name B]",
    ]
    expect(page.get_by_text("telephone number")).to_be_visible()

    choice(page, "Marguerite Ashdown", "Keep my words").check()
    check_again(page)
    assert "Marguerite Ashdown saw it" in kept_text(page)
    assert choice(page, "Marguerite Ashdown", "Keep my words").is_checked()

    assert page.locator(".kept mark.advice").all_inner_texts() == ["nine years"]
    choice(page, "nine years", re.compile("^Write")).check()
    check_again(page)
    assert "nine years" not in kept_text(page)

    change_words(page, ACCOUNT + AFTERTHOUGHT)
    assert "nine years" not in kept_text(page)
    assert "I would like it mended." in kept_text(page)
    assert choice(page, "Marguerite Ashdown", "Keep my words").is_checked()
    assert "Quillfeather" not in kept_text(page)
    send(page)


def sign_in(page):
    page.goto("/admin/")
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def publish_without_the_witness(page, title):
    """Find it in the queue, redact a name and a line, look, publish."""
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_text("The contributor’s own choice:")).to_be_visible()
    text = page.get_by_label("The text as it will go out")
    marked = text.input_value().replace("Marguerite Ashdown", "[[Marguerite Ashdown|name]]")
    text.fill(marked.replace("on our floor has been", "[[on our floor]] has been"))
    page.get_by_role("button", name="Preview").click()
    preview = page.locator(".preview").inner_text()
    assert "My colleague [name B] saw it" in preview
    page.get_by_label("When").select_option("urgent")
    page.locator("#way-guest_blog summary").click()
    page.get_by_role("button", name="Approve as guest blog").click()
    expect(page.get_by_text(re.compile(r"Published as Guest Blog \d+\."))).to_be_visible()


def test_a_reply_is_published_under_its_post(contributor, editor, reader, site):
    words = "It was the same in our office, and nobody asked us either."
    contributor.goto("/")
    contributor.locator(".posts h2 a").first.click()
    address = contributor.url
    contributor.get_by_role("button", name="Reply to this post").click()
    assert contributor.url == f"{site.address}/contact/"

    write(contributor, words, title="About our office", kind="A reply to")
    send(contributor)
    editor.goto("/admin/")
    editor.get_by_role("link", name="About our office").click()
    expect(editor.get_by_label("As it came").get_by_text(words)).to_be_visible()
    editor.get_by_label("When").select_option("urgent")
    editor.locator("#way-reply summary").click()
    editor.get_by_role("button", name="Approve as reply").click()

    said = editor.get_by_text(re.compile(r"Published as reply \d+ under"))
    number = re.search(r"reply (\d+) under", said.inner_text())[1]
    reader.goto(f"{address}#c{number}")
    expect(reader.locator(f"#c{number}").get_by_text(words)).to_be_visible()
    assert words in httpx.get(f"{site.address}/feeds/replies/").text
    assert words in httpx.get(address.removesuffix(".html") + "/feed/").text
