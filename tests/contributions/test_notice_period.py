"""The 48 hours of the website operators' regulations, beside the calendar as it was published."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import notice_period
from contributions.notice_period import LONDON

# gov.uk/bank-holidays for 2024 to 2027, and by the same rules for 2028 to 2030.
PUBLISHED = {
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2029: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2030: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
}


def london(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_those_that_were_published(year):
    expected = {date.fromisoformat(f"{year}-{day}") for day in PUBLISHED[year].split()}

    assert notice_period.bank_holidays(year) == expected


def test_when_christmas_is_a_sunday_its_day_off_is_the_tuesday():
    christmas = {day for day in notice_period.bank_holidays(2022) if day.month == 12}

    assert christmas == {date(2022, 12, 26), date(2022, 12, 27)}


@pytest.mark.parametrize(
    ("came", "ends"),
    [
        pytest.param("2026-11-24 09:30", "2026-11-26 09:30", id="within a week"),
        pytest.param("2026-11-27 16:05", "2026-12-01 16:05", id="on a Friday"),
        pytest.param("2026-11-27 23:59", "2026-12-01 23:59", id="at the last minute of Friday"),
        pytest.param("2026-11-28 10:00", "2026-12-02 00:00", id="on a Saturday"),
        pytest.param("2026-11-29 23:59", "2026-12-02 00:00", id="at the last minute of Sunday"),
        pytest.param("2026-11-30 00:00", "2026-12-02 00:00", id="at the first of Monday"),
        pytest.param("2026-11-26 00:00", "2026-11-28 00:00", id="full days until a weekend"),
        pytest.param("2026-12-24 15:00", "2026-12-30 15:00", id="on Christmas Eve 2026"),
        pytest.param("2027-12-24 15:00", "2027-12-30 15:00", id="on Christmas Eve 2027"),
        pytest.param("2025-12-24 15:00", "2025-12-30 15:00", id="on Christmas Eve 2025"),
        pytest.param("2026-12-25 08:00", "2026-12-31 00:00", id="on Christmas Day"),
        pytest.param("2027-12-31 12:00", "2028-01-05 12:00", id="before a New Year kept later"),
        pytest.param("2026-04-02 18:00", "2026-04-08 18:00", id="before Easter"),
        pytest.param("2026-05-01 12:00", "2026-05-06 12:00", id="before the May holiday"),
        pytest.param("2026-03-27 12:00", "2026-03-31 12:00", id="before the clocks go forward"),
        pytest.param("2026-10-23 12:00", "2026-10-27 12:00", id="before the clocks go back"),
        pytest.param("2026-07-01 00:30", "2026-07-03 00:30", id="after midnight in summer"),
    ],
)
def test_48_hours_leave_out_weekends_and_bank_holidays(came, ends):
    assert notice_period.ends_at(london(came)) == london(ends)


def test_a_moment_in_utc_is_counted_by_the_clock_of_london():
    saturday_in_london = datetime(2026, 6, 26, 23, 30, tzinfo=UTC)

    assert notice_period.ends_at(saturday_in_london) == london("2026-07-01 00:00")


def test_a_day_proclaimed_for_one_year_is_left_out_and_one_that_was_moved_counts():
    coronation = notice_period.read("+2023-05-08")
    jubilee = notice_period.read("-2022-05-30, +2022-06-02, +2022-06-03")

    assert notice_period.ends_at(london("2023-05-05 12:00"), coronation) == london(
        "2023-05-10 12:00"
    )
    assert notice_period.ends_at(london("2022-05-27 12:00"), jubilee) == london("2022-05-31 12:00")
    assert notice_period.ends_at(london("2022-06-01 12:00"), jubilee) == london("2022-06-07 12:00")


@pytest.mark.parametrize("text", ["tomorrow", "2026-05-08", "+2026-02-30", "+2026-05-08;", "++"])
def test_what_is_no_list_of_days_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        notice_period.read(text)


def test_no_list_is_an_empty_one():
    assert notice_period.read("") == notice_period.read(" , ") == {}


@given(st.integers(0, 16 * 365 * 24 * 60))
def test_there_are_always_just_48_hours_that_count(minutes):
    start = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    end, moment, counted = notice_period.ends_at(start), start, timedelta()

    while moment < end:
        until = min(end, moment + timedelta(minutes=15))
        middle = (moment + (until - moment) / 2).astimezone(LONDON).date()
        counted += (until - moment) * notice_period.counts(middle)
        moment = until

    assert abs(counted - notice_period.LENGTH) < timedelta(minutes=30)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-12-01 16:05", "Tuesday 1 December, 16:05"),
        ("2026-12-02 00:00", "the end of Tuesday 1 December"),
    ],
)
def test_a_moment_is_said_as_people_say_it(moment, words):
    assert notice_period.in_words(london(moment)) == words
