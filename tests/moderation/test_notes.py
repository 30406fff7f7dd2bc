"""Notes go with the words they are about, and nothing is left to open them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contributions.lifecycle import IllegalMove
from contributions.models import LockedKey, Submission
from contributions.sealing import CannotOpen
from moderation import keyring, tending
from moderation.models import Note
from tests.factories import make_settled_submission, make_submission, the_desk
from tests.moderation.approving import publish

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


def write(submission, by, words="About the quagga."):
    return Note.write(submission, words, by=by)


def tend_notes(now):
    chore = next(chore for chore in tending.CHORES if chore.done == "notes deleted")
    return sum(chore.do(item, now) for item in list(chore.due(now)))


def anything_left():
    return Note.objects.exists() or LockedKey.objects.exists()


def test_a_note_is_opened_by_the_desk(editor):
    assert write(make_submission(), editor).words(the_desk()) == "About the quagga."


def test_a_withdrawn_one_takes_its_notes_along(editor):
    submission = make_submission()
    write(submission, editor)

    submission.withdraw(1)

    assert not anything_left()


def test_a_published_one_takes_its_notes_along(editor):
    submission = make_submission()
    write(submission, editor)

    publish(submission, editor)

    assert not anything_left()


def test_a_purged_one_takes_its_notes_along_and_leaves_those_of_others(editor):
    gone, there = make_submission(state="declined"), make_submission()
    write(gone, editor)
    stays = write(there, editor)

    gone.purge(timezone.localdate() + timedelta(days=1))

    assert list(Note.objects.all()) == [stays]
    assert LockedKey.objects.get() == stays.locked_key


def test_what_was_declined_keeps_its_notes_until_it_is_purged(editor):
    submission = make_submission()
    write(submission, editor)

    submission.decline(1, "Not this time.")

    assert Note.objects.exists()


def test_no_note_is_written_where_the_words_are_gone(editor):
    with pytest.raises(IllegalMove):
        write(make_settled_submission("withdrawn"), editor)

    assert not anything_left()


def test_a_note_is_kept_for_a_year(editor):
    note = write(make_submission(), editor)

    early = tend_notes(note.written_at + YEAR)
    late = tend_notes(note.written_at + YEAR + timedelta(minutes=1))

    assert (early, late) == (0, 1)
    assert not anything_left()
    assert Submission.objects.get().has_words


def test_a_note_opens_with_the_key_that_replaced_the_desks_and_with_the_old_one_no_more(editor):
    note = write(make_submission(), editor)

    new = keyring.replace(the_desk())

    note = Note.objects.get()
    assert note.words(new) == "About the quagga."
    with pytest.raises(CannotOpen):
        note.words(the_desk())
