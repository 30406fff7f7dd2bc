"""The archive at a glance: every month of every year, with how many posts it has."""

from dataclasses import dataclass
from datetime import date

# The shades of a month, from a quarter of the fullest month's posts to all of them.
SHADES = ("few", "some", "many", "most")


@dataclass(frozen=True)
class Month:
    """A month with its number of posts and, where it has any, the name of its shade."""

    number: int
    count: int
    shade: str


@dataclass(frozen=True)
class Year:
    """A year with its twelve months."""

    number: int
    months: list[Month]

    @property
    def total(self):
        return sum(month.count for month in self.months)


@dataclass(frozen=True)
class Archive:
    """All years from the newest that has posts to the oldest, those without any among them."""

    years: list[Year]

    # Of any year: their names are all that is asked of them.
    months = [date(2000, number, 1) for number in range(1, 13)]

    @property
    def total(self):
        return sum(year.total for year in self.years)


def at_a_glance(posts):
    """Return the Archive of these posts."""
    counts = {(year, month): count for year, month, count in posts.months()}
    if not counts:
        return Archive([])
    fullest = max(counts.values())
    newest, oldest = max(counts)[0], min(counts)[0]
    return Archive(
        [
            Year(year, [_month(counts.get((year, n), 0), n, fullest) for n in range(1, 13)])
            for year in range(newest, oldest - 1, -1)
        ]
    )


def _month(count, number, fullest):
    shade = SHADES[-(-count * len(SHADES) // fullest) - 1] if count else ""
    return Month(number, count, shade)


def neighbours(here, others):
    """Return the last of `others` before `here` and the first after it, None for neither."""
    before = max((other for other in others if other < here), default=None)
    after = min((other for other in others if other > here), default=None)
    return before, after
