"""The seven words open what was sent, and say nothing to anybody else."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import StoredReceipt, Submission
from contributions.words import Finished
from moderation import afterwards, deciding, publishing
from tests.correspondent import Correspondent, ask, make_receipt
from tests.factories import make_guest_blog, make_settled_submission

pytestmark = pytest.mark.django_db
TEXT = "They moved the car park & nobody <asked>."


@pytest.fixture
def back():
    return Correspondent(text=TEXT, title="The car park")


def said(page):
    """Return the words of a page's main part, its white space evened out."""
    html = page.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", html.replace("&amp;", "&")).split())


def test_a_get_shows_the_empty_form(client):
    page = client.get("/contact/receipt/?receipt=acid+acid")

    assert page.status_code == 200
    assert "Your seven words" in said(page)
    assert "acid" not in page.content.decode()


def test_the_words_show_what_was_sent_and_how_it_stands(back):
    page = back.open()

    assert page.status_code == 200
    assert "It is with the editor" in said(page)
    assert "The car park" in said(page)
    assert "They moved the car park & nobody &lt;asked&gt;." in said(page)


@pytest.mark.parametrize(
    "typed",
    [str.upper, lambda words: words.replace(" ", "-"), lambda words: words.replace(" ", ", ")],
    ids=["capitals", "hyphens", "commas"],
)
def test_however_they_are_typed(back, typed):
    assert "They moved the car park" in said(back.open(typed(str(back.receipt))))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type the seven words of your receipt."),
        ("acid acorn", "A receipt has 7 words; here are 2."),
        ("acid acorn acre acts afar affix agedd", "Did you mean"),
    ],
)
def test_words_that_cannot_be_a_receipt_are_answered_helpfully(back, typed, sentence):
    page = back.post({"receipt": typed, "open": "1"})

    assert page.status_code == 422
    assert sentence in said(page)


def test_a_wrong_receipt_and_an_expired_one_get_the_very_same_page(
    back, django_assert_max_num_queries
):
    other, typed = make_receipt(), str(back.receipt)
    StoredReceipt.objects.all().delete()

    with django_assert_max_num_queries(2) as of_wrong:
        wrong = back.open(str(other))
    with django_assert_max_num_queries(2) as of_expired:
        expired = back.open(typed)

    assert wrong.status_code == expired.status_code == 422
    assert "These seven words open nothing here." in said(wrong)
    assert wrong.content.replace(str(other).encode(), b"") == expired.content.replace(
        typed.encode(), b""
    )
    assert len(of_wrong) == len(of_expired)
    assert wrong.headers == expired.headers or set(wrong.headers) == set(expired.headers)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.WAITING, "It is with the editor"),
        (State.HELD, "The editor is waiting with it"),
        (State.APPROVED, "It will be published"),
        (State.DECLINED, "It was not used"),
        (State.CLOSED, "The editor has read your note"),
    ],
)
def test_each_state_is_said_in_plain_words(state, sentence):
    back = Correspondent(state=state)

    page = back.open()

    assert sentence in said(page)
    assert "The caseload doubled again." in said(page)


def test_what_will_be_published_says_no_time(back, editor):
    copy = deciding.approve(
        back.submission, 1, by=editor, route="guest_blog", finished=Finished("T", "Words.")
    )

    page = back.open().content.decode()

    due = timezone.localtime(copy.due_at)
    assert f"{due:%H:%M}" not in page
    assert "nobody is told exactly when" in page


def test_what_was_published_has_its_link_and_what_was_retracted_has_none(back, editor):
    deciding.approve(
        back.submission, 1, by=editor, route="guest_blog", finished=Finished("T", "Words.")
    )
    post = publishing.publish_at_once(back.submission, 2, by=editor, reason="urgent")

    published = back.open()
    afterwards.retract(post, by=editor)
    retracted = back.open()

    assert f'href="{post.get_absolute_url()}"' in published.content.decode()
    assert "They moved the car park" not in said(published)
    assert "It has been taken down again" in said(retracted)
    assert post.get_absolute_url() not in retracted.content.decode()


def test_what_was_not_used_says_why_and_how_long_the_receipt_works():
    back = Correspondent()
    back.submission.decline(1, "We have had many like it.")

    page = said(back.open())

    until = timezone.localdate() + timedelta(days=90)
    assert "We have had many like it." in page
    assert f"Your receipt works until {until:%-d %B %Y}." in page


def test_what_has_been_purged_shows_no_words():
    back = Correspondent(state=State.DECLINED, text=TEXT)
    back.submission.purge(timezone.localdate() + timedelta(days=1))

    page = said(back.open())

    assert "It was not used" in page
    assert "What you sent" not in page
    assert "Withdraw" not in page


def test_a_key_that_is_missing_is_no_error(back):
    back.submission.wrapped_key.delete()

    assert "It is with the editor" in said(back.open())


def test_messages_stand_with_their_days_newest_first(back):
    ask(back.submission, "Was it <b>this</b> year?")

    page = back.open()

    today = timezone.localdate()
    assert "The editor has a question for you" in said(page)
    assert "Was it &lt;b&gt;this&lt;/b&gt; year?" in page.content.decode()
    assert f"{today:%-d %B %Y}" in said(page)
    assert f"{today + timedelta(days=30):%-d %B}" in said(page)


def test_another_submissions_words_never_appear(back):
    Correspondent(text="Of somebody else.")

    assert "somebody else" not in back.open().content.decode()


def every_answer(back):
    page = back.open()
    return {
        "form": back.client.get("/contact/receipt/"),
        "standing": page,
        "wrong": back.open(str(make_receipt())),
        "mistyped": back.open("acid"),
        "cross-site": back.post({"receipt": str(back.receipt)}, origin="https://elsewhere.example"),
        "withdraw": back.press(page, "withdraw"),
        "too much": back.post({"receipt": "a" * 4_100_000}),
        "not allowed": back.client.put("/contact/receipt/"),
    }


def test_no_answer_sets_a_cookie_is_stored_or_runs_a_script(back):
    answers = every_answer(back)

    assert [name for name, answer in answers.items() if answer.cookies] == []
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {"no-store"}
    assert {answer.headers["Referrer-Policy"] for answer in answers.values()} == {"same-origin"}
    for name, answer in answers.items():
        assert "script-src" not in answer.headers["Content-Security-Policy"]
        assert "<script" not in answer.content.decode()
        if name != "not allowed":
            assert re.search(r"<title>(Error: )?Contact</title>", answer.content.decode())


def test_another_sites_form_is_refused_and_opens_nothing(back):
    page = back.post({"receipt": str(back.receipt)}, origin="https://elsewhere.example")

    assert page.status_code == 403
    assert "car park" not in page.content.decode()
    assert str(back.receipt) not in page.content.decode()


def test_opening_asks_a_fixed_number_of_queries(back, django_assert_num_queries):
    for question in ("One?", "Two?", "Three?"):
        ask(back.submission, question)
        back.submission.answer(back.submission.version)
    make_guest_blog()
    make_settled_submission(State.PUBLISHED)

    with django_assert_num_queries(3):  # The site's settings, the receipt, the messages.
        back.open()


def test_nothing_is_written_by_looking(back):
    before = Submission.objects.values().get()

    back.open()

    assert Submission.objects.values().get() == before
