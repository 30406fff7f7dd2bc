"""From sending to withdrawing with nothing but seven words on paper, scripts off."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import assert_usable
from tests.browser.writing import send, write
from tests.over_http import Editor

pytestmark = pytest.mark.browser

TEXT = "The lift in our building is out of order again."
QUESTION = "May we say that it is a lift?"
ANSWER = "Yes. Karen Wray on 07700 900123 says it too."


@pytest.fixture(scope="module")
def desk(site):
    with Editor(site.address) as editor:
        editor.sign_in()
        yield editor


def send_and_note_words(page):
    """Send a text; return the seven words as they stand on the paper."""
    page.goto("/contact/")
    write(page, TEXT)
    send(page)
    words = page.locator(".receipt li").all_inner_texts()
    assert len(words) == 7
    return " ".join(words)


def newest(desk, before):
    [submission] = set(desk.queue()) - set(before)
    return submission


def sent_and_asked(page, desk, action="ask"):
    """Send a text, let the desk ask about it, and return (its words, its id)."""
    before = desk.queue()
    words = send_and_note_words(page)
    submission = newest(desk, before)
    desk.decide(submission, desk.open(submission) | {"question": QUESTION}, action)
    return words, submission


def come_back(page, words):
    page.goto("/contact/")
    page.get_by_role("contentinfo").get_by_role("link", name="Come back with your receipt").click()
    page.get_by_label("Your seven words").fill(words)
    page.get_by_role("button", name="Open").click()


def test_the_whole_way_of_a_receipt(contributor, desk, visit):
    words, submission = sent_and_asked(contributor, desk)

    come_back(contributor, words.upper().replace(" ", "  "))
    expect(contributor.get_by_role("heading", name="The editor has a question")).to_be_visible()
    expect(contributor.get_by_text(QUESTION)).to_be_visible()
    expect(contributor.get_by_text(TEXT)).to_be_visible()

    contributor.get_by_label("Your answer").fill(ANSWER)
    contributor.get_by_role("button", name="See what would be kept").click()
    kept = contributor.get_by_label("Your text as we would keep it").inner_text().strip()
    assert kept == "Yes. [name] on [phone] says it too."
    contributor.get_by_role("button", name="Send this").click()
    expect(contributor.get_by_role("heading", name="It is with the editor")).to_be_visible()
    expect(contributor.get_by_text(kept)).to_be_visible()
    assert "[name] on [phone] says it too." in desk.get(f"/admin/desk/{submission}/").text

    contributor.get_by_role("button", name="Withdraw it").click()
    expect(contributor.get_by_role("heading", name="Withdraw it?")).to_be_visible()
    contributor.get_by_role("button", name="Yes, withdraw it").click()
    expect(contributor.get_by_role("heading", name="You have withdrawn it")).to_be_visible()
    assert TEXT not in desk.get(f"/admin/desk/{submission}/").text

    elsewhere = visit(scripts=False)
    come_back(elsewhere, words)
    expect(elsewhere.get_by_role("heading", name="You have withdrawn it")).to_be_visible()
    for page in (contributor, elsewhere):
        assert page.context.cookies() == []
        assert all(word not in page.url for word in words.split())
        assert page.recording.complaints == []


def test_saying_yes_to_what_would_be_published(contributor, desk):
    words, submission = sent_and_asked(contributor, desk, "consent")

    come_back(contributor, words)
    shown = contributor.get_by_label("As readers would see it")
    expect(shown).to_contain_text(TEXT)
    contributor.get_by_role("button", name="Yes, publish it like this").click()

    expect(contributor.get_by_role("heading", name="It is with the editor")).to_be_visible()
    assert "The contributor agrees" in desk.get(f"/admin/desk/{submission}/").text


def test_a_mistyped_word_is_answered_with_the_likely_one(contributor, desk):
    words = send_and_note_words(contributor)
    first = words.split()[0]

    come_back(contributor, words.replace(first, f"{first}q", 1))

    problem = contributor.get_by_role("alert")
    expect(problem).to_contain_text(f"“{first}q” is not one of the words we give.")
    expect(contributor.get_by_label("Your seven words")).to_have_value(re.compile(f"^{first}q "))


def test_on_paper_there_is_nothing_but_the_words(contributor):
    words = send_and_note_words(contributor)

    contributor.emulate_media(media="print")

    assert contributor.locator("body").inner_text().split() == words.split()


def form(page, desk):
    page.goto("/contact/receipt/")


def form_with_errors(page, desk):
    come_back(page, "acid acorn acre")
    page.get_by_role("heading", name="Something needs another look").wait_for()


def unknown(page, desk):
    come_back(page, "acid acid acid acid acid acid acid")
    page.get_by_text("These seven words open nothing here.").first.wait_for()


def waiting(page, desk):
    come_back(page, send_and_note_words(page))
    page.get_by_role("heading", name="What you sent").wait_for()


def asked(page, desk):
    come_back(page, sent_and_asked(page, desk)[0])
    page.get_by_role("heading", name="What the editor asks").wait_for()


def asked_for_consent(page, desk):
    come_back(page, sent_and_asked(page, desk, "consent")[0])
    page.get_by_role("heading", name="May it be published like this?").wait_for()


def asked_without_an_answer(page, desk):
    asked(page, desk)
    page.get_by_role("button", name="See what would be kept").click()
    page.get_by_role("heading", name="Something needs another look").wait_for()


def review_of_an_answer(page, desk):
    asked(page, desk)
    page.get_by_label("Your answer").fill(ANSWER)
    page.get_by_role("button", name="See what would be kept").click()
    page.get_by_role("heading", name="This is what we would keep").wait_for()


def answered(page, desk):
    review_of_an_answer(page, desk)
    page.get_by_role("button", name="Send this").click()
    page.get_by_role("heading", name="Between you and the editor").wait_for()


def withdrawing(page, desk):
    waiting(page, desk)
    page.get_by_role("button", name="Withdraw it").click()
    page.get_by_role("heading", name="Withdraw it?").wait_for()


def withdrawn(page, desk):
    withdrawing(page, desk)
    page.get_by_role("button", name="Yes, withdraw it").click()
    page.get_by_role("heading", name="You have withdrawn it").wait_for()


WAYS = [
    form,
    form_with_errors,
    unknown,
    waiting,
    asked,
    asked_for_consent,
    asked_without_an_answer,
    review_of_an_answer,
    answered,
    withdrawing,
    withdrawn,
]
every_page = partial(pytest.mark.parametrize, "way_to", WAYS, ids=lambda way: way.__name__)


@every_page()
def test_a_page_of_a_receipt_is_usable_by_everybody_and_private(visit, site, desk, way_to):
    page = visit()

    way_to(page, desk)

    assert page.recording.hosts() == {site.address.removeprefix("http://")}
    assert page.context.cookies() == []
    assert not re.search(r"<script|javascript:|\son[a-z]+=", page.content())
    assert page.title() in ("Contact", "Error: Contact")
    assert_usable(page)
    assert page.recording.complaints == []
