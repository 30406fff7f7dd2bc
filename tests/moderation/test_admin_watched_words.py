"""The editor keeps the list of watched words in the admin."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, transaction

from contributions.models import WatchedWord
from contributions.models.watched_word import MOST
from tests.factories import make_watched_word

pytestmark = pytest.mark.django_db
LIST = "/admin/contributions/watchedword/"
ENTRY = {"phrase": "the Biscuit Tin", "kind": "strip", "category": "WORKPLACE", "note": "Annexe."}


def add(client, **changed):
    return client.post(f"{LIST}add/", ENTRY | changed)


def refusal(client, **changed):
    response = add(client, **changed)
    assert response.status_code == 200
    return str(response.context["errors"])


def listed():
    return list(WatchedWord.objects.in_order().values_list("phrase", "kind", "category"))


def test_an_entry_is_added_and_logged_without_its_words(editor_client):
    assert add(editor_client, phrase="  the  Biscuit Tin ").status_code == 302

    assert listed() == [("the Biscuit Tin", "strip", "WORKPLACE")]
    assert "Biscuit" not in str(list(LogEntry.objects.values()))


def test_only_what_is_taken_out_needs_something_to_stand_in(editor_client):
    add(editor_client, kind="keep", phrase="Farrukh Quillington")

    assert listed() == [("Farrukh Quillington", "keep", "")]
    assert "Choose what it is" in refusal(editor_client, category="")


@pytest.mark.parametrize("phrase", ["the biscuit tin", "THE BISCUIT  TIN", "ÉLAN VITAL"])
def test_the_same_words_are_listed_once_whatever_their_case(editor_client, phrase):
    make_watched_word("the Biscuit Tin")
    make_watched_word("élan vital", "keep")

    assert "on the list already" in refusal(editor_client, phrase=phrase)


def test_the_database_refuses_the_same_words_and_what_has_no_stand_in():
    make_watched_word("the Biscuit Tin")

    for wrong in [
        {"phrase": "The biscuit tin", "kind": "keep"},
        {"phrase": "Spud", "kind": "strip"},
        {"phrase": "Spud", "kind": "keep", "category": "PERSON"},
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            WatchedWord.objects.create(**wrong)


@pytest.mark.parametrize("phrase", ["…", "[name]", "Team [name A]", "x" * 81, ""])
def test_words_that_no_text_can_hold_are_refused(editor_client, phrase):
    refusal(editor_client, phrase=phrase)

    assert listed() == []


def test_the_list_has_an_end(editor_client):
    WatchedWord.objects.bulk_create(
        WatchedWord(phrase=f"Office {n}", kind="flag") for n in range(MOST)
    )

    assert "The list is full" in refusal(editor_client)


def test_an_entry_keeps_its_words_since_texts_that_wait_know_it_by_its_number(editor_client):
    entry = make_watched_word("the Biscuit Tin")

    changed = editor_client.post(f"{LIST}{entry.pk}/change/", ENTRY | {"phrase": "Spud"})

    assert changed.status_code == 302
    assert listed() == [("the Biscuit Tin", "strip", "WORKPLACE")]
    assert WatchedWord.objects.get().note == "Annexe."


def test_a_moderator_reads_the_list_and_changes_nothing(moderator_client):
    entry = make_watched_word("the Biscuit Tin")

    assert "the Biscuit Tin" in moderator_client.get(LIST).content.decode()
    moderator_client.post(f"{LIST}{entry.pk}/change/", ENTRY | {"note": "Mine."})
    moderator_client.post(f"{LIST}{entry.pk}/delete/", {"post": "yes"})
    add(moderator_client, phrase="Spud")

    assert listed() == [("the Biscuit Tin", "strip", "WORKPLACE")]
    assert WatchedWord.objects.get().note == ""
