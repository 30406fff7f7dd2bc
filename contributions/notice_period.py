"""The 48 hours in which a notice of complaint has to be answered, as the law counts them.

The Defamation (Operators of Websites) Regulations 2013, regulation 1(3): what falls on a Saturday,
a Sunday, Good Friday, Christmas Day or a bank holiday of England and Wales is left out. All other
time counts, nights too. docs/complaints.md says which steps fall into them.

Six rules tell every bank holiday that comes each year. A library would bring those of two hundred
countries, and know of a coronation no sooner than its next version; what is proclaimed for one
year the editor writes into the site's settings.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

LENGTH = timedelta(hours=48)
DAY = timedelta(days=1)
LONDON = ZoneInfo("Europe/London")
SATURDAY = 5
_CHANGE = re.compile(r"([+-])([0-9]{4}-[0-9]{2}-[0-9]{2})")
_NONE_PROCLAIMED = {}


def ends_at(start, proclaimed=_NONE_PROCLAIMED):
    """Return the moment by which what came at `start` has to be answered.

    `proclaimed` is what `read` returns.
    """
    # In UTC, since times of one zone are told apart by the clock on the wall.
    moment, left = start.astimezone(UTC), LENGTH
    while True:
        today = moment.astimezone(LONDON).date()
        midnight = datetime.combine(today + DAY, time(), LONDON).astimezone(UTC)
        if counts(today, proclaimed):
            if moment + left <= midnight:
                return moment + left
            left -= midnight - moment
        moment = midnight


def counts(day, proclaimed=_NONE_PROCLAIMED):
    """Tell whether the hours of a day count."""
    is_holiday = proclaimed.get(day, day in bank_holidays(day.year))
    return day.weekday() < SATURDAY and not is_holiday


def in_words(moment):
    """Return a moment as people say it; midnight is the end of the day before."""
    local = moment.astimezone(LONDON)
    if local.time() == time():
        return f"the end of {local - DAY:%A %-d %B}"
    return f"{local:%A %-d %B, %H:%M}"


def read(changes):
    """Return {day: whether it is a bank holiday} from "+2023-05-08, -2023-05-29".

    Raises ValueError.
    """
    days = {}
    for change in filter(None, (part.strip() for part in changes.split(","))):
        match = _CHANGE.fullmatch(change)
        if not match:
            raise ValueError(change)
        days[date.fromisoformat(match[2])] = match[1] == "+"
    return days


@cache
def bank_holidays(year):
    """Return the days of a year that are bank holidays in England and Wales every year."""
    easter = easter_sunday(year)
    days = {
        easter - 2 * DAY,  # Good Friday, by common law
        easter + DAY,
        _monday_until(date(year, 5, 7)),
        _monday_until(date(year, 5, 31)),
        _monday_until(date(year, 8, 31)),
    }
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        # One that falls on a weekend is kept on the next day that is free.
        while day.weekday() >= SATURDAY or day in days:
            day += DAY
        days.add(day)
    return frozenset(days)


def easter_sunday(year):
    """Return Easter of the western churches (the rule of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + shift + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _monday_until(day):
    """Return the last Monday up to a day."""
    return day - day.weekday() * DAY
