"""Approving for a digest from the review page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contributions.models import ApprovedCopy, Post, Submission
from moderation.outgoing import NowReason
from tests.factories import make_digest_draft, make_submission
from tests.page_forms import forms_in

pytestmark = pytest.mark.django_db


def decide(client, submission, **fields):
    """Press "Approve for the digest" on the page as it was opened, with these fields changed."""
    address = f"/admin/desk/{submission.pk}/"
    form = next(f for f in forms_in(client.get(address)) if "marked" in f["fields"])
    return client.post(address, form["fields"] | {"action": "digest"} | fields)


def test_a_text_is_approved_for_the_digest_that_is_chosen(editor_client):
    digest, _ = make_digest_draft(title="This one"), make_digest_draft(title="Not this one")
    submission = make_submission(text="An account.")

    answer = decide(editor_client, submission, digest=digest.pk)

    assert answer.status_code == 302
    copy = ApprovedCopy.objects.get()
    assert (copy.route, copy.item.post, copy.due_at) == ("digest", digest, None)
    page = editor_client.get("/admin/desk/?view=approved").content.decode()
    assert "Approved. It goes out with the digest “This one”." in page
    assert "goes out with “This one”" in page


def test_a_new_digest_is_begun_with_its_first_account(editor_client):
    make_digest_draft()

    decide(editor_client, make_submission(), new_digest="A new one")

    assert ApprovedCopy.objects.get().item.post == Post.objects.get(title="A new one")


def test_without_a_digest_it_says_so(editor_client):
    answer = decide(editor_client, make_submission())

    assert answer.status_code == 422
    assert "Choose a digest, or give a new one a title." in answer.content.decode()
    assert Submission.objects.get().state == "waiting"


def test_a_moderator_begins_none(moderator_client):
    answer = decide(moderator_client, make_submission(), new_digest="Mine")

    assert answer.status_code == 422
    assert "An editor has to begin a digest." in answer.content.decode()
    assert not Post.objects.exists()


def test_an_account_is_not_published_at_once(editor_client):
    digest = make_digest_draft()

    answer = decide(
        editor_client, make_submission(), digest=digest.pk, now_reason=NowReason.URGENT.value
    )

    assert answer.status_code == 422
    assert "goes out with its digest" in answer.content.decode()
    assert Submission.objects.get().state == "waiting"


def test_a_digest_approved_meanwhile_is_refused_and_not_offered(editor_client):
    digest = make_digest_draft(title="As it is")
    digest.schedule(timezone.now() + timedelta(hours=1))
    submission = make_submission()

    answer = decide(editor_client, submission, digest=digest.pk)

    assert answer.status_code == 422
    assert "That digest has been approved or published." in answer.content.decode()
    assert "As it is" not in answer.content.decode()
    assert Submission.objects.get().state == "waiting"


def test_a_digest_published_meanwhile_is_refused_with_a_sentence(editor_client):
    digest = make_digest_draft()
    Post.objects.get(pk=digest.pk).publish()

    answer = decide(editor_client, make_submission(), digest=digest.pk)

    assert answer.status_code == 422
    assert "That digest has been approved or published. Choose another." in answer.content.decode()


def test_approved_it_can_be_taken_back_and_not_published_alone(editor_client):
    submission = make_submission()
    decide(editor_client, submission, digest=make_digest_draft(title="This one").pk)

    page = editor_client.get(f"/admin/desk/{submission.pk}/").content.decode()

    assert "Goes out with the digest “This one”." in page
    assert 'value="undo"' in page
    assert 'value="now"' not in page
