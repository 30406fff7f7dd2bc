"""Answers to the editor pass the review step, and are stored once."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import Message, SpentToken
from contributions.sealing import CannotOpen
from contributions.words import Finished
from moderation import deciding
from tests.correspondent import Correspondent, answers_to, ask
from tests.factories import the_desk
from tests.page_forms import fields_in

pytestmark = pytest.mark.django_db
ANSWER = "Karen Wray knows; ring 07700 900123."
KEPT = "[name] knows; ring [phone]."


@pytest.fixture
def asked():
    back = Correspondent()
    ask(back.submission)
    return back


@pytest.fixture
def shown():
    """One whose contributor is asked whether it may be published like this."""
    back = Correspondent()
    ask(
        back.submission,
        "Is it right?",
        shown=Finished("A <title>", "The [role] said\n\n“no” & <left>."),
    )
    return back


def state_of(back):
    back.submission.refresh_from_db()
    return back.submission.state


def test_an_answer_is_shown_as_it_would_be_kept_and_nothing_is_stored_yet(asked):
    review = asked.answer(asked.open(), ANSWER)

    assert review.status_code == 200
    assert "This is what we would keep" in review.content.decode()
    assert fields_in(review, "send")["text"] == KEPT
    assert answers_to(asked.submission) == []
    assert state_of(asked) == State.ASKED


def test_sending_stores_what_was_shown_and_brings_it_back_to_the_desk(asked):
    page = asked.press(asked.answer(asked.open(), ANSWER), "send")

    assert answers_to(asked.submission) == [(Message.Kind.ANSWER, KEPT)]
    assert state_of(asked) == State.WAITING
    assert "It is with the editor" in page.content.decode()
    assert KEPT in page.content.decode()
    assert "Karen" not in page.content.decode()


def test_words_that_were_kept_by_choice_are_stored(asked):
    review = asked.answer(asked.open(), ANSWER)
    again = asked.press(review, "check", **{"choice-out-2": "keep:PHONE:07700 900123"})

    asked.press(again, "send")

    assert answers_to(asked.submission) == [
        (Message.Kind.ANSWER, KEPT.replace("[phone]", "07700 900123"))
    ]


def test_pressing_send_twice_stores_one(asked):
    review = asked.answer(asked.open(), ANSWER)

    pages = [asked.press(review, "send") for _ in range(2)]

    assert [page.status_code for page in pages] == [200, 200]
    assert len(answers_to(asked.submission)) == 1


def test_an_answer_is_sealed(asked):
    asked.press(asked.answer(asked.open(), ANSWER), "send")

    message = asked.submission.messages.get(kind=Message.Kind.ANSWER)
    assert b"knows" not in bytes(message.sealed)
    with pytest.raises(CannotOpen):
        message.content(bytes(the_desk())[:32])


def test_an_answer_that_comes_too_late_is_given_back_and_not_stored(asked, editor):
    review = asked.answer(asked.open(), ANSWER)
    asked.submission.refresh_from_db()
    deciding.stop_waiting(asked.submission, asked.submission.version, by=editor)

    page = asked.press(review, "send")

    assert page.status_code == 409
    assert "no longer waiting for this answer" in page.content.decode()
    assert KEPT in page.content.decode()
    assert answers_to(asked.submission) == []
    assert SpentToken.objects.count() == 0


def test_an_answer_to_one_question_is_not_taken_for_the_next(asked, editor):
    review = asked.answer(asked.open(), ANSWER)
    asked.submission.refresh_from_db()
    deciding.stop_waiting(asked.submission, asked.submission.version, by=editor)
    ask(asked.submission, "Something else?", by=editor)

    page = asked.press(review, "send")

    assert page.status_code == 409
    assert "Something else?" in page.content.decode()
    assert KEPT in page.content.decode()
    assert answers_to(asked.submission) == []


def test_writing_on_when_nobody_waits_gives_the_words_back(asked, editor):
    page = asked.open()
    asked.submission.refresh_from_db()
    deciding.stop_waiting(asked.submission, asked.submission.version, by=editor)

    late = asked.answer(page, "Words of mine.")

    assert late.status_code == 409
    assert "Words of mine." in late.content.decode()


def test_an_empty_answer_is_asked_for_again(asked):
    page = asked.answer(asked.open(), "  ")

    assert page.status_code == 422
    assert "There are no words here yet." in page.content.decode()
    assert "Which year was it?" in page.content.decode()


@pytest.mark.parametrize("name", ["text", "kind", "version", "receipt", "seal", "token"])
def test_what_the_review_step_did_not_show_is_not_stored(asked, name):
    other = Correspondent()
    ask(other.submission)
    review = asked.answer(asked.open(), "It was last year.")
    forged = {"text": "Karen Wray", "kind": "agreed", "version": "7", "receipt": str(other.receipt)}

    page = asked.press(review, "send", **{name: forged.get(name, "forged")})

    assert page.status_code in (403, 409, 422)
    assert answers_to(asked.submission) == answers_to(other.submission) == []


def test_a_form_that_was_open_too_long_shows_the_answer_once_more(asked, monkeypatch):
    review = asked.answer(asked.open(), ANSWER)
    later = timezone.now().timestamp() + timedelta(hours=13).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: later)

    page = asked.press(review, "send")

    assert page.status_code == 403
    assert "open too long" in page.content.decode()
    asked.press(page, "send")
    assert answers_to(asked.submission) == [(Message.Kind.ANSWER, KEPT)]


def test_another_sites_form_stores_nothing_and_gives_the_words_back(asked):
    fields = fields_in(asked.answer(asked.open(), ANSWER), "send") | {"send": "1"}

    page = asked.post(fields, origin="https://elsewhere.example")

    assert page.status_code == 403
    assert KEPT in page.content.decode()
    assert answers_to(asked.submission) == []


def test_what_would_be_published_is_shown_as_readers_would_see_it(shown):
    page = shown.open().content.decode()

    assert "A &lt;title&gt;" in page
    assert "<p>The [role] said</p>" in page
    assert "“no” &amp; &lt;left&gt;." in page
    assert "Yes, publish it like this" in page


def test_yes_is_stored_once_with_the_day(shown):
    page = shown.open()

    answers = [shown.press(page, "agree") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers_to(shown.submission) == [(Message.Kind.AGREED, "")]
    assert state_of(shown) == State.WAITING
    assert "Yes, publish it like this." in answers[0].content.decode()


def test_no_without_a_reason_is_stored(shown):
    shown.press(shown.open(), "object")

    assert answers_to(shown.submission) == [(Message.Kind.OBJECTED, "")]
    assert state_of(shown) == State.WAITING


def test_no_with_a_reason_goes_through_the_review_step(shown):
    review = shown.press(shown.open(), "object", text=ANSWER)
    before = answers_to(shown.submission)

    shown.press(review, "send")

    assert "This is what we would keep" in review.content.decode()
    assert before == []
    assert answers_to(shown.submission) == [(Message.Kind.OBJECTED, KEPT)]


def test_a_yes_to_what_has_changed_meanwhile_is_not_stored(shown, editor):
    page = shown.open()
    shown.submission.refresh_from_db()
    tomorrow = timezone.localdate() + timedelta(days=1)
    deciding.give_up_waiting(shown.submission.pk, tomorrow)
    shown.submission.refresh_from_db()
    ask(shown.submission, "And so?", shown=Finished("Another", "Other words."), by=editor)

    late = shown.press(page, "agree")

    assert late.status_code == 409
    assert "Other words." in late.content.decode()
    assert answers_to(shown.submission) == []


def test_a_plain_question_cannot_be_agreed_to(asked):
    fields = fields_in(asked.open(), "withdraw")

    page = asked.post(fields | {"agree": "1"})

    assert page.status_code == 409
    assert answers_to(asked.submission) == []
    assert state_of(asked) == State.ASKED


def test_a_yes_from_a_form_that_this_site_never_gave_is_not_stored(shown):
    page = shown.press(shown.open(), "agree", token="forged")

    assert page.status_code == 403
    assert answers_to(shown.submission) == []
