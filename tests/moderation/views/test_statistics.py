"""Statistics: charts drawn by the server, and the same figures as tables."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from moderation import charts, figures
from moderation.models import Decision
from tests.factories import make_settled_submission, make_submission, make_submissions
from tests.moderation.views.test_queue import read, words

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/desk/statistics/"
WEDNESDAY = datetime(2026, 6, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def a_wednesday(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY)


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


def decided(by, *, came, days_later):
    """Store a text that came so many days ago, and its first decision."""
    submission = make_submission(received_on=days_ago(came))
    at = WEDNESDAY - timedelta(days=came - days_later)
    with patch("django.utils.timezone.now", return_value=at):
        Decision.objects.record("hold", by=by, submission=submission, version=1)
    return submission


def test_arrivals_are_counted_by_week():
    for days in (0, 2, 3, 7, 175, 190):
        make_submission(received_on=days_ago(days))

    counted = figures.arrivals()

    assert len(counted) == figures.WEEKS
    assert counted[-3:] == [0, 2, 2]
    assert counted[0] == 1


def test_the_wait_is_the_median_of_days_to_the_first_decision(editor):
    for came, days_later in ((9, 9), (5, 3), (4, 4), (3, 3), (20, 1)):
        submission = decided(editor, came=came, days_later=days_later)
    for version, later in enumerate(["resume", "keep"], start=2):
        Decision.objects.record(later, by=editor, submission=submission, version=version)

    of_all, weeks = figures.days_to_decision()

    assert of_all == 3
    assert weeks[-4:] == [1, None, None, 3.5]


def test_changes_that_are_kept_decide_nothing(editor):
    submission = make_submission(received_on=days_ago(3))
    for version, act in enumerate(["keep", "hold"], start=1):
        at = WEDNESDAY - timedelta(days=2 - version)
        with patch("django.utils.timezone.now", return_value=at):
            Decision.objects.record(act, by=editor, submission=submission, version=version)

    assert figures.days_to_decision()[0] == 3


def test_the_day_of_a_decision_is_londons(editor):
    submission = make_submission(received_on=days_ago(3))
    late_on_sunday = datetime(2026, 6, 7, 23, 30, tzinfo=UTC)
    with patch("django.utils.timezone.now", return_value=late_on_sunday):
        Decision.objects.record("hold", by=editor, submission=submission, version=1)

    of_all, weeks = figures.days_to_decision()

    assert (of_all, weeks[-1]) == (1, 1)


def test_where_nothing_was_decided_there_is_no_wait():
    assert figures.days_to_decision() == (None, [None] * figures.WEEKS)


def test_outcomes_are_counted_by_kind_without_what_contributors_took_back():
    make_submission(state="approved")
    make_settled_submission("published")
    make_settled_submission("withdrawn")
    make_submission(kind="reply", state="declined")

    outcomes = figures.outcomes()

    assert list(figures.OUTCOMES) == [
        *("Published", "Retracted", "Declined", "Closed", "Still at the desk")
    ]
    assert outcomes == {
        "Guest blog": [1, 0, 0, 0, 1],
        "Reply": [0, 0, 1, 0, 0],
        "Confidential note": [0, 0, 0, 0, 0],
    }


def test_the_greatest_bar_is_as_high_as_the_chart_and_nothing_has_none():
    greatest, shapes = charts.bars([0, None, 4, 2])

    assert greatest == 4
    assert [(shape.place, shape.height) for shape in shapes] == [(0, 0), (2, 120), (3, 60)]
    assert shapes[-1].x + shapes[-1].width < charts.WIDTH


def test_shares_fill_the_chart_and_nothing_has_none():
    shapes = charts.shares([3, 0, 1])

    assert [(shape.place, shape.x) for shape in shapes] == [(0, 0), (2, 270)]


def test_charts_of_nothing_can_be_drawn():
    assert charts.bars([None, 0])[0] == 1
    assert charts.shares([0, 0]) == []


def test_the_page_draws_charts_and_says_the_same_in_tables(editor, editor_client):
    decided(editor, came=3, days_later=2)
    make_submissions(4, received_on=days_ago(1))

    page = read(editor_client, ADDRESS)

    assert page.count("<svg") >= 3
    assert page.count('<caption class="visually-hidden"') == 3
    assert "Over the half year: 2 days." in words(page)
    assert "8 Jun 2026 4" in words(page)
    assert "style=" not in page
    assert "<script" not in page.partition("<main")[2]


def test_the_page_is_whole_without_a_single_text(editor_client):
    assert "none decided" in read(editor_client, ADDRESS)


def test_the_page_needs_the_same_queries_with_three_and_with_three_hundred(
    editor_client, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("moderation.middleware._minute", lambda: 1)
    make_submissions(3, received_on=days_ago(1))
    read(editor_client, ADDRESS)
    with django_assert_max_num_queries(15) as few:
        read(editor_client, ADDRESS)
    make_submissions(300, received_on=days_ago(8))
    with django_assert_max_num_queries(15) as many:
        read(editor_client, ADDRESS)

    assert len(many) == len(few)
