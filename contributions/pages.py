"""Pages whose addresses stay: they are numbered from the oldest entry."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

SIZE = 10
# Names of addresses: of the first page, and of a numbered one.
POSTS = ("front", "page")
CORRECTIONS = ("corrections", "corrections_page")


@dataclass(frozen=True)
class Page:
    """What is on a page, newest first, and the addresses of its neighbours ("" for none)."""

    rows: list
    number: int | None
    newer: str
    older: str


def front(rows, names=POSTS):
    """Return the front page: the page still being filled and the full one before it."""
    full = rows.count() // SIZE
    begin = max(full - 1, 0) * SIZE
    return Page(_slice(rows, begin, None), None, "", _address(names, full - 1))


def numbered(rows, number, names=POSTS):
    """Return a full page by number, 1 being the oldest; raise Http404 where it is not full."""
    full = rows.count() // SIZE
    if not 1 <= number <= full:
        raise Http404
    begin = (number - 1) * SIZE
    newer = _address(names, number + 1) if number + 1 < full else reverse(names[0])
    return Page(_slice(rows, begin, begin + SIZE), number, newer, _address(names, number - 1))


def _slice(rows, begin, end):
    return list(rows.for_lists().oldest_first()[begin:end])[::-1]


def _address(names, number):
    return reverse(names[1], args=[number]) if number >= 1 else ""
