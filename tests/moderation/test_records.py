"""Records: what an editor did, chained, and never changed."""

import hashlib
import json
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from moderation import append_only
from moderation.chain import BEGINNING
from moderation.models import Decision, RecordHead, Redaction
from moderation.redaction import Mark
from tests.factories import make_post, make_reply, make_submission

pytestmark = pytest.mark.django_db
MARKS = [Mark("Jo Fox", "name", "another"), Mark("Leeds", "place", "contributor")]


def test_a_record_bears_a_hash_that_a_stranger_can_recompute(editor):
    """As docs/records.md has it, and with nothing of ours."""
    submission = make_submission()
    first = Decision.objects.record(
        "reply", by=editor, submission=submission, version=1, reason="tone", marks=MARKS
    )
    second = Decision.objects.record("stop", by=editor)
    third = Decision.objects.record("retract", by=editor, reply=make_reply(), complaint=uuid4())

    expected, before = [], "0" * 64
    for record in Decision.objects.order_by("id"):
        columns = {
            "id": record.id,
            "what": record.what,
            "submission_id": record.submission_id and str(record.submission_id),
            "version": record.version,
            "reply_id": record.reply_id,
            "complaint": record.complaint and str(record.complaint),
            "reason": record.reason,
            "by_id": record.by_id,
            "decided_at": record.decided_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        }
        columns = {name: value for name, value in sorted(columns.items()) if value}
        redactions = list(record.redactions.order_by("id").values_list("category", "reason"))
        written = json.dumps([before, columns, redactions], separators=(",", ":"))
        before = hashlib.sha256(written.encode()).hexdigest()
        expected.append(before)

    assert [first.digest, second.digest, third.digest] == expected
    assert (RecordHead.current().number, RecordHead.current().digest) == (3, third.digest)


def test_a_record_says_what_it_was_about(editor):
    post, complaint = make_post(), uuid4()

    record = Decision.objects.record(
        "complaint_handled", by=editor, post=post, complaint=complaint, reason="upheld"
    )

    stored = Decision.objects.get()
    assert stored == record
    assert (stored.what, stored.post, stored.reason) == ("complaint_handled", post, "upheld")
    assert stored.complaint == complaint


def test_several_acts_that_are_no_move_can_concern_one_version(editor):
    submission = make_submission()

    for _ in range(2):
        Decision.objects.record("thank", by=editor, submission=submission)

    assert submission.decisions.count() == 2


@pytest.mark.parametrize("reason", ["He wrote to me.", "two words", "x" * 20 + "\n"])
def test_words_are_no_reason(editor, reason):
    with pytest.raises(ValidationError):
        Decision.objects.record("decline", by=editor, reason=reason)

    assert not Decision.objects.exists()


def test_an_unknown_act_is_not_recorded(editor):
    with pytest.raises(ValueError, match="whisper"):
        Decision.objects.record("whisper", by=editor)


def test_an_act_that_fails_leaves_no_record_and_the_chain_whole(editor):
    class Failure(Exception):
        pass

    with pytest.raises(Failure), transaction.atomic():
        Decision.objects.record("stop", by=editor)
        raise Failure

    assert Decision.objects.record("start", by=editor).pk == 1
    assert RecordHead.current().number == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE moderation_decision SET reason = 'other'",
        "UPDATE moderation_decision SET id = id + 1",
        "DELETE FROM moderation_decision",
        "UPDATE moderation_redaction SET category = 'other'",
        "DELETE FROM moderation_redaction",
    ],
)
def test_the_database_refuses_to_change_a_record(editor, change):
    Decision.objects.record("reply", by=editor, marks=MARKS)
    Decision.objects.record("stop", by=editor)
    rows = [*Decision.objects.values(), *Redaction.objects.values()]

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(change)

    assert [*Decision.objects.values(), *Redaction.objects.values()] == rows


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_nor_does_it_empty_the_records():
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute("TRUNCATE moderation_decision CASCADE")


def test_after_all_migrations_every_trigger_is_there():
    assert append_only.missing(connection) == []


def test_a_trigger_that_is_lost_comes_back_with_the_next_migration():
    append_only.lift(connection)
    lost = append_only.missing(connection)

    append_only.install_after_migrate(using="default")

    assert lost
    assert append_only.missing(connection) == []


def test_before_the_first_record_the_head_is_the_beginning():
    assert RecordHead.current().digest == BEGINNING
