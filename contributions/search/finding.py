"""Finding: what is public and holds the words, the best first."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from contributions.models.search_entry import MARKS, SearchEntry, first_id
from contributions.search import engine
from contributions.search.snippets import in_pieces

SIZE = 20
# Of a very common word as many matches are ranked, the newest ones.
MOST_RANKED = 2_000
LAST = MOST_RANKED // SIZE
WITH_LABEL = """
SELECT entry.id FROM contributions_searchentry AS entry
JOIN contributions_post_labels AS bears ON bears.post_id = entry.post_id WHERE bears.label_id = %s
"""


@dataclass(frozen=True)
class Hit:
    """Something public that was found, with the words around the match in pieces."""

    entry: SearchEntry
    snippet: list


@dataclass(frozen=True)
class Found:
    """One page of hits; how many matches there are, or None where nobody counted to the end;
    whether only the newest matches were ranked; whether a page follows.
    """

    hits: list
    count: int | None
    is_cut: bool
    number: int
    has_more: bool

    @property
    def before(self):
        """The number of the page before, or None."""
        return self.number - 1 or None

    @property
    def after(self):
        """The number of the page after, or None."""
        return self.number + 1 if self.has_more and self.number < LAST else None


def find(query, number=1, *, newest_first=False, kind="", label=None, year=None):
    """Return what was Found for a query (see query.read), a page of it.

    The best come first, or without ranking them the newest. What is not given does not narrow.
    """
    narrowed = _narrowed(kind, label, year)
    most = number * SIZE if newest_first else MOST_RANKED
    ranks = engine().newest(query, most + 1, narrowed, ranked=not newest_first)
    is_cut = len(ranks) > most
    # Of equals the newest comes first, as they stand.
    ids = sorted(list(ranks)[:most], key=ranks.get, reverse=True)
    page = ids[(number - 1) * SIZE : number * SIZE]
    marked = engine().marked(page, query)
    shown = SearchEntry.objects.for_lists().in_bulk(page)
    hits = [
        Hit(shown[pk], in_pieces(marked[pk]))
        for pk in page
        if pk in marked and pk in shown and shown[pk].is_public
    ]
    return Found(
        hits,
        count=None if is_cut and newest_first else len(ids),
        is_cut=is_cut and not newest_first,
        number=number,
        has_more=is_cut if newest_first else number * SIZE < len(ids),
    )


def _narrowed(kind, label, year):
    """Return a condition for SQL and its parameters; the engine puts in what it calls the id."""
    conditions, parameters = ["1 = 1"], []
    if kind:
        marks = [str(mark) for mark, each in enumerate(MARKS) if each == kind]
        conditions.append(f"({{id}} & 7) IN ({', '.join(marks)})")
    if year:
        conditions.append("{id} >= %s AND {id} < %s")
        parameters += [first_id(_new_year(year)), first_id(_new_year(year + 1))]
    if label:
        conditions.append(f"{{among}} IN ({WITH_LABEL})")
        parameters.append(label.pk)
    return " AND ".join(conditions), parameters


def _new_year(year):
    return timezone.make_aware(datetime(year, 1, 1))  # noqa: DTZ001 - London's, as it says
