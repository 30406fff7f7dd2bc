"""Housekeeping: what is done when its time has come, and never a day before."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from contributions import form_token, receipt
from contributions.models import (
    ApprovedCopy,
    Complaint,
    LockedKey,
    Message,
    Post,
    SpentToken,
    StoredReceipt,
    Submission,
    WrappedKey,
)
from moderation import complaints, deciding, erasing, publishing, tending
from moderation.models import Decision
from tests.factories import (
    make_complaint,
    make_post,
    make_settled_submission,
    make_submission,
    the_desk,
    words_of,
)
from tests.moderation.approving import approve, approve_reply, make_due

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def within_a_transaction(monkeypatch):
    """Leave the database's files alone: that cannot be done within a test's transaction."""
    files = (erasing.erase, tending.forget_order)
    chores = [chore for chore in tending.CHORES if chore.do not in files]
    monkeypatch.setattr(tending, "CHORES", chores)


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


def tend():
    """Tend, and return {what was done: how many times}, without what was not."""
    outcomes = tending.tend()
    assert not any(outcome.failures for outcome in outcomes)
    return done(outcomes)


def done(outcomes):
    return {outcome.chore.done: outcome.count for outcome in outcomes if outcome.count}


def settled(days, state="declined", **fields):
    """Return one with its words that was settled so many days ago."""
    submission = make_submission(state=state, **fields)
    Submission.objects.filter(pk=submission.pk).update(settled_on=days_ago(days))
    return submission


def asked(editor, days):
    submission = make_submission(text="Words.")
    key = submission.wrapped_key.opened_by(the_desk())
    deciding.ask(submission, 1, by=editor, key=key, question="When?")
    Submission.objects.filter(pk=submission.pk).update(asked_on=days_ago(days))
    return submission


@pytest.mark.parametrize(
    ("kind", "days"), [("identifies", 90), ("other", 90), ("defamation", 365), ("legal", 365)]
)
def test_what_a_closed_complaint_says_goes_when_it_has_been_kept_long_enough(editor, kind, days):
    complaint = make_complaint(kind=kind)
    complaints.close(complaint, 1, by=editor, outcome="left")
    Complaint.objects.update(settled_on=days_ago(days))
    assert tend() == {}
    Complaint.objects.update(settled_on=days_ago(days + 1))

    assert tend() == {"complaints emptied": 1}
    complaint.refresh_from_db()
    assert (complaint.state, complaint.sealed) == ("closed", None)
    assert not LockedKey.objects.exists()
    assert tend() == {}


@pytest.mark.parametrize("verb", ["answer", "leave"])
def test_a_complaint_that_is_not_closed_is_kept_however_long(editor, verb):
    complaint = make_complaint()
    if verb == "answer":
        complaints.answer(complaint, 1, by=editor, outcome="left")
    Complaint.objects.update(received_at=timezone.now() - timedelta(days=4000))

    assert tend() == {}
    assert LockedKey.objects.exists()


def test_with_nothing_due_nothing_is_done():
    make_submission()

    assert tend() == {}


def test_what_is_due_is_published(editor):
    approve(make_submission(), editor)
    approve(make_submission(), editor, title="Later")
    ApprovedCopy.objects.filter(pk=ApprovedCopy.objects.next_first().first().pk).update(
        due_at=timezone.now()
    )

    assert tend() == {"published": 1}
    assert Post.objects.count() == ApprovedCopy.objects.count() == 1


def test_one_that_cannot_be_published_does_not_keep_the_others_back(editor, monkeypatch):
    good, bad = make_submission(), make_submission()
    approve(good, editor)
    approve(bad, editor)
    make_due()
    publish = publishing.publish

    def one_fails(copy, at):
        if copy.pk == bad.pk:
            raise RuntimeError("Zebra")
        return publish(copy, at)

    monkeypatch.setattr(publishing, "publish", one_fails)

    outcome = tending.tend()[0]

    assert (outcome.count, outcome.failures) == (1, 1)
    assert Post.objects.count() == 1
    assert list(Submission.objects.approved()) == [bad]


def test_a_reply_whose_post_was_deleted_is_back_at_the_desk(editor):
    post = make_post()
    approve_reply(make_submission(kind="reply"), editor, post)
    post.delete()

    assert tend() == {"brought back for want of a post": 1}
    assert Submission.objects.get().state == "waiting"
    assert Decision.objects.latest("pk").reason == "target-gone"


@pytest.mark.parametrize("days", [0, 3])
def test_what_was_held_until_a_day_comes_back_on_it_in_the_holders_name(editor, days):
    submission = make_submission()
    deciding.hold(submission, 1, by=editor, until=days_ago(days), reason="timing")

    assert tend() == {"held until today and brought back": 1}
    submission.refresh_from_db()
    assert (submission.state, submission.held_until) == ("waiting", None)
    assert Decision.objects.latest("version").by == editor


def test_what_is_held_until_tomorrow_stays_held(editor):
    submission = make_submission()
    deciding.hold(submission, 1, by=editor, until=days_ago(-1), reason="timing")

    assert tend() == {}


def test_a_question_unanswered_for_thirty_days_comes_back_in_the_askers_name(editor):
    submission = asked(editor, 31)

    assert tend() == {"brought back unanswered": 1}
    decision = Decision.objects.latest("pk")
    assert (decision.what, decision.reason, decision.by) == ("return", "no-answer", editor)
    stored = Submission.objects.get()
    assert (stored.state, stored.asked_on, words_of(submission).text) == ("waiting", None, "Words.")


def test_a_question_of_thirty_days_still_waits(editor):
    asked(editor, 30)

    assert tend() == {}


@pytest.mark.parametrize(
    ("kind", "state"), [("guest_blog", "declined"), ("confidential", "closed")]
)
def test_thirty_days_after_the_decision_the_words_are_gone_and_the_row_stays(kind, state):
    submission = settled(31, state, kind=kind, text="Quagga.")
    Message.write(submission, "thanks", {"says": "Okapi."}, bytes(32))

    assert tend() == {"purged": 1}
    stored = Submission.objects.get()
    assert (stored.state, stored.sealed, stored.sealed_summary) == (state, None, None)
    assert not WrappedKey.objects.exists()
    assert not Message.objects.exists()
    assert tend() == {}


@pytest.mark.parametrize("state", ["declined", "closed"])
def test_for_thirty_days_the_words_stay(state):
    submission = settled(30, state, kind="confidential" if state == "closed" else "reply")

    assert tend() == {}
    assert words_of(submission).text


@pytest.mark.parametrize("state", ["waiting", "held", "asked", "approved"])
def test_what_waits_is_never_purged_however_old(state):
    submission = make_submission(state=state, received_on=days_ago(4_000), asked_on=days_ago(1))
    # Even where a day was left behind by something that went wrong.
    Submission.objects.filter(pk=submission.pk).update(settled_on=days_ago(3_000))

    tending.tend(timezone.now())

    assert words_of(submission).text


def test_one_that_is_declined_again_at_this_moment_keeps_its_thirty_days():
    submission = settled(31)
    seen = Submission.objects.get()
    Submission.objects.update(settled_on=days_ago(0))

    assert not seen.purge(days_ago(30))
    assert words_of(submission).text


def test_what_goes_within_a_week_is_known_a_week_before():
    settled(22)
    soon = settled(24)

    assert list(tending.going_within_a_week()) == [soon]


@pytest.mark.parametrize("state", ["published", "withdrawn", "declined"])
def test_ninety_days_after_the_matter_is_settled_a_receipt_is_gone(state):
    for days in (90, 91):
        drawn = receipt.Receipt(receipt.draw(receipt.HOW_MANY))
        submission = make_submission(receipt=drawn)
        Submission.objects.filter(pk=submission.pk).update(
            state=state, settled_on=days_ago(days), sealed=None, sealed_summary=None
        )

    assert tend() == {"receipts deleted": 1}
    assert StoredReceipt.objects.get().submission.settled_on == days_ago(90)


def test_a_receipt_works_while_its_text_waits_or_is_wanted_back():
    drawn = [receipt.Receipt(receipt.draw(receipt.HOW_MANY)) for _ in range(2)]
    make_submission(receipt=drawn[0], received_on=days_ago(400))
    public = make_submission(receipt=drawn[1])
    Submission.objects.filter(pk=public.pk).update(
        state="published",
        settled_on=days_ago(400),
        wanted_back_on=days_ago(1),
        sealed=None,
        sealed_summary=None,
    )

    assert tend() == {}
    assert StoredReceipt.objects.count() == 2


def test_a_receipt_of_what_was_taken_down_as_its_contributor_wished_goes_in_its_time():
    for days in (90, 91):
        public = make_submission(receipt=receipt.Receipt(receipt.draw(receipt.HOW_MANY)))
        Submission.objects.filter(pk=public.pk).update(
            state="retracted",
            settled_on=days_ago(days),
            wanted_back_on=days_ago(100),
            sealed=None,
            sealed_summary=None,
        )

    assert tend() == {"receipts deleted": 1}
    assert StoredReceipt.objects.get().submission.settled_on == days_ago(90)


def test_form_tokens_are_forgotten_when_none_of_their_time_can_be_true():
    now = timezone.now().replace(hour=11, minute=0)
    for days in range(5):
        SpentToken.objects.create(
            digest=str(days), review="", spent_on=timezone.localdate(now) - timedelta(days=days)
        )

    tending.tend(now)

    oldest = SpentToken.objects.order_by("spent_on").first().spent_on
    assert oldest == timezone.localdate(now - form_token.LIFETIME - timedelta(days=1))
    assert oldest >= timezone.localdate(now) - timedelta(days=2)


def test_sessions_that_have_ended_are_gone(editor_client):
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now())

    assert tend() == {"ended sessions deleted": 1}
    assert Session.objects.exclude(session_key="old").exists()


def test_a_session_that_was_left_open_is_gone_after_half_an_hour(editor_client):
    editor_client.get("/admin/desk/")

    in_time = done(tending.tend(timezone.now() + timedelta(minutes=28)))
    late = done(tending.tend(timezone.now() + timedelta(minutes=31)))

    assert in_time == {}
    assert late == {"ended sessions deleted": 1}


def test_a_dry_run_says_what_would_be_done_and_does_nothing(editor):
    settled(31)
    asked(editor, 31)
    approve(make_submission(), editor)
    make_due()

    would = done(tending.would_do())

    assert would == {"published": 1, "brought back unanswered": 1, "purged": 1}
    assert tend() == would


def test_a_chore_that_fails_does_not_stop_the_others(monkeypatch, caplog):
    settled(31)

    def fail(*args):
        raise RuntimeError("Zebra")

    broken = [tending.Chore("broken", due, fail) for due in (lambda now: [1], fail)]
    monkeypatch.setattr(tending, "CHORES", [*broken, *tending.CHORES])

    outcomes = tending.tend()

    assert [outcome.failures for outcome in outcomes[:3]] == [1, 1, 0]
    assert done(outcomes) == {"purged": 1}


def test_settled_ones_without_words_are_left_alone():
    make_settled_submission("withdrawn")
    Submission.objects.update(settled_on=days_ago(400))

    assert tend() == {}
