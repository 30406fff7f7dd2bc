"""Who has a submission in hand: one editor at a time, for ten minutes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from moderation import claims, deciding, tending
from moderation.claims import ClaimedByOther
from moderation.models import Claim
from tests.factories import make_editor, make_submission
from tests.moderation.test_editors_at_once import at_once


def make_time_pass(minutes):
    """Let every claim be older by so many minutes."""
    for claim in Claim.objects.all():
        Claim.objects.filter(pk=claim.pk).update(
            claimed_at=claim.claimed_at - timedelta(minutes=minutes),
            expires_at=claim.expires_at - timedelta(minutes=minutes),
        )


@pytest.fixture
def submission(db):
    return make_submission()


@pytest.fixture
def other(db):
    return make_editor()


def test_a_claim_keeps_others_from_acting_for_ten_minutes(submission, editor, other):
    claims.take(submission, editor)
    make_time_pass(9)

    with pytest.raises(ClaimedByOther, match=f"{editor} has it in hand until"):
        claims.take(submission, other)


def test_whose_time_is_up_has_lost_it(submission, editor, other):
    claims.take(submission, editor)
    make_time_pass(11)

    claims.take(submission, other)

    assert claims.on_each([submission.pk])[submission.pk].by == other


def test_taking_it_again_prolongs_ones_own_claim(submission, editor):
    first = claims.take(submission, editor)
    make_time_pass(5)

    again = claims.take(submission, editor)

    assert again.pk == first.pk
    assert again.expires_at > timezone.now() + timedelta(minutes=9)


def test_it_can_be_taken_over(submission, editor, other):
    claims.take(submission, editor)

    claims.take(submission, other, over=True)

    with pytest.raises(ClaimedByOther):
        claims.take(submission, editor)
    assert Claim.objects.live().count() == 1


def test_only_the_one_who_has_it_can_let_it_go(submission, editor, other):
    claims.take(submission, editor)

    claims.let_go(submission, other)
    with pytest.raises(ClaimedByOther):
        claims.take(submission, other)
    claims.let_go(submission, editor)

    assert claims.take(submission, other).by == other


def test_a_decision_lets_it_go(submission, editor):
    claims.take(submission, editor)

    deciding.hold(
        submission, 1, by=editor, until=timezone.localdate() + timedelta(days=3), reason="timing"
    )

    assert not Claim.objects.unreleased().exists()


def test_signing_out_lets_go_of_everything(submission, editor, editor_client):
    claims.take(submission, editor)

    editor_client.post("/admin/logout/")

    assert not Claim.objects.unreleased().exists()


@pytest.mark.django_db(transaction=True)
def test_claims_are_deleted_after_a_day():
    submission, editor, other = make_submission(), make_editor(), make_editor()
    claims.take(submission, editor)
    make_time_pass(25 * 60)
    claims.take(submission, other)

    tending.tend()

    assert [claim.by for claim in Claim.objects.select_related("by")] == [other]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("before", ["free", "expired"])
def test_of_several_at_once_one_has_it_and_the_others_hear_who(before):
    submission, editors = make_submission(), [make_editor() for _ in range(4)]
    if before == "expired":
        claims.take(submission, make_editor())
        make_time_pass(11)

    def taking(by):
        def job():
            try:
                return claims.take(submission, by).by
            except ClaimedByOther as error:
                return error.claim.by

        return job

    told = at_once(*map(taking, editors))

    assert len(set(told)) == 1
    assert told[0] in editors
    assert Claim.objects.unreleased().count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_click_claims_once():
    submission, editor = make_submission(), make_editor()

    told = at_once(*(lambda: claims.take(submission, editor).by for _ in range(4)))

    assert told == [editor] * 4
    assert Claim.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_over_at_once_one_has_it():
    submission, editors = make_submission(), [make_editor() for _ in range(3)]
    claims.take(submission, make_editor())

    def taking_over(by):
        def job():
            try:
                return claims.take(submission, by, over=True)
            except ClaimedByOther as error:
                return error.claim

        return job

    at_once(*map(taking_over, editors))

    assert Claim.objects.unreleased().get().by in editors
