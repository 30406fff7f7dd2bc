"""Full-text search of what is public, each database in its own way.

An engine has four functions. `newest` returns the ids of SearchEntry that match, the newest first,
and how well each does where that is asked for; `marked` the texts of some with the matches marked;
`forget` rids the index of words that are gone; `hold` keeps others from changing the index until
the transaction ends.
"""

from django.db import connection

from contributions.search import postgresql, sqlite


def engine():
    """Return the module that searches the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite
