"""Full-text search of what is public, each database in its own way.

An engine has four functions that speak of SearchEntry: `matching` narrows a queryset, `ranks` and
`marked` take ids of matches; `forget` rids the index of words that are gone. Its fifth, `hold`,
keeps others from changing the index until the transaction ends.
"""

from django.db import connection

from contributions.search import postgresql, sqlite


def engine():
    """Return the module that searches the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite
