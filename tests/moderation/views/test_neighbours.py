"""From one submission to the next, in the order of the queue."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from moderation import deciding
from tests.factories import make_submission
from tests.moderation.test_triage import URGENT

pytestmark = pytest.mark.django_db


def went(client, submission, way, query=""):
    """Return where somebody is led."""
    return client.get(f"/admin/desk/{submission.pk}/{way}/{query}")["Location"]


def page_of(submission, query=""):
    return f"/admin/desk/{submission.pk}/{query}"


@pytest.fixture
def three(db):
    return [make_submission(received_on=date(2026, 3, day), kind="reply") for day in (1, 2, 3)]


def test_next_and_previous_follow_the_order_of_the_queue(editor_client, three):
    first, second, third = three

    assert went(editor_client, second, "next") == page_of(third)
    assert went(editor_client, second, "previous") == page_of(first)


def test_an_urgent_one_comes_first(editor_client, three):
    urgent = make_submission(text=URGENT, received_on=date(2026, 3, 9))

    assert went(editor_client, urgent, "next") == page_of(three[0])


def test_the_filters_go_along(editor_client, three):
    make_submission(received_on=date(2026, 3, 2))

    there = went(editor_client, three[1], "next", "?kind=reply&flag=nonsense")

    assert there == page_of(three[2], "?kind=reply")


def test_from_one_that_was_just_decided_on_it_goes_on_where_that_was(editor, editor_client, three):
    day = timezone.localdate() + timedelta(days=9)
    deciding.hold(three[1], 1, by=editor, until=day, reason="timing")

    assert went(editor_client, three[1], "next") == page_of(three[2])
    assert went(editor_client, three[1], "previous") == page_of(three[0])


def test_at_the_end_it_leads_back_to_the_desk_and_says_so(editor_client, three):
    address = f"/admin/desk/{three[2].pk}/next/?kind=reply"

    answer = editor_client.get(address, follow=True)

    assert answer.redirect_chain == [("/admin/desk/?kind=reply", 302)]
    assert "That was the last one here." in answer.content.decode()


def test_beyond_what_can_be_opened_at_once_it_goes_by_days(editor_client, three, monkeypatch):
    monkeypatch.setattr("moderation.queueing.AT_ONCE", 2)
    make_submission(text=URGENT, received_on=date(2026, 3, 9))

    assert went(editor_client, three[0], "next") == page_of(three[1])
