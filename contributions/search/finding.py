"""Finding: what is public and holds the words, the best first."""

from dataclasses import dataclass

from django.db.models import Q

from contributions.models.search_entry import SearchEntry
from contributions.search import engine
from contributions.search.snippets import in_pieces

SIZE = 20
# Of a very common word as many matches are ranked, the newest ones.
MOST_RANKED = 2_000


@dataclass(frozen=True)
class Hit:
    """Something public that was found, with the words around the match in pieces."""

    entry: SearchEntry
    snippet: list


@dataclass(frozen=True)
class Found:
    """One page of hits; of how many matches, and whether there are more that were not ranked."""

    hits: list
    count: int
    is_cut: bool
    number: int

    @property
    def before(self):
        """The number of the page before, or None."""
        return self.number - 1 or None

    @property
    def after(self):
        """The number of the page after, or None."""
        return self.number + 1 if self.number * SIZE < self.count else None


def find(query, number=1, *, kind="", label=None, year=None):
    """Return what was Found for a query (see query.read), a page of it.

    What is not given does not narrow.
    """
    narrowed = Q(kind=kind) if kind else Q()
    narrowed &= Q(post__labels=label) if label else Q()
    narrowed &= Q(year=year) if year else Q()
    entries = engine().matching(SearchEntry.objects.filter(narrowed), query).newest_first()
    ids = list(entries.values_list("pk", flat=True)[: MOST_RANKED + 1])
    is_cut = len(ids) > MOST_RANKED
    ids = ids[:MOST_RANKED]
    ranks = engine().ranks(ids, query)
    # Of equals the newest comes first, as they stand.
    best = sorted(ids, key=lambda pk: -ranks.get(pk, 0))[(number - 1) * SIZE : number * SIZE]
    marked = engine().marked(best, query)
    shown = SearchEntry.objects.for_lists().in_bulk(best)
    hits = [
        Hit(shown[pk], in_pieces(marked[pk]))
        for pk in best
        if pk in marked and pk in shown and shown[pk].is_public
    ]
    return Found(hits, len(ids), is_cut, number)
