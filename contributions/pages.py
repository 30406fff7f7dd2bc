"""Pages of posts whose addresses stay: they are numbered from the oldest."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

SIZE = 10


@dataclass(frozen=True)
class Page:
    """A page's posts, newest first, and the addresses of its neighbours ("" for none)."""

    posts: list
    number: int | None
    newer: str
    older: str


def front(posts):
    """Return the front page: the page still being filled and the full one before it."""
    full = posts.count() // SIZE
    begin = max(full - 1, 0) * SIZE
    return Page(_slice(posts, begin, None), None, "", _address(full - 1))


def numbered(posts, number):
    """Return a full page by number, 1 being the oldest; raise Http404 where it is not full."""
    full = posts.count() // SIZE
    if not 1 <= number <= full:
        raise Http404
    begin = (number - 1) * SIZE
    newer = _address(number + 1) if number + 1 < full else reverse("front")
    return Page(_slice(posts, begin, begin + SIZE), number, newer, _address(number - 1))


def _slice(posts, begin, end):
    return list(posts.for_lists().oldest_first()[begin:end])[::-1]


def _address(number):
    return reverse("page", args=[number]) if number >= 1 else ""
