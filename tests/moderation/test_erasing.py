"""What was deleted is not in the database's files either."""

from pathlib import Path

import pytest
from django.db import connection, connections

from contributions.models import ApprovedCopy, WrappedKey
from moderation import erasing
from tests.factories import make_reply, make_submission, make_submissions
from tests.moderation.approving import approve

pytestmark = pytest.mark.django_db(transaction=True)


def stored_bytes(model=WrappedKey):
    """Return every byte of a model's table, or of the whole database."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
            table = model._meta.db_table
            cursor.execute("SELECT pg_read_binary_file(pg_relation_filepath(%s))", [table])
            return bytes(cursor.fetchone()[0])
    name = connection.settings_dict["NAME"]
    files = [Path(f"{name}{end}") for end in ("", "-wal")]
    return b"".join(file.read_bytes() for file in files if file.exists())


def count_deletions():
    """Let PostgreSQL's statistics, which follow after a second, know at once what was done."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_force_next_flush()")
            cursor.execute("SELECT pg_stat_clear_snapshot()")


def test_a_deleted_key_leaves_the_files_of_the_database():
    make_submissions(50)
    mark = bytes(WrappedKey.objects.first().for_desk)
    before = stored_bytes()

    WrappedKey.objects.all().delete()
    count_deletions()
    due = erasing.due(None)
    erased = [erasing.erase(name, None) for name in due]

    assert mark in before
    assert erased
    assert all(erased)
    assert mark not in stored_bytes()
    count_deletions()
    assert erasing.due(None) == []


def test_an_approved_copy_that_was_taken_back_leaves_them_too(editor):
    copy = approve(make_submission(), editor)
    mark = bytes(ApprovedCopy.objects.get(pk=copy.pk).sealed)
    before = stored_bytes(ApprovedCopy)

    copy.submission.withdraw(copy.submission.version)
    count_deletions()
    for name in erasing.due(None):
        erasing.erase(name, None)

    assert mark in before
    assert mark not in stored_bytes(ApprovedCopy)


@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="an entry takes its words along")
def test_the_search_lets_go_of_the_words_of_what_was_amended():
    reply = make_reply(body="<p>It was a xylograph.</p>")
    make_reply(body="<p>Another.</p>")
    before = stored_bytes()

    reply.amend(reply.revision, body="<p>A detail was here.</p>")
    for name in erasing.due(None):
        assert erasing.erase(name, None)

    assert b"xylograph" in before
    assert b"xylograph" not in stored_bytes()
    assert erasing.due(None) == []


@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="nothing to merge there")
def test_whoever_is_writing_keeps_the_search_for_the_next_time():
    make_reply().amend(1, body="<p>A detail was here.</p>")
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            done = erasing.erase("the log", None)
            cursor.execute("ROLLBACK")
    finally:
        other.close()

    assert not done
    assert erasing.erase("the log", None)


def test_somebody_at_work_is_not_kept_waiting():
    make_submissions(3)
    WrappedKey.objects.all().delete()
    count_deletions()
    name = erasing.TABLES[0]
    other = connections.create_connection("default")
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {erasing.TABLES[0]}")  # noqa: S608 - our own name
            cursor.fetchall()
            done = erasing.erase(name, None)
    finally:
        other.rollback()
        other.close()

    # SQLite's readers are left with what they have; PostgreSQL's hold the table.
    assert done == (connection.vendor == "sqlite")
    assert erasing.erase(name, None)
