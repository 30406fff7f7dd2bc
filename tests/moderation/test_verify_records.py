"""verify_records: whatever is done to the records behind the site's back shows."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from moderation import append_only, verifying
from moderation.chain import for_paper
from moderation.models import Decision, RecordHead
from moderation.redaction import Mark
from moderation.verifying import Tampered, verify
from tests.factories import make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def records(editor):
    """Five records, the third with two redactions."""
    marks = [Mark("Jo Fox", "name", "another"), Mark("Leeds", "place", "contributor")]
    acts = ["hold", "resume", "reply", "now", "stop"]
    return [
        Decision.objects.record(act, by=editor, marks=marks if act == "reply" else ())
        for act in acts
    ]


@pytest.fixture
def tamper(records):
    """Run SQL as somebody who has the database, and has taken the triggers down."""

    def run(*statements):
        append_only.lift(connection)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        append_only.install(connection)

    return run


def run(*arguments):
    said = io.StringIO()
    call_command("verify_records", *arguments, stdout=said)
    return said.getvalue()


def shown():
    with pytest.raises(CommandError) as error:
        run()
    assert error.value.returncode == 1
    return str(error.value)


def test_records_as_they_were_written_are_counted_and_their_head_is_shown(records):
    said = run()

    assert "5 records" in said
    assert for_paper(records[-1].digest) in said


def test_no_records_are_whole_too():
    assert "0 records" in run()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE moderation_decision SET what = 'decline' WHERE id = 3",
        "UPDATE moderation_decision SET reason = 'other' WHERE id = 3",
        "UPDATE moderation_decision SET version = 7 WHERE id = 3",
        "UPDATE moderation_decision SET decided_at = '2026-03-02 12:00:00+00:00' WHERE id = 3",
        "UPDATE moderation_decision SET complaint = '6b1f0c3e7f0e4d579a530d7c5a3d8a11'"
        " WHERE id = 3",
        "UPDATE moderation_decision SET digest = 'aa' WHERE id = 3",
    ],
)
def test_a_changed_record_shows(tamper, change):
    tamper(change)

    assert shown().startswith("Record 3 ")


def test_a_record_in_another_editors_name_shows(tamper):
    make_editor()

    tamper("UPDATE moderation_decision SET by_id = (SELECT MAX(id) FROM auth_user) WHERE id = 2")

    assert shown().startswith("Record 2 ")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE moderation_redaction SET reason = 'tone' WHERE category = 'name'",
        "DELETE FROM moderation_redaction WHERE category = 'place'",
        "UPDATE moderation_redaction SET decision_id = 4 WHERE category = 'place'",
        "INSERT INTO moderation_redaction (decision_id, category, reason)"
        " SELECT decision_id, category, reason FROM moderation_redaction WHERE category = 'name'",
    ],
)
def test_a_changed_redaction_shows(tamper, change):
    tamper(change)

    assert shown().startswith("Record 3 ")


def test_a_deleted_record_shows(tamper):
    tamper("DELETE FROM moderation_decision WHERE id = 2")

    assert shown().startswith("Record 3 ")


def test_a_deleted_first_record_shows(tamper):
    tamper("DELETE FROM moderation_decision WHERE id = 1")

    assert shown().startswith("Record 2 ")


def test_records_in_another_order_show(tamper):
    tamper(
        "UPDATE moderation_decision SET id = 99 WHERE id = 1",
        "UPDATE moderation_decision SET id = 1 WHERE id = 2",
        "UPDATE moderation_decision SET id = 2 WHERE id = 99",
    )

    assert shown().startswith("Record 1 ")


def test_a_record_put_in_between_shows(tamper, records, editor):
    tamper(
        "UPDATE moderation_decision SET id = 6 WHERE id = 5",
        # A copy of the fourth: one that anybody could have computed.
        "INSERT INTO moderation_decision (id, what, reason, by_id, decided_at, digest)"
        " SELECT 5, what, reason, by_id, decided_at, digest FROM moderation_decision WHERE id = 4",
    )

    assert shown().startswith("Record 5 ")


def test_a_record_put_in_past_the_head_shows(records, editor):
    forged = Decision(pk=6, what="start", by=editor, decided_at=timezone.now())
    forged.digest = forged.digest_after(records[-1].digest, [])
    forged.save(force_insert=True)

    assert "ends at record 6" in shown()


def test_a_cut_tail_shows_by_the_head(tamper):
    tamper("DELETE FROM moderation_decision WHERE id > 3 AND id < 6")

    assert "from 4 to 5 are missing" in shown()


def test_a_head_that_was_moved_shows(tamper):
    tamper("UPDATE moderation_recordhead SET digest = 'aa'")

    assert "head stands elsewhere" in shown()


def test_a_head_that_was_deleted_shows(tamper):
    tamper("DELETE FROM moderation_recordhead")

    assert "head stands elsewhere" in shown()


def test_a_tail_that_was_cut_together_with_the_head_shows_by_a_noted_one(tamper, records):
    noted = for_paper(records[-1].digest)
    tamper(
        "DELETE FROM moderation_decision WHERE id > 3",
        "UPDATE moderation_recordhead SET number = 3,"
        " digest = (SELECT digest FROM moderation_decision WHERE id = 3)",
    )

    assert "3 records" in run()
    with pytest.raises(CommandError, match="not in the chain"):
        run("--head", *noted.split())


def test_a_noted_head_stays_in_the_chain_as_it_grows(records, editor):
    noted = for_paper(RecordHead.current().digest)
    Decision.objects.record("start", by=editor)

    assert "6 records" in run("--head", *noted.split())
    assert "6 records" in run("--head", noted.upper().replace(" ", ""))


@pytest.mark.parametrize("head", ["abcd", "x" * 24, "a" * 65])
def test_a_head_that_cannot_be_one_is_asked_for_again(records, head):
    with pytest.raises(CommandError, match="24 digits"):
        run("--head", head)


def test_a_missing_trigger_is_named(records):
    append_only.lift(connection)

    assert "moderation_decision" in shown()
    assert "migrate" in shown()


def test_a_record_that_is_added_while_they_are_verified_is_no_fault(records, editor, monkeypatch):
    links = verifying._links

    def added_meanwhile():
        Decision.objects.record("start", by=editor)
        yield from links()

    monkeypatch.setattr(verifying, "_links", added_meanwhile)

    assert verify()[0] == 6


def test_what_verify_raises_names_no_word_of_a_text(tamper):
    tamper("UPDATE moderation_decision SET what = 'Jo Fox' WHERE id = 1")

    with pytest.raises(Tampered) as error:
        verify()

    assert "Jo" not in str(error.value)
