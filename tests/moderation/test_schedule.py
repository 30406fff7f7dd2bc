"""Batches: set hours in local time through both changes of the clock, delays, one time a batch."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from contributions.models import ApprovedCopy, Post, SiteSettings
from moderation import schedule
from moderation.schedule_form import WhenForm, as_it_stands
from tests.factories import make_editor, make_submission
from tests.moderation.approving import approve, publish_due

HOURS = [7, 12, 17, 21]
ANY_TIME = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC)
)


def at(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.fixture
def real_hours(settings, db):
    """The delays of a real site, not those of the demonstration."""
    settings.BATCH_EVERY_MINUTE = False


@pytest.mark.parametrize(
    ("moment", "hours", "batch"),
    [
        (at(2026, 1, 5, 6, 59), HOURS, at(2026, 1, 5, 7)),
        (at(2026, 1, 5, 7), HOURS, at(2026, 1, 5, 7)),
        (at(2026, 1, 5, 7, 0, 1), HOURS, at(2026, 1, 5, 12)),
        (at(2026, 1, 5, 21, 30), HOURS, at(2026, 1, 6, 7)),
        (at(2026, 12, 31, 23, 30), HOURS, at(2027, 1, 1, 7)),
        # In summer London is an hour ahead.
        (at(2026, 7, 6, 6, 1), HOURS, at(2026, 7, 6, 11)),
        (at(2026, 7, 6, 23, 30), [0], at(2026, 7, 7, 23)),
        # Over the night in March, and in October, the hour on the wall stays.
        (at(2026, 3, 28, 21, 30), HOURS, at(2026, 3, 29, 6)),
        (at(2026, 10, 24, 20, 30), HOURS, at(2026, 10, 25, 7)),
        # 1 o'clock is left out on 29 March: what was meant for it goes out at 2.
        (at(2026, 3, 29, 0, 30), [1], at(2026, 3, 29, 1)),
        (at(2026, 3, 29, 1, 0, 1), [1], at(2026, 3, 30, 0)),
        # 1 o'clock comes twice on 25 October: the first counts.
        (at(2026, 10, 24, 23, 30), [1], at(2026, 10, 25, 0)),
        (at(2026, 10, 25, 0, 30), [1], at(2026, 10, 26, 1)),
        (at(2026, 10, 25, 1), [1], at(2026, 10, 26, 1)),
        (at(2026, 10, 25, 1, 30), [1, 2], at(2026, 10, 25, 2)),
    ],
)
def test_the_next_batch_is_at_the_next_set_hour(moment, hours, batch):
    assert schedule.next_batch(moment, hours) == batch


@given(ANY_TIME, st.sets(st.integers(0, 23), min_size=1))
def test_a_batch_is_never_before_its_moment_nor_much_more_than_a_day_after(moment, hours):
    batch = schedule.next_batch(moment, hours)
    local = timezone.localtime(batch)
    left_out = (local.month, local.hour) == (3, 2) and 1 in hours

    assert moment <= batch <= moment + timedelta(hours=25)
    assert (local.hour in hours or left_out) and (local.minute, local.second) == (0, 0)


@pytest.mark.parametrize(("route", "least", "most"), [("reply", 1, 6), ("guest_blog", 2, 36)])
def test_the_delay_lies_between_least_and_most(real_hours, route, least, most):
    SiteSettings.objects.update(batch_hours=",".join(map(str, range(1, 24))))
    now = at(2026, 1, 5, 12)

    waits = [schedule.due_at(route, now) - now for _ in range(400)]

    assert min(waits) >= timedelta(hours=least)
    assert max(waits) <= timedelta(hours=most + 1)
    # Every hour between comes up but midnight, and none far more often than others.
    seen = Counter(wait // timedelta(hours=1) for wait in waits)
    assert len(seen) >= most - least - 2
    assert max(seen.values()) < 400 / (most - least) * 5


def test_least_and_most_may_be_the_same(real_hours):
    SiteSettings.objects.update(reply_delay_least=3, reply_delay_most=3)

    assert schedule.due_at("reply", at(2026, 1, 5, 9)) == at(2026, 1, 5, 12)


@pytest.mark.parametrize("hours", ["", " ", ",", "7,,12", "24", "-1", "7.5", "seven", "7;12", "²"])
def test_hours_that_are_empty_or_odd_are_refused_with_a_sentence(db, hours):
    site = SiteSettings.current()
    site.batch_hours = hours

    with pytest.raises(ValidationError) as refused:
        site.full_clean()

    assert refused.value.message_dict["batch_hours"][0].endswith(".")


def test_delays_out_of_order_are_refused_with_a_sentence(db):
    site = SiteSettings.current()
    site.reply_delay_least, site.reply_delay_most = 7, 6

    with pytest.raises(ValidationError, match="least delay of replies is longer"):
        site.full_clean()


@pytest.mark.parametrize("hour", [24, 99])
def test_an_hour_of_the_daily_mail_that_no_day_has_is_refused(db, hour):
    site = SiteSettings.current()
    site.notice_hour = hour

    with pytest.raises(ValidationError):
        site.full_clean()


def approved(how_many, due_at):
    editor = make_editor()
    copies = [approve(make_submission(), editor, title=f"No {n}") for n in range(how_many)]
    ApprovedCopy.objects.update(due_at=due_at)
    return copies


@pytest.mark.parametrize("minutes_late", [0, 1, 14])
def test_a_whole_batch_bears_its_hour(db, minutes_late):
    hour = at(2026, 1, 5, 7)
    approved(5, hour)

    publish_due(hour + timedelta(minutes=minutes_late, seconds=12))

    assert set(Post.objects.values_list("published_at", flat=True)) == {hour}


def test_batches_late_after_an_outage_go_out_together_at_the_time_they_do(db):
    approved(3, at(2026, 1, 5, 7))
    ApprovedCopy.objects.filter(pk=ApprovedCopy.objects.next_first().first().pk).update(
        due_at=at(2026, 1, 5, 12)
    )

    publish_due(at(2026, 1, 5, 13, 5, 30))

    assert set(Post.objects.values_list("published_at", flat=True)) == {at(2026, 1, 5, 13, 5)}


def test_the_order_within_a_batch_tells_nothing(db):
    orders = set()
    for _ in range(6):
        approved(5, at(2026, 1, 5, 7))
        publish_due(at(2026, 1, 5, 7))
        newest = Post.objects.order_by("-number")[:5]
        orders.add(tuple(post.title for post in newest))

    # Six times the same of 120 orders: once in 25 thousand million.
    assert len(orders) > 1


def test_numbers_are_drawn_at_publication_not_at_approval(db):
    first, second = approved(2, at(2026, 1, 5, 12))
    ApprovedCopy.objects.filter(pk=second.pk).update(due_at=at(2026, 1, 5, 7))

    publish_due(at(2026, 1, 5, 7))
    publish_due(at(2026, 1, 5, 12))

    assert list(Post.objects.order_by("number").values_list("title", flat=True)) == ["No 1", "No 0"]


@pytest.mark.parametrize(
    ("now", "day", "clock", "due"),
    [
        # Summer time begins on 28 March 2027 and ends on 31 October.
        ("2027-03-20T12:00Z", "2027-03-28", "09:00", at(2027, 3, 28, 8)),
        ("2027-03-20T12:00Z", "2027-03-27", "09:00", at(2027, 3, 27, 9)),
        ("2027-03-20T12:00Z", "2027-03-28", "01:30", at(2027, 3, 28, 1, 30)),
        ("2027-10-20T12:00Z", "2027-10-31", "01:30", at(2027, 10, 31, 0, 30)),
        ("2027-10-20T12:00Z", "2027-10-31", "09:00", at(2027, 10, 31, 9)),
    ],
)
def test_a_time_beyond_a_change_of_the_clock_is_that_of_the_clock(
    monkeypatch, now, day, clock, due
):
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat(now))
    form = WhenForm({"day": day, "clock": clock})

    assert form.is_valid()
    assert form.due_at == due
    assert as_it_stands(due)["clock"].strftime("%H") == f"{timezone.localtime(due):%H}"
