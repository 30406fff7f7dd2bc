"""A database of its own for what is measured within one process."""

import contextlib
import os
import tempfile

import django


@contextlib.contextmanager
def own_database():
    """Set Django up with data that nobody else uses, and yield the connection."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATA_DIR": folder}
        django.setup()
        from django.db import connection
        from django.test.utils import setup_test_environment

        setup_test_environment()
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield connection
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)
