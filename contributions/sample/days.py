"""When a site of invented texts was written: on real days, by London's clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
FIRST_DAY, DAYS = date(2010, 7, 1), 15 * 365
# How much is written in each hour of the day.
BY_HOUR = [2, 1, 0, 0, 0, 1, 5, 9, 8, 6, 6, 6, 9, 8, 6, 6, 7, 8, 8, 9, 10, 9, 7, 4]


def moment(draw, day):
    """Return some moment of a day."""
    [hour] = draw.choices(range(24), BY_HOUR)
    clock = time(hour, draw.randrange(60), draw.randrange(60))
    return datetime.combine(day, clock, LONDON).astimezone(UTC)


def moments(draw, how_many):
    """Return moments spread over fifteen years, the earliest first."""
    days = (FIRST_DAY + timedelta(days=draw.randrange(DAYS)) for _ in range(how_many))
    return sorted(moment(draw, day) for day in days)


def moments_after(draw, begin, how_many):
    """Return moments after `begin`, most of them within days, the earliest first."""
    found = []
    while len(found) < how_many:
        later = timedelta(days=min(int(draw.expovariate(0.6)), 60))
        at = moment(draw, begin.astimezone(LONDON).date() + later)
        found += [at] if at > begin else []
    return sorted(found)
