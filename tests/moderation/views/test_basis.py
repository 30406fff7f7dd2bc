"""A red flag needs a basis, and may have a note beside it that is no record."""

import pytest

from contributions.models import SiteSettings, Submission
from moderation.models import Decision, Note
from tests.factories import make_submission, the_desk
from tests.moderation.desk import address, fields, press

RED = "Our SPO is corrupt."


@pytest.fixture
def page(editor_client):
    return editor_client.get(address(make_submission(text=RED, title="Fine")))


def says(response, words):
    return words in response.content.decode()


def notes():
    return [note.words(the_desk()) for note in Note.objects.with_keys().in_order()]


def test_the_note_is_stored_with_the_approval_and_the_class_of_basis_on_record(editor_client, page):
    press(editor_client, page, "guest_blog", basis="true", basis_note="The tribunal found so.")

    assert Submission.objects.get().state == "approved"
    assert notes() == ["The tribunal found so."]
    assert Decision.objects.get().reason == "true"
    assert says(editor_client.get(address(Submission.objects.get())), "The tribunal found so.")


def test_the_first_of_two_editors_leaves_it_for_the_second(editor_client, page):
    SiteSettings.objects.update(two_approvals=True)

    press(editor_client, page, "guest_blog", basis="true", basis_note="The tribunal found so.")

    assert Decision.objects.get().what == "endorse"
    assert says(editor_client.get(address(Submission.objects.get())), "The tribunal found so.")


def test_without_a_basis_the_note_comes_back_and_nothing_is_stored(editor_client, page):
    response = press(editor_client, page, "guest_blog", basis_note="The tribunal found so.")

    assert response.status_code == 422
    assert fields(response)["basis_note"] == "The tribunal found so."
    assert not Note.objects.exists()


def test_another_basis_has_to_be_noted(editor_client, page):
    response = press(editor_client, page, "guest_blog", basis="other")
    press(editor_client, response, "guest_blog", basis_note="Both have read it.")

    assert response.status_code == 422
    assert says(response, "Note what the basis is.")
    assert notes() == ["Both have read it."]


def test_a_note_written_beside_another_decision_is_stored_too(editor_client, page):
    press(editor_client, page, "keep", basis_note="The tribunal found so.")

    assert notes() == ["The tribunal found so."]


def test_of_a_stale_decision_the_note_is_given_back_and_not_stored(editor_client, page):
    press(editor_client, page, "keep")

    response = press(editor_client, page, "guest_blog", basis="true", basis_note="Found <so>.")

    assert response.status_code == 409
    assert says(response, "Found &lt;so&gt;.")
    assert not Note.objects.exists()


def test_published_at_once_it_goes_with_the_words(editor_client, page):
    at_once = {"now_reason": "urgent", "basis": "true", "basis_note": "The tribunal found so."}

    press(editor_client, page, "guest_blog", **at_once)

    assert Submission.objects.get().state == "published"
    assert not Note.objects.exists()
