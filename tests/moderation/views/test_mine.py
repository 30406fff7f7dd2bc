"""My recent decisions, and taking them back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contributions.models import Submission
from contributions.words import Finished
from moderation import claims, deciding
from moderation.models import Decision, DeclineReason
from tests.factories import make_editor, make_submission, the_desk
from tests.moderation.approving import approve, send_out

pytestmark = pytest.mark.django_db
MINE = "/admin/desk/mine/"


def hold(submission, by):
    until = timezone.localdate() + timedelta(days=3)
    deciding.hold(submission, submission.version, by=by, until=until, reason="timing")


def decline(submission, by):
    reason = DeclineReason.objects.order_by("pk").first()
    deciding.decline(submission, submission.version, by=by, reason=reason)


def ask(submission, by, shown=None):
    key = submission.wrapped_key.opened_by(the_desk())
    deciding.ask(submission, submission.version, by=by, key=key, question="Why?", shown=shown)


def ask_for_consent(submission, by):
    ask(submission, by, shown=Finished("", "As it would read."))


def listed(client):
    return client.get(MINE).content.decode()


def undo(client, submission, version):
    address = f"/admin/desk/{submission.pk}/undo/"
    return client.post(address, {"version": version}, follow=True).content.decode()


@pytest.mark.parametrize("decide", [hold, decline, ask, approve])
def test_each_that_can_be_undone_is_listed_and_undone(editor, editor_client, decide):
    submission = make_submission(title="Mine")
    decide(submission, editor)

    assert "Mine" in listed(editor_client)
    undo(editor_client, submission, submission.version)

    submission.refresh_from_db()
    assert submission.state == "waiting"
    assert "Mine" not in listed(editor_client)


def test_whoever_was_asked_to_agree_keeps_the_time_to_answer(editor, editor_client):
    submission = make_submission(title="Mine")
    ask_for_consent(submission, editor)

    assert "Mine" not in listed(editor_client)
    assert "still has time" in undo(editor_client, submission, submission.version)
    submission.refresh_from_db()
    assert submission.state == "asked"


def test_what_is_out_or_was_decided_by_others_or_again_is_not_listed(editor, editor_client):
    other = make_editor()
    published = make_submission(title="Published")
    approve(published, editor, title="Published")
    send_out(published)
    hold(make_submission(title="Not mine"), other)
    again = make_submission(title="Decided again")
    hold(again, editor)
    deciding.resume(again, again.version, by=other)

    page = listed(editor_client)

    assert "Nothing that you could take back." in page


def test_another_time_is_not_undone_because_that_would_take_the_approval_back(
    editor, editor_client
):
    submission = make_submission(title="Mine")
    approve(submission, editor, title="Mine")
    due_at = timezone.now() + timedelta(days=3)
    deciding.reschedule(submission, submission.version, by=editor, due_at=due_at)

    assert "Mine" not in listed(editor_client)
    assert 'aria-label="Undo' not in editor_client.get("/admin/").content.decode()


def test_what_changed_since_is_not_undone(editor, editor_client):
    submission = make_submission()
    hold(submission, editor)

    for version in (1, "x", ""):
        assert "nothing was taken back" in undo(editor_client, submission, version)

    assert Submission.objects.get().state == "held"


def test_what_another_has_in_hand_is_not_undone(editor, editor_client):
    submission = make_submission()
    hold(submission, editor)
    claims.take(submission, make_editor())

    assert "has it in hand" in undo(editor_client, submission, submission.version)


def test_what_can_no_longer_be_undone_says_so(editor_client):
    assert "can no longer be taken back" in undo(editor_client, make_submission(), 1)


def test_the_latest_is_first_and_the_number_of_queries_stays(
    editor, editor_client, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("moderation.middleware._minute", lambda: 1)
    listed(editor_client)  # Each minute's first page also notes the session.
    counts = []
    for round_ in (1, 2):
        for n in range(5):
            hold(make_submission(title=f"Round {round_} number {n}"), editor)
        with django_assert_max_num_queries(14) as captured:
            page = listed(editor_client)
        counts.append(len(captured))

    assert page.index("Round 2 number 4") < page.index("Round 1 number 0")
    assert counts[0] == counts[1]
    assert Decision.objects.count() == 10
