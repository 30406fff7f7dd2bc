"""What the desk does with a complaint: the clock, the moves, the record."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Complaint, LockedKey, SiteSettings
from contributions.models.publication import WrongStatus
from contributions.notice_period import LONDON
from contributions.sealing import CannotOpen
from moderation import complaints, daily_notice, keyring
from moderation.models import Decision
from tests.factories import (
    DESK,
    make_complaint,
    make_complaints,
    make_post,
    make_reply,
    make_submission,
    the_desk,
)
from tests.moderation.approving import publish

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 27, 16, 5, tzinfo=LONDON)
TUESDAY = datetime(2026, 12, 1, 16, 5, tzinfo=LONDON)


def clock(complaint, now, proclaimed=None):
    return complaints.Clock.of(complaint, proclaimed or {}, now)


def done():
    return list(Decision.objects.in_order().values_list("what", "reason"))


def test_the_clock_says_by_when_to_answer():
    complaint = make_complaint(received_at=FRIDAY)

    assert clock(complaint, FRIDAY).in_words == "Answer by Tuesday 1 December, 16:05"
    assert not clock(complaint, TUESDAY).is_over


def test_a_clock_that_ran_out_says_so_in_words():
    complaint = make_complaint(received_at=FRIDAY)

    late = clock(complaint, TUESDAY + timedelta(seconds=1))

    assert late.is_over
    assert late.in_words == "Overdue since Tuesday 1 December, 16:05"


@pytest.mark.parametrize(("seconds", "said"), [(0, "in time"), (1, "late")])
def test_a_clock_that_was_stopped_says_whether_it_was_in_time(seconds, said):
    answered_at = TUESDAY + timedelta(seconds=seconds)
    complaint = make_complaint(received_at=FRIDAY, answered_at=answered_at)

    stopped = clock(complaint, TUESDAY + timedelta(days=9))

    assert not stopped.is_over
    assert stopped.in_words == f"Answered Tuesday 1 December, 16:05, {said}"


def test_a_holiday_that_the_editor_added_moves_the_clock():
    SiteSettings.objects.update_or_create(pk=1, defaults={"bank_holiday_changes": "+2026-11-30"})
    make_complaint(received_at=FRIDAY)

    [(_, found)] = complaints.open_complaints()["open_complaints"]

    assert found.answer_by == TUESDAY + timedelta(days=1)


def test_taking_down_retracts_the_reply_and_leaves_the_clock_running(editor):
    reply = make_reply()
    complaint = make_complaint(reply)

    complaints.take_down(complaint, 1, by=editor)

    reply.refresh_from_db()
    assert reply.is_retracted
    assert (complaint.state, complaint.version, complaint.answered_at) == ("open", 2, None)
    decision = Decision.objects.get()
    assert (decision.what, decision.reply, decision.complaint) == ("retract", reply, complaint.pk)


def test_taking_down_takes_the_submission_along(editor):
    submission = make_submission()
    post = publish(submission, editor)

    complaints.take_down(make_complaint(post), 1, by=editor)

    submission.refresh_from_db()
    assert submission.state == "retracted"


def test_what_is_not_public_cannot_be_taken_down_and_nothing_changes(editor):
    post = make_post()
    complaint = make_complaint(post)
    post.retract()

    with pytest.raises(WrongStatus):
        complaints.take_down(complaint, 1, by=editor)

    complaint.refresh_from_db()
    assert complaint.version == 1
    assert done() == []


def test_answering_stops_the_clock_and_closing_settles(editor):
    complaint = make_complaint(make_post())

    complaints.answer(complaint, 1, by=editor, outcome="taken-down")
    answered_at = complaint.answered_at
    complaints.close(complaint, 2, by=editor, outcome="taken-down")

    assert (complaint.state, complaint.answered_at) == ("closed", answered_at)
    assert complaint.settled_on
    assert done() == [("complaint_handled", "taken-down"), ("complaint_closed", "taken-down")]


def test_closing_an_open_one_stops_its_clock_too(editor):
    complaint = make_complaint()

    complaints.close(complaint, 1, by=editor, outcome="nothing")

    assert complaint.answered_at


def test_one_that_is_taken_up_again_was_answered_when_it_first_was(editor):
    complaint = make_complaint()
    complaints.close(complaint, 1, by=editor, outcome="nothing")
    answered_at = complaint.answered_at

    complaints.reopen(complaint, 2, by=editor)

    assert (complaint.state, complaint.settled_on) == ("open", None)
    assert complaint.answered_at == answered_at
    assert Decision.objects.latest("pk").what == "complaint_reopened"


@pytest.mark.parametrize(
    ("state", "verb"),
    [("answered", "take_down"), ("answered", "answer"), ("closed", "close"), ("open", "reopen")],
)
def test_a_step_that_there_is_not_from_its_state_changes_nothing(state, verb):
    complaint = make_complaint(make_post(), state=state, settled_on=FRIDAY.date())

    with pytest.raises(IllegalMove):
        getattr(complaint, verb)(1)

    assert (complaint.state, complaint.version) == (state, 1)


@pytest.mark.parametrize("verb", ["take_down", "answer", "close", "reopen"])
def test_a_step_on_a_version_that_no_longer_stands_changes_nothing(verb):
    complaint = make_complaint(version=2)

    with pytest.raises(StaleDecision):
        getattr(complaint, verb)(1)

    assert (complaint.state, complaint.version) == ("open", 2)


def test_one_whose_words_are_gone_cannot_be_taken_up_again():
    complaint = make_complaint(state="closed", settled_on=FRIDAY.date())
    Complaint.objects.update(sealed=None)

    with pytest.raises(IllegalMove):
        complaint.reopen(1)


def test_only_the_desk_opens_what_it_says():
    complaint = make_complaint(says="It is Zebedee.")

    assert complaint.answers(the_desk()) == [["What is wrong?", "It is Zebedee."]]
    assert b"Zebedee" not in bytes(complaint.sealed)
    LockedKey.objects.all().delete()
    with pytest.raises(CannotOpen):
        complaint.answers(the_desk())


def test_no_complaint_can_be_put_in_anothers_place():
    one, other = make_complaint(), make_complaint()
    key = LockedKey.objects.get(pk=one.pk)
    LockedKey.objects.filter(pk=other.pk).update(for_desk=key.for_desk)
    other.sealed = one.sealed

    with pytest.raises(CannotOpen):
        other.answers(the_desk())


def test_when_the_desks_key_is_replaced_complaints_still_open():
    complaint = make_complaint()

    desk = keyring.replace(DESK)

    assert complaint.answers(desk)
    with pytest.raises(CannotOpen):
        complaint.answers(DESK)


@pytest.mark.parametrize(
    "amiss",
    [{"state": "lost"}, {"kind": "lost"}, {"sealed": None}, {"state": "closed"}],
    ids=lambda amiss: "-".join(amiss),
)
def test_the_database_itself_refuses_what_may_not_be(amiss):
    make_complaint()

    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.update(**amiss)


def test_the_desk_shows_the_oldest_first_and_bounds_the_list():
    post = make_post()
    make_complaints(complaints.SHOWN + 3, about=post)
    first = make_complaint(received_at=FRIDAY - timedelta(days=900))

    shown = complaints.open_complaints()

    assert shown["complaint_count"] == complaints.SHOWN + 4
    assert len(shown["open_complaints"]) == complaints.SHOWN
    assert shown["open_complaints"][0][0] == first


def test_the_daily_mail_does_not_tell_that_one_came(editor):
    before = daily_notice.message().message().get_payload()
    make_complaint()

    assert daily_notice.message().message().get_payload() == before
