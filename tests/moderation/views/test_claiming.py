"""Claiming from the queue and from a submission's own page."""

import pytest

from moderation import claims
from moderation.models import Claim
from tests.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db


def press(client, submission, do, back="/admin/desk/?view=held"):
    return client.post(f"/admin/desk/{submission.pk}/claim/", {"do": do, "next": back}, follow=True)


@pytest.fixture
def submission(db):
    return make_submission(title="Contested")


@pytest.fixture
def claimed(submission):
    """One that another editor has in hand."""
    claims.take(submission, make_editor())
    return submission


def test_a_claim_leads_back_to_the_same_row(editor_client, submission):
    answer = press(editor_client, submission, "take")

    assert answer.redirect_chain == [(f"/admin/desk/?view=held#at-{submission.pk}", 302)]
    assert "You have it in hand until" in answer.content.decode()


def test_the_queue_shows_who_has_it_and_offers_to_take_it_over(editor_client, claimed):
    page = editor_client.get("/admin/").content.decode()

    assert f"<strong>{Claim.objects.get().by}</strong>, until" in page
    assert "Contested" in page
    assert 'value="take-over"' in page
    assert 'value="take"' not in page


def test_claiming_what_another_has_says_so_and_changes_nothing(editor_client, claimed):
    answer = press(editor_client, claimed, "take")

    assert "has it in hand until" in answer.content.decode()
    assert Claim.objects.unreleased().count() == 1


def test_it_can_be_taken_over_and_let_go(editor, editor_client, claimed):
    press(editor_client, claimed, "take-over")
    assert Claim.objects.unreleased().get().by == editor

    press(editor_client, claimed, "let-go")
    assert not Claim.objects.unreleased().exists()


def test_a_button_leads_nowhere_outside_the_admin(editor_client, submission):
    for elsewhere in ("https://example.org/admin/", "//example.org", "javascript:alert(1)", "/"):
        answer = editor_client.post(
            f"/admin/desk/{submission.pk}/claim/", {"do": "take", "next": elsewhere}
        )
        assert answer["Location"].startswith("/admin/#at-")
