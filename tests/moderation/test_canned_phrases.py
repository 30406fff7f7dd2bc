"""Canned phrases: a few from the start, and from then on the editor's own."""

import pytest
from django.contrib.admin.models import LogEntry

from moderation.models import CannedPhrase
from moderation.starting_content import PHRASES, ensure_starting_content
from tests.factories import make_submission
from tests.moderation.desk import address

pytestmark = pytest.mark.django_db
ADMIN = "/admin/moderation/cannedphrase/"


def test_a_new_site_starts_with_some_and_keeps_what_the_editor_made_of_them():
    at_first = CannedPhrase.objects.count()
    CannedPhrase.objects.exclude(name__startswith="Thanks").delete()

    ensure_starting_content()

    assert at_first == len(PHRASES) >= 8
    assert CannedPhrase.objects.count() == 1


def test_an_editor_adds_changes_and_deletes_one_and_the_log_holds_no_word_of_it(editor_client):
    editor_client.post(f"{ADMIN}add/", {"name": "Quagga", "words": "Dear okapi."})
    phrase = CannedPhrase.objects.get(name="Quagga")
    editor_client.post(f"{ADMIN}{phrase.pk}/change/", {"name": "Bongo", "words": "Dear numbat."})
    shown = editor_client.get(address(make_submission())).content.decode()
    editor_client.post(f"{ADMIN}{phrase.pk}/delete/", {"post": "yes"})

    assert shown.count('data-words="Dear numbat."') == 3
    assert not CannedPhrase.objects.filter(pk=phrase.pk).exists()
    log = str(list(LogEntry.objects.values())).lower()
    assert LogEntry.objects.count() == 3
    assert not [word for word in ("quagga", "okapi", "bongo", "numbat") if word in log]


def test_a_moderator_reads_them_and_changes_none(moderator_client):
    phrase = CannedPhrase.objects.by_name().first()
    address = f"{ADMIN}{phrase.pk}/change/"

    answer = moderator_client.post(address, {"name": "Other", "words": "Other."})

    assert moderator_client.get(address).status_code == 200
    assert answer.status_code == 403
    assert not CannedPhrase.objects.filter(name="Other").exists()


@pytest.mark.parametrize(("field", "longest"), [("name", 80), ("words", 1_000)])
def test_they_are_bounded(editor_client, field, longest):
    long = {"name": "Long", "words": "Long."} | {field: "w" * (longest + 1)}

    answer = editor_client.post(f"{ADMIN}add/", long)

    assert answer.status_code == 200
    assert not CannedPhrase.objects.filter(**long).exists()
