"""Searching in PostgreSQL: a generated column of lexemes beside each entry, with a GIN index."""

from django.db import connection

from contributions.search.snippets import BEGIN, END

QUERY = "websearch_to_tsquery('english', %s)"
NEWEST = f"""
SELECT id, vector FROM contributions_searchentry
WHERE vector @@ {QUERY} AND {{narrowed}} ORDER BY id DESC LIMIT %s
"""  # noqa: S608 - our own words
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
    found = NEWEST.format(narrowed=condition.format(id="id", among="id"))
    asked = _websearch(query)
    rank, of = (RANK, [asked]) if ranked else (0, [])
    statement = f"SELECT id, {rank} FROM ({found}) AS newest ORDER BY id DESC"  # noqa: S608
    return _by_id(statement, [*of, asked, *parameters, how_many])


def marked(ids, query):
    return _by_id(MARKED, [_websearch(query), ids])


def forget():
    """Do nothing: a deleted entry takes its words along."""


def hold(table):
    with connection.cursor() as cursor:
        cursor.execute(f'LOCK TABLE "{table}" IN SHARE ROW EXCLUSIVE MODE')


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
