"""Pages whose addresses stay: they are numbered from the oldest entry."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

SIZE = 10
# Names of addresses: of the first page, and of a numbered one.
POSTS = ("front", "page")
CORRECTIONS = ("corrections", "corrections_page")
LABEL = ("label", "label_page")


@dataclass(frozen=True)
class Page:
    """What is on a page, newest first, and the addresses of its neighbours ("" for none)."""

    rows: list
    number: int | None
    newer: str
    older: str


def front(rows, names=POSTS, args=()):
    """Return the front page: the page still being filled and the full one before it.

    `args` stand in every address before the number of a page.
    """
    full = rows.count() // SIZE
    begin = max(full - 1, 0) * SIZE
    return Page(_slice(rows, begin, None), None, "", _address(names, args, full - 1))


def numbered(rows, number, names=POSTS, args=()):
    """Return a full page by number, 1 being the oldest; raise Http404 where it is not full."""
    full = rows.count() // SIZE
    if not 1 <= number <= full:
        raise Http404
    begin = (number - 1) * SIZE
    last = number + 1 >= full
    newer = reverse(names[0], args=args) if last else _address(names, args, number + 1)
    older = _address(names, args, number - 1)
    return Page(_slice(rows, begin, begin + SIZE), number, newer, older)


def _slice(rows, begin, end):
    # Keys first: the rows that are passed over are long.
    keys = list(rows.oldest_first().values_list("pk", flat=True)[begin:end])
    found = rows.model.objects.for_lists().in_bulk(keys)
    return [found[key] for key in reversed(keys) if key in found]


def _address(names, args, number):
    return reverse(names[1], args=[*args, number]) if number >= 1 else ""
