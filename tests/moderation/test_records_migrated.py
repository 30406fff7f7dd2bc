"""Decisions of a site from before the chain become part of it."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from moderation import append_only
from moderation.models import Decision
from moderation.verifying import verify
from tests.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = [("moderation", "0005_no_autovacuum_of_locked_keys")]


@pytest.fixture
def before():
    """The models as they were before the chain."""
    submission, editor = make_submission(), make_editor()
    executor = MigrationExecutor(connection)
    yield executor.migrate(BEFORE).apps, submission, editor
    call_command("migrate", verbosity=0)


def test_decisions_from_before_are_chained_and_guarded(before):
    apps, submission, editor = before
    past = apps.get_model("moderation", "Decision").objects
    kept, gone = (
        past.create(submission_id=submission.pk, version=version, what=what, by_id=editor.pk)
        for version, what in enumerate(["hold", "resume"])
    )
    apps.get_model("moderation", "Redaction").objects.create(
        decision=kept, category="name", reason="another"
    )
    gone.delete()

    call_command("migrate", verbosity=0)
    new = Decision.objects.record("stop", by=editor)

    assert verify() == (new.pk, new.digest)
    assert new.pk == kept.pk + 1
    assert append_only.missing(connection) == []
