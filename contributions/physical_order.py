"""The order in which rows lie on disk, made to tell nothing.

A database lays rows down as they come, and marks those that came together alike. So without any
column it says which text came before which, and which spent form token came with which text.
"""

from django.db import OperationalError, connection, transaction

from contributions.models import Message, SpentToken, StoredReceipt, Submission, WrappedKey

PATIENCE = 1_000  # ms
LOCK_NOT_AVAILABLE = "55P03"
TABLES = [SpentToken, Submission, WrappedKey, StoredReceipt, Message]


def forget():
    """Lay the rows down anew, as if all had come at once, in the order of random keys.

    Takes milliseconds for some thousand rows, and locks each table meanwhile. Call outside any
    transaction. What comes afterwards lies in order again until the next time. Returns whether it
    could be done: where somebody holds a table, nobody is made to wait behind us.
    """
    try:
        _lay_down_anew()
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != LOCK_NOT_AVAILABLE:
            raise
        return False
    finally:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("RESET lock_timeout")
    return True


def _lay_down_anew():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {PATIENCE}")
    for model in TABLES:
        table, key = model._meta.db_table, model._meta.pk.column
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                # 63 random bits; SQLite keeps a table in the order of its hidden rowids.
                rowid = "random() & 9223372036854775807"
                cursor.execute(f'UPDATE "{table}" SET rowid = {rowid}')  # noqa: S608 - our own names
                continue
            # One transaction touches every row; when it is over, they are laid in order.
            with transaction.atomic():
                cursor.execute(f'UPDATE "{table}" SET "{key}" = "{key}"')  # noqa: S608
            cursor.execute(f'CLUSTER "{table}" USING "{table}_pkey"')
