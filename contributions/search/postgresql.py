"""Searching in PostgreSQL: a generated column of lexemes beside each entry, with a GIN index."""

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from contributions.search.snippets import BEGIN, END

QUERY = "websearch_to_tsquery('english', %s)"
# Divided by the logarithm of the length, or else the longest would always come first.
RANKS = f"""
SELECT id, ts_rank(vector, query, 1) FROM contributions_searchentry, {QUERY} AS query
WHERE id = ANY(%s)
"""  # noqa: S608 - our own words
OPTIONS = f'HighlightAll=true, StartSel="{BEGIN}", StopSel="{END}"'
MARKED = f"""
SELECT id, ts_headline('english', text, query, '{OPTIONS}')
FROM contributions_searchentry, {QUERY} AS query
WHERE id = ANY(%s)
"""  # noqa: S608 - our own words


def matching(entries, query):
    condition = RawSQL(f"vector @@ {QUERY}", [_websearch(query)], BooleanField())  # noqa: S611
    return entries.filter(condition)


def ranks(ids, query):
    return _by_id(RANKS, ids, query)


def marked(ids, query):
    return _by_id(MARKED, ids, query)


def forget():
    """Do nothing: a deleted entry takes its words along."""


def hold(table):
    with connection.cursor() as cursor:
        cursor.execute(f'LOCK TABLE "{table}" IN SHARE ROW EXCLUSIVE MODE')


def _by_id(statement, ids, query):
    with connection.cursor() as cursor:
        cursor.execute(statement, [_websearch(query), ids])
        return dict(cursor.fetchall())


def _websearch(query):
    """Return a query of terms that are quoted each, so that none is read as anything else."""
    return " or ".join(
        " ".join([*(f'"{term}"' for term in one.wanted), *(f'-"{term}"' for term in one.unwanted)])
        for one in query
    )
