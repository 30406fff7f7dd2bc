"""Every kind of page that a contributor meets: usable, private, without a script."""

import re
from functools import partial

import pytest

from tests.browser.accessibility import assert_usable
from tests.browser.writing import check_again, choice, send, write
from tests.outage import without_database

pytestmark = pytest.mark.browser

ADD_FIELDS = """
form => form.insertAdjacentHTML("beforeend", "<input type=hidden name=more>".repeat(4000))
"""
NAMED = "My SPO, Zebedee Quillfeather, rang me from 07700 900123 about the car park."


def form(page):
    page.goto("/contact/")


def form_with_errors(page):
    form(page)
    page.get_by_role("button", name="See what would be kept").click()
    page.get_by_role("heading", name="Something needs another look").wait_for()


def form_meant_for_a_post(page):
    page.goto("/")
    page.locator(".posts h2 a").first.click()
    page.get_by_role("button", name="Reply to this post").click()
    page.get_by_label("A reply to").wait_for()


def review_step(page):
    form(page)
    write(page, NAMED, title="For Zebedee Quillfeather")
    page.get_by_role("button", name="Send this").wait_for()


def review_step_without_findings(page):
    form(page)
    write(page, "They moved the car park again.")
    page.get_by_role("button", name="Send this").wait_for()


def review_step_with_words_kept(page):
    review_step(page)
    choice(page, "Zebedee Quillfeather", "Keep my words").check()
    check_again(page)
    page.locator("mark.in").first.wait_for()


def form_whose_target_is_unknown(page):
    page.goto("/")
    page.locator(".posts h2 a").first.click()
    page.locator("form.answer input").first.evaluate("target => target.value = 'post:987654321'")
    page.get_by_role("button", name="Reply to this post").click()
    page.get_by_text("We cannot find what you are answering").wait_for()


def review_step_with_a_message(page):
    """The one that is still open in another tab when its form has been sent."""
    review_step(page)
    page.locator("form:has([name=seal])").evaluate("form => form.target = '_blank'")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Send this").click()
    opened.value.get_by_role("heading", name="It has arrived").wait_for()
    check_again(page)
    page.get_by_text("You have already sent something from this form").wait_for()


def review_step_of_a_forged_form(page):
    review_step(page)
    page.locator("input[name=seal]").evaluate("seal => seal.value = 'forged'")
    page.get_by_role("button", name="Send this").click()
    page.get_by_text("did not arrive whole").wait_for()


def received(page):
    review_step(page)
    send(page)


def received_confidential(page):
    form(page)
    write(page, NAMED, kind="A note to the editor")
    send(page)


def review_step_with_support(page):
    form(page)
    write(page, "They moved the car park again, and I can’t go on.")
    page.get_by_role("heading", name="If this is hard to carry").wait_for()


def asked_to_wait(page):
    form(page)
    page.locator("[name=second_subject]").evaluate("field => field.value = 'filled in'")
    write(page, NAMED)
    page.get_by_text("Please wait 30 seconds").wait_for()


def stopped_at_work(page):
    page.context.set_extra_http_headers({"X-Real-IP": "198.51.100.7"})
    form(page)
    page.get_by_role("heading", name="Please stop here for now").wait_for()


def stopped_at_work_with_words(page):
    form(page)
    page.context.set_extra_http_headers({"X-Real-IP": "198.51.100.7"})
    write(page, NAMED)
    page.get_by_text("Show your words").click()


def too_much(page):
    form(page)
    page.locator("form").evaluate(ADD_FIELDS)
    page.get_by_role("button", name="See what would be kept").click()
    page.get_by_role("heading", name="That was too much at once").wait_for()


def complaint(page):
    page.goto("/")
    page.locator(".posts h2 a").first.click()
    page.get_by_role("button", name="Report this post").click()
    page.get_by_text("What is wrong with it?").wait_for()


def complaint_of_nothing_in_particular(page):
    page.goto("/contact/complaint/")


def complaint_that_identifies(page):
    complaint(page)
    page.get_by_role("button", name="It identifies someone").click()
    page.get_by_label("Which words?").wait_for()


def notice_of_complaint(page):
    complaint_of_nothing_in_particular(page)
    page.get_by_role("button", name="It is untrue and harms my name").click()
    page.get_by_label("Why it is defamatory of you").wait_for()


def notice_of_complaint_with_errors(page):
    notice_of_complaint(page)
    page.get_by_role("button", name="Send this").click()
    page.get_by_role("heading", name="Something needs another look").wait_for()


def another_legal_notice(page):
    complaint(page)
    page.get_by_role("button", name="Another legal notice").click()
    page.get_by_label("Your notice").wait_for()


def complaint_received(page):
    complaint_that_identifies(page)
    page.get_by_label("Which words?").fill("The second paragraph")
    page.get_by_role("button", name="Send this").click()
    page.get_by_role("heading", name="Your complaint has arrived").wait_for()


def complaint_received_twice(page):
    complaint_that_identifies(page)
    page.get_by_label("Which words?").fill("The second paragraph")
    page.locator("form:has([name=token])").evaluate("form => form.target = '_blank'")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Send this").click()
    opened.value.get_by_role("heading", name="Your complaint has arrived").wait_for()
    page.locator("form:has([name=token])").evaluate("form => form.target = ''")
    page.get_by_role("button", name="Send this").click()
    page.get_by_text("You had sent it before").wait_for()


def complaint_at_work(page):
    page.context.set_extra_http_headers({"X-Real-IP": "198.51.100.7"})
    complaint_of_nothing_in_particular(page)
    page.get_by_text("You seem to be on the employer’s network").wait_for()


WAYS = [
    form,
    form_with_errors,
    form_meant_for_a_post,
    form_whose_target_is_unknown,
    review_step,
    review_step_without_findings,
    review_step_with_words_kept,
    review_step_with_a_message,
    review_step_of_a_forged_form,
    received,
    received_confidential,
    review_step_with_support,
    asked_to_wait,
    stopped_at_work,
    stopped_at_work_with_words,
    too_much,
    complaint,
    complaint_of_nothing_in_particular,
    complaint_that_identifies,
    notice_of_complaint,
    notice_of_complaint_with_errors,
    another_legal_notice,
    complaint_received,
    complaint_received_twice,
    complaint_at_work,
]
every_page = partial(pytest.mark.parametrize, "way_to", WAYS, ids=lambda way: way.__name__)


@every_page()
def test_a_contributors_page_is_usable_by_everybody_and_private(visit, site, way_to):
    page = visit()

    way_to(page)

    assert page.recording.hosts() == {site.address.removeprefix("http://")}
    assert page.context.cookies() == []
    answers = [request.response() for request in page.recording.requests]
    assert not [a.url for a in answers if a and "set-cookie" in a.all_headers()]
    assert not re.search(r"<script|javascript:|\son[a-z]+=", page.content())
    assert page.title() in ("Contact", "Error: Contact")
    assert_usable(page)
    assert page.recording.complaints == []


@every_page()
def test_the_way_out_comes_first_on_every_page(visit, way_to):
    page = visit()
    way_to(page)

    [first] = page.locator("a, button, input, summary, textarea").all()[:1]

    assert first.inner_text() == "Leave this site quickly"
    assert first.get_attribute("href") == "https://www.bbc.co.uk/weather"
    assert first.get_attribute("rel") == "noreferrer noopener"
    assert first.get_attribute("tabindex") is None
    assert page.locator("[tabindex]:not([tabindex='-1']), [autofocus]").count() == 0


def test_the_form_begins_on_the_first_screen_of_a_phone(contributor):
    form(contributor)

    question = contributor.get_by_text("What would you like to send?").bounding_box()
    assert question["y"] < 844 * 0.6


def test_the_tab_key_reaches_the_way_out_first(contributor):
    form(contributor)

    contributor.keyboard.press("Tab")

    assert contributor.locator("a.exit:focus").count() == 1


def test_far_too_many_words_are_refused_in_words(visit):
    page = visit()
    form(page)
    page.get_by_label("Your words").evaluate("words => words.value = 'w'.repeat(5_000_000)")

    page.get_by_role("button", name="See what would be kept").click()

    page.get_by_text("That was too long for us to take in, so nothing was kept.").wait_for()
    assert_usable(page)


def test_the_page_of_an_outage_gives_the_words_back_and_sends_them_later(visit, site):
    page = visit()
    review_step(page)

    with without_database(site):
        page.get_by_role("button", name="Send this").click()
        page.get_by_role("heading", name="That did not work just now").wait_for()
        assert "My SPO, [name], rang me from [phone]" in page.locator(".kept").inner_text()
        assert_usable(page)
    page.get_by_role("button", name="Try again").click()

    page.get_by_role("heading", name="It has arrived").wait_for()


def test_a_readers_page_says_that_the_site_is_out_of_breath(visit, site):
    page = visit()

    with without_database(site):
        answer = page.goto("/search/?q=court")
        assert answer.status == 503
        assert_usable(page)
