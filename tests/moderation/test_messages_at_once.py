"""Several who write at once, in real transactions: every message arrives, or its writer hears."""

import pytest

from contributions.correspondence import Correspondence
from contributions.lifecycle import IllegalMove
from contributions.models import LockedKey, Message, Submission
from moderation import deciding
from moderation.models import Decision, Note
from tests.correspondent import Correspondent, ask, written_to
from tests.factories import make_editor, make_submission, the_desk
from tests.moderation.test_editors_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def thanking(submission, says):
    """Return a job that writes to a contributor."""
    key, by = submission.wrapped_key.opened_by(the_desk()), make_editor()
    mine = Submission.objects.get(pk=submission.pk)

    def job():
        try:
            deciding.thank(mine, by=by, key=key, says=says)
        except IllegalMove as error:
            return error

    return job


def test_of_two_editors_who_write_at_once_neither_is_lost():
    submission = make_submission()

    at_once(*(thanking(submission, f"Thanks {n}.") for n in range(4)))

    said = [words for _, words in written_to(submission)]
    assert sorted(said) == [f"Thanks {n}." for n in range(4)]
    assert Decision.objects.filter(what="thank").count() == 4


def test_an_answer_and_thanks_at_once_both_arrive():
    back = Correspondent()
    ask(back.submission)
    correspondence = Correspondence.of(back.receipt)

    at_once(
        lambda: correspondence.answer(2, Message.Kind.ANSWER, "In 2019."),
        thanking(back.submission, "Take your time."),
    )

    kinds = {kind for kind, _ in written_to(back.submission)}
    assert kinds == {"question", "answer", "thanks"}


def test_nothing_is_written_to_what_is_withdrawn_at_that_moment():
    for _ in range(5):
        submission = make_submission()
        note_by, seen = make_editor(), Submission.objects.get(pk=submission.pk)

        def noting(seen=seen, by=note_by):
            try:
                Note.write(seen, "About the quagga.", by=by)
            except IllegalMove as error:
                return error

        at_once(
            lambda mine=submission: mine.withdraw(1),
            thanking(submission, "Thanks."),
            noting,
        )

    assert not Message.objects.exists()
    assert not Note.objects.exists()
    assert not LockedKey.objects.exists()
    assert set(Submission.objects.values_list("state", flat=True)) == {"withdrawn"}


def test_a_note_deleted_by_two_at_once_is_deleted_once():
    note = Note.write(make_submission(), "About the quagga.", by=make_editor())

    deleted = at_once(*(lambda: Note.objects.filter(pk=note.pk).erase() for _ in range(3)))

    assert sum(deleted) == 1
    assert not LockedKey.objects.exists()
