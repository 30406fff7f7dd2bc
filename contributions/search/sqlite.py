"""Searching in SQLite: an FTS5 table that triggers keep in step with the entries."""

import json

from django.db import connection

from contributions.search.snippets import BEGIN, END

# It gives its rows by rowid from either end, and stops when there are enough.
NEWEST = """
SELECT rowid, {rank} FROM contributions_search
WHERE contributions_search MATCH %s AND {narrowed} ORDER BY rowid DESC LIMIT %s
"""
RANK = "-bm25(contributions_search, 4.0, 1.0)"
# Row by row: the words of a query lead there at once.
MARKED = f"""
SELECT value, highlight(contributions_search, 1, '{BEGIN}', '{END}')
FROM json_each(%s) CROSS JOIN contributions_search
WHERE contributions_search MATCH %s AND contributions_search.rowid = value
"""  # noqa: S608 - our own words
# Some thousandths of a second of work.
STEP = 400  # pages
MERGE = "INSERT INTO contributions_search(contributions_search, rank) VALUES ('merge', %s)"


def newest(query, how_many, narrowed, *, ranked):
    """Return {id: rank} of as many matches; without being asked for, every rank is 0.

    `narrowed` is a condition with its parameters; where it looks an id up in a list, it calls it
    "{among}", else "{id}".
    """
    condition, parameters = narrowed
    statement = NEWEST.format(
        rank=RANK if ranked else 0, narrowed=condition.format(id="rowid", among="+rowid")
    )
    return _by_id(statement, [_match(query), *parameters, how_many])


def marked(ids, query):
    return _by_id(MARKED, [json.dumps(ids), _match(query)])


def forget():
    """Merge the index into one piece: until then it holds deleted words, and that they are deleted.

    In steps, between which others can write where no transaction is open.
    """
    connection.ensure_connection()
    pages = -STEP  # Once less than nothing: all pieces shall become one.
    with connection.cursor() as cursor:
        while True:
            before = connection.connection.total_changes
            cursor.execute(MERGE, [pages])
            if connection.connection.total_changes - before < 2:  # As SQLite says that it is done.
                break
            pages = STEP


def hold(table):
    """Do nothing: whoever writes is alone."""


def _by_id(statement, parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return dict(cursor.fetchall())


def _match(query):
    return " OR ".join(map(_either, query))


def _either(one):
    """Return an expression of terms that are quoted each, so that none is read as anything else."""
    unwanted = "".join(f' NOT "{term}"' for term in one.unwanted)
    return "((" + " AND ".join(f'"{term}"' for term in one.wanted) + f"){unwanted})"
