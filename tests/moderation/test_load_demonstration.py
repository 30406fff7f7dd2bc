"""`manage.py load_demonstration`: a believable site, in the demonstration alone."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from contributions.models import CallOut, Label, Post, Reply, Submission
from tests.factories import make_draft

pytestmark = pytest.mark.django_db


def load():
    said = StringIO()
    call_command("load_demonstration", address="http://127.0.0.1:8123", stdout=said)
    return said.getvalue()


def counts():
    return [m.objects.count() for m in (Post, Reply, Submission, CallOut, Label, User)]


def test_outside_the_demonstration_it_refuses_and_makes_nobody(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        load()

    assert counts() == [0] * 6


def test_it_fills_an_empty_site_once_and_prints_the_login(client):
    said = load()
    before = counts()
    again = load()

    assert "http://127.0.0.1:8123/admin/" in said
    assert "http://127.0.0.1:8123/admin/" in again
    assert "go out within two minutes here; on a real site within hours" in said
    assert counts() == before
    kinds = {kind: Post.objects.published().filter(kind=kind).count() for kind in Post.Kind}
    assert min(kinds.values()) >= 12
    assert Submission.objects.awaiting_review().count() == 30
    assert Reply.objects.exclude(parent=None).exists()
    assert {row["kind"] for row in Submission.objects.values("kind")} == set(Submission.Kind)
    assert client.login(username="editor", password="demonstration")
    numbers = sorted(Post.objects.exclude(number=None).values_list("number", flat=True))
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_a_site_that_has_something_is_left_as_it_is():
    make_draft(title="Mine")

    load()

    assert Post.objects.get().title == "Mine"
    assert User.objects.filter(username="editor").exists()
