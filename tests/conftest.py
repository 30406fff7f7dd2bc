"""What tests share: their order; the people, signed in or not; a database that can be cleared."""

import gc

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase

from moderation import append_only
from tests.contributor import Contributor
from tests.factories import give_key, hand_over_key, make_editor, make_moderator, the_desk


def pytest_collection_modifyitems(items):
    """Begin with the tests that start servers: they take longest, and must not come last."""
    items.sort(key=lambda item: not item.nodeid.startswith(("tests/running/", "tests/browser/")))


def pytest_collection_finish():
    """Let the garbage collector leave alone what stays to the end: it is most of the memory."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def contributor(db):
    the_desk()
    return Contributor()


@pytest.fixture
def editor(db):
    return give_key(make_editor())


@pytest.fixture
def editor_client(editor):
    client = Client()
    client.force_login(editor)
    hand_over_key(client)
    return client


@pytest.fixture
def moderator_client(db):
    client = Client()
    client.force_login(make_moderator())
    hand_over_key(client)
    return client


@pytest.fixture(autouse=True, scope="session")
def records_go_with_the_test_that_made_them():
    """Let tests that commit clear the database afterwards, which puts the triggers up again."""
    clear = TransactionTestCase._fixture_teardown

    def clear_with_records(case):
        append_only.lift(connection)
        clear(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", clear_with_records)
        yield
