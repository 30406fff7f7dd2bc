"""Notes between editors: written, read and deleted on the review page, and seen by nobody else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contributions.models import LockedKey
from contributions.sealing import CannotOpen
from moderation.models import Decision, Note
from tests.correspondent import Correspondent
from tests.factories import hand_over_key, make_moderator, make_settled_submission, make_submission
from tests.moderation.desk import address

SECRET = "Ask <Dorothea> about the quagga."


def says(response, words):
    return words in response.content.decode()


def write(client, submission, words=SECRET, **how):
    return client.post(address(submission) + "notes/", {"note": words}, **how)


def delete(client, note):
    return client.post(f"{address(note.submission)}notes/{note.pk}/delete/")


def test_a_note_is_read_by_whoever_may_moderate(editor_client, moderator_client):
    submission = make_submission()

    response = write(editor_client, submission)

    assert response.url == address(submission) + "#notes"
    for client in (editor_client, moderator_client):
        assert says(client.get(address(submission)), "Ask &lt;Dorothea&gt; about the quagga.")
    assert b"quagga" not in bytes(Note.objects.get().sealed)


def test_notes_stand_in_the_order_in_which_they_were_written(editor_client, moderator_client):
    submission = make_submission()
    for client, words in [(editor_client, "First."), (moderator_client, "Second.")]:
        write(client, submission, words)

    page = editor_client.get(address(submission)).content.decode()

    assert page.index("First.") < page.index("Second.")


def test_a_note_is_on_no_record_in_no_log_and_behind_no_receipt(editor_client):
    back = Correspondent()
    write(editor_client, back.submission)

    assert not Decision.objects.exists()
    assert not LogEntry.objects.exists()
    assert not says(back.open(), "quagga")
    note = Note.objects.get()
    key = back.submission.wrapped_key.opened_by_receipt(back.receipt)
    with pytest.raises(CannotOpen):
        note.words(back.receipt.private_key)
    assert bytes(key) not in bytes(note.locked_key.for_desk)


@pytest.mark.parametrize(
    ("words", "sentence"), [("  ", "Write the note first."), ("word " * 500, "2000")]
)
def test_a_note_that_cannot_be_stored_comes_back(editor_client, words, sentence):
    response = write(editor_client, make_submission(), words)

    assert response.status_code == 422
    assert says(response, sentence)
    assert says(response, words.strip())
    assert not Note.objects.exists()


def test_a_note_on_what_was_withdrawn_meanwhile_comes_back(editor_client):
    submission = make_settled_submission("withdrawn")

    response = write(editor_client, submission)

    assert response.status_code == 422
    assert says(response, "Its words are no longer kept.")
    assert says(response, "Ask &lt;Dorothea&gt; about the quagga.")
    assert not LockedKey.objects.exists()


def test_a_note_written_after_the_session_comes_back(editor_client):
    submission = make_submission()
    editor_client.logout()

    response = write(editor_client, submission)

    assert response.status_code == 403
    assert says(response, "Ask &lt;Dorothea&gt; about the quagga.")


def test_its_writer_and_an_editor_delete_it_and_no_other_moderator(
    editor_client, moderator_client, db
):
    submission = make_submission()
    colleague = Client()
    colleague.force_login(make_moderator())
    hand_over_key(colleague)
    write(moderator_client, submission, "One.")
    write(moderator_client, submission, "Two.")
    one, two = Note.objects.in_order()

    refused = delete(colleague, one)
    hidden = says(colleague.get(address(submission)), "Delete this note")
    own, others = delete(moderator_client, one), delete(editor_client, two)

    assert refused.status_code == 403
    assert not hidden
    assert own.status_code == others.status_code == 302
    assert not Note.objects.exists()
    assert not LockedKey.objects.exists()


def test_deleting_what_is_deleted_says_so(editor_client):
    write(editor_client, make_submission())
    note = Note.objects.get()

    delete(editor_client, note)
    again = delete(editor_client, note)

    assert again.status_code == 302
    assert says(editor_client.get(again.url), "That note was deleted already.")


def test_a_note_is_deleted_only_by_the_address_of_its_own_submission(editor_client):
    write(editor_client, make_submission())
    note = Note.objects.get()

    editor_client.post(f"{address(make_submission())}notes/{note.pk}/delete/")
    nowhere = editor_client.post(f"/admin/desk/{uuid4()}/notes/{note.pk}/delete/")

    assert nowhere.status_code == 404
    assert Note.objects.get() == note


def test_a_note_whose_key_was_lost_says_so(editor_client):
    submission = make_submission()
    write(editor_client, submission)
    LockedKey.objects.update(for_desk=b"")

    assert says(editor_client.get(address(submission)), "It is sealed to a key that was lost")


def test_notes_cost_the_page_no_more_queries_as_they_grow(editor_client, django_assert_num_queries):
    submission = make_submission()
    write(editor_client, submission)
    with CaptureQueriesContext(connection) as queries:
        editor_client.get(address(submission))
    with_one = len(queries)
    for _ in range(5):
        write(editor_client, submission)

    with django_assert_num_queries(with_one):
        editor_client.get(address(submission))


def test_written_at_is_the_moment_it_was_written(editor_client):
    write(editor_client, make_submission())

    assert timezone.now() - Note.objects.get().written_at < timedelta(minutes=1)
