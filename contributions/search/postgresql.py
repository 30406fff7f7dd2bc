"""Searching in PostgreSQL: a generated column of lexemes beside each entry, with a GIN index."""

from itertools import chain

from django.db import connection

from contributions.search.query import Either
from contributions.search.snippets import BEGIN, END

QUERY = "websearch_to_tsquery('english', %s)"
MATCHING = f"""
SELECT id, vector FROM contributions_searchentry
WHERE {{narrowed}} AND vector @@ {QUERY} ORDER BY id DESC LIMIT %s
"""  # noqa: S608 - our own words
# The index knows no places of words, so a phrase is looked for in entries that have its words, one
# after the other, until there are enough: PostgreSQL by itself would look through all of them.
WITH_PHRASE = f"""
SELECT found.id, entry.vector
FROM unnest(ARRAY({{candidates}})) WITH ORDINALITY AS found (id, place)
CROSS JOIN LATERAL (
    SELECT vector FROM contributions_searchentry AS each WHERE each.id = found.id OFFSET 0
) AS entry
WHERE entry.vector @@ {QUERY} ORDER BY found.place LIMIT %s
"""  # noqa: S608 - our own words
BY_WORDS = f"""
SELECT id FROM contributions_searchentry WHERE {{narrowed}} AND vector @@ {QUERY} ORDER BY id DESC
"""  # noqa: S608 - our own words
LATEST = "SELECT id FROM contributions_searchentry WHERE {narrowed} ORDER BY id DESC LIMIT %s"
LOOKED_THROUGH = 2_000
# Divided by the logarithm of the length, or else the longest would always come first.
RANK = f"ts_rank(vector, {QUERY}, 1)"
OPTIONS = f'HighlightAll=true, StartSel="{BEGIN}", StopSel="{END}"'
MARKED = f"""
SELECT id, ts_headline('english', text, query, '{OPTIONS}')
FROM contributions_searchentry, {QUERY} AS query
WHERE id = ANY(%s)
"""  # noqa: S608 - our own words


def newest(query, how_many, narrowed, *, ranked):
    """Return {id: rank} of as many matches; without being asked for, every rank is 0.

    `narrowed` is a condition with its parameters; where it looks an id up in a list, it calls it
    "{among}", else "{id}".
    """
    condition, parameters = narrowed
    condition = condition.format(id="id", among="id")
    asked, words = _websearch(query), _websearch(map(_by_words, query))
    if words == asked:
        return _ranks(MATCHING.format(narrowed=condition), parameters, asked, how_many, ranked)
    if not ranked:  # Phrases that are not rare stand in the latest, too.
        latest = WITH_PHRASE.format(candidates=LATEST.format(narrowed=condition))
        found = _ranks(latest, [*parameters, LOOKED_THROUGH], asked, how_many, ranked)
        if len(found) == how_many:
            return found
    having_words = WITH_PHRASE.format(candidates=BY_WORDS.format(narrowed=condition))
    return _ranks(having_words, [*parameters, words], asked, how_many, ranked)


def marked(ids, query):
    return _by_id(MARKED, [_websearch(query), ids])


def forget():
    """Do nothing: a deleted entry takes its words along."""


def hold(table):
    with connection.cursor() as cursor:
        cursor.execute(f'LOCK TABLE "{table}" IN SHARE ROW EXCLUSIVE MODE')


def _ranks(found, parameters, asked, how_many, ranked):
    """Return {id: rank} of what a statement finds with these parameters and two more."""
    rank, of = (RANK, [asked]) if ranked else (0, [])
    statement = f"SELECT id, {rank} FROM ({found}) AS newest ORDER BY id DESC"  # noqa: S608
    return _by_id(statement, [*of, *parameters, asked, how_many])


def _by_id(statement, parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return dict(cursor.fetchall())


def _websearch(query):
    """Return a query of terms that are quoted each, so that none is read as anything else."""
    return " or ".join(
        " ".join([*(f'"{term}"' for term in one.wanted), *(f'-"{term}"' for term in one.unwanted)])
        for one in query
    )


def _by_words(one):
    """Return what has to be in every text that fits, wherever in it."""
    # A tag has spaces, and no word of it is in the index.
    words = [[term] if "<" in term else term.split() for term in one.wanted]
    return Either(tuple(chain(*words)), tuple(term for term in one.unwanted if " " not in term))
