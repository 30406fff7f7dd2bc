"""Advice on the review step: taken or not, asked about twice, and not for everybody at once."""

import pytest

from contributions import checking
from contributions.models import Submission
from tests.factories import stored_words
from tests.page_forms import fields_in

pytestmark = pytest.mark.django_db
SERVICE = "After 22 years in probation I still like the work."
FEW = "I am the only PSO in the Whitby office."


def test_advice_is_shown_and_leaves_the_words_alone(contributor):
    review = contributor.write(SERVICE)

    content = review.content.decode()

    assert "over 20 years" in content
    assert fields_in(review, "send")["text"] == SERVICE


def test_advice_that_is_taken_is_what_is_stored(contributor):
    review = contributor.write(SERVICE)
    review = contributor.check_again(review, **{"choice-advice-1": "accept:YEARS_SERVICE:22 years"})

    contributor.send(review)

    stored = stored_words()
    assert stored.text == SERVICE.replace("22 years", "over 20 years")
    assert "22" not in str(stored.findings)


def test_a_text_that_few_people_fit_is_shown_once_more_before_it_is_stored(contributor):
    review = contributor.write(FEW)

    again = contributor.send(review)

    assert "Nothing has been sent yet" in again.content.decode()
    assert fields_in(again, "send")["text"] == FEW
    assert not Submission.objects.exists()


def test_a_text_that_few_people_fit_is_never_refused(contributor):
    again = contributor.send(contributor.write(FEW))

    sent = contributor.send(again)

    assert "It has arrived" in sent.content.decode()
    assert stored_words().text == FEW


def test_the_second_question_cannot_be_taken_out_of_the_form(contributor):
    review = contributor.write(FEW)

    refused = contributor.send(review, ask_twice="")

    assert refused.status_code == 403
    assert not Submission.objects.exists()


def test_in_a_crowd_the_words_come_back(contributor, monkeypatch):
    monkeypatch.setattr(checking, "LONGEST_WAIT", 0.01)
    turns = [checking.turn() for _ in range(checking.AT_ONCE)]
    for turn in turns:
        turn.__enter__()

    try:
        answer = contributor.write(SERVICE)
    finally:
        for turn in turns:
            turn.__exit__(None, None, None)

    assert answer.status_code == 503
    assert "Many people are writing" in answer.content.decode()
    assert SERVICE in answer.content.decode()
