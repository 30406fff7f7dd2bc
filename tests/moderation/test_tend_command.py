"""`manage.py tend`: what it says, how it fails, and how it ends."""

import os
import signal
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from contributions.models import Post
from moderation import erasing, tending
from tests.factories import make_submission
from tests.moderation.approving import approve, make_due
from tests.probationblog.processes import ROOT, manage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def within_a_transaction(monkeypatch):
    files = (erasing.erase, tending.forget_order)
    chores = [chore for chore in tending.CHORES if chore.do not in files]
    monkeypatch.setattr(tending, "CHORES", chores)


def tend(**options):
    said = StringIO()
    call_command("tend", stdout=said, **options)
    return said.getvalue()


def test_it_says_what_was_done(editor):
    approve(make_submission(), editor)
    make_due()

    assert tend() == "Published: 1\n"
    assert tend() == ""


def test_a_dry_run_says_what_would_be_done_and_does_nothing(editor):
    approve(make_submission(), editor)
    make_due()

    assert tend(dry_run=True) == "Would be published: 1\n"
    assert not Post.objects.exists()


def test_a_failure_is_told_by_the_exit_code_and_not_by_what_failed(monkeypatch):
    def fail(*args):
        raise RuntimeError("Zebra")

    monkeypatch.setattr(tending, "CHORES", [tending.Chore("polished", lambda now: [1], fail)])

    with pytest.raises(CommandError, match="polished") as failed:
        tend()

    assert failed.value.returncode == 1
    assert "Zebra" not in str(failed.value)


def test_an_error_is_logged_without_what_it_was_about(tmp_path):
    """A database without tables makes every chore fail."""
    result = manage("tend", DEMO="1", DATA_DIR=str(tmp_path), DATABASE_URL="")

    assert result.returncode == 1
    assert b"ERROR moderation.tending" in result.stderr
    assert b"no such table" not in result.stderr


FOREVER = f"{sys.executable} -u manage.py tend --forever"


def start(command):
    """Start `tend --forever` on an empty database, and return when it runs."""
    process = subprocess.Popen(
        ["sh", "-c", command],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        stderr=subprocess.PIPE,
    )
    process.stderr.readline()  # Its first chore has failed: there are no tables.
    return process


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_calmly(nowhere, number):
    with start(f"exec {FOREVER}") as process:
        process.send_signal(number)

        assert process.wait(60) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_the_server_beside_which_it_runs(nowhere, number):
    with start(f"{FOREVER} --beside $$ & exec sleep 600") as server:
        server.send_signal(number)
        server.wait(60)

        # Ends when the last who can write to it has ended.
        assert server.stderr.read() is not None
