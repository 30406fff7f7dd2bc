"""Searching in SQLite: an FTS5 table that triggers keep in step with the entries."""

import json

from django.db import connection
from django.db.models.expressions import RawSQL

from contributions.search.snippets import BEGIN, END

# "+" keeps SQLite from looking each row up by itself.
AMONG = """FROM contributions_search
WHERE contributions_search MATCH %s AND +rowid IN (SELECT value FROM json_each(%s))
"""
RANKS = f"SELECT rowid, -bm25(contributions_search, 4.0, 1.0) {AMONG}"
MARKED = f"SELECT rowid, highlight(contributions_search, 1, '{BEGIN}', '{END}') {AMONG}"


def matching(entries, query):
    rows = "SELECT rowid FROM contributions_search WHERE contributions_search MATCH %s"
    return entries.filter(pk__in=RawSQL(rows, [_match(query)]))  # noqa: S611


def ranks(ids, query):
    return _by_id(RANKS, ids, query)


def marked(ids, query):
    return _by_id(MARKED, ids, query)


def forget():
    """Write the index anew: until then it holds deleted words, and that they are deleted."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO contributions_search(contributions_search) VALUES ('optimize')")


def hold(table):
    """Do nothing: whoever writes is alone."""


def _by_id(statement, ids, query):
    with connection.cursor() as cursor:
        cursor.execute(statement, [_match(query), json.dumps(ids)])
        return dict(cursor.fetchall())


def _match(query):
    return " OR ".join(map(_either, query))


def _either(one):
    """Return an expression of terms that are quoted each, so that none is read as anything else."""
    unwanted = "".join(f' NOT "{term}"' for term in one.unwanted)
    return "((" + " AND ".join(f'"{term}"' for term in one.wanted) + f"){unwanted})"
