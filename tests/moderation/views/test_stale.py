"""A decision on what has changed meanwhile: 409, what changed, and the text back."""

import pytest
from django.test import Client

from contributions.models import Post, Submission
from moderation import deciding
from moderation.models import Decision, DeclineReason
from tests.factories import hand_over_key, make_editor, make_submission
from tests.moderation.approving import send_out
from tests.moderation.desk import address, fields, press


@pytest.fixture
def page(editor_client):
    """A review page opened while the submission waits."""
    return editor_client.get(address(make_submission(text="Words.", title="Fine")))


@pytest.fixture
def colleague(db):
    user = make_editor()
    user.username = "dorothea"
    user.save()
    return user


def test_a_second_decision_is_409_and_names_who_did_what(editor_client, page, colleague):
    deciding.decline(
        Submission.objects.get(), 1, by=colleague, reason=DeclineReason.objects.get(slug="legal")
    )

    written = {"marked": "My [[marked]] words.", "title": "Mine", "new_digest": "Many voices"}
    response = press(editor_client, page, "guest_blog", **written)

    content = response.content.decode()
    assert response.status_code == 409
    assert "declined, by dorothea (legal)" in content
    assert "It is now declined." in content
    assert all(f">{words}</div>" in content for words in written.values())
    assert not Post.objects.exists()
    assert Decision.objects.count() == 1


def test_the_way_to_what_it_became_is_shown(editor_client, page, colleague):
    other = Client()
    other.force_login(colleague)
    hand_over_key(other)
    press(other, page, "guest_blog")
    send_out()

    response = press(editor_client, page, "guest_blog")

    content = response.content.decode()
    assert response.status_code == 409
    assert "approved as a guest blog, by dorothea" in content
    assert Post.objects.get().get_absolute_url() in content
    assert Post.objects.count() == 1


def test_a_double_click_on_publish_publishes_once(editor_client, page):
    answers = [press(editor_client, page, "guest_blog") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 409]
    send_out()
    assert Post.objects.count() == 1


def test_what_changed_and_came_back_is_stale_too(editor_client, page, colleague):
    submission = Submission.objects.get()
    deciding.decline(submission, 1, by=colleague, reason=DeclineReason.objects.get(slug="legal"))
    deciding.reconsider(submission, 2, by=colleague)

    response = press(editor_client, page, "guest_blog")

    content = response.content.decode()
    assert response.status_code == 409
    assert content.index("declined, by") < content.index("brought back to the queue, by")
    assert Submission.objects.get().state == "waiting"


@pytest.mark.parametrize("action", ["preview", "hold", "decline", "guest_blog", "reply"])
def test_no_button_of_an_old_page_does_anything(editor_client, page, colleague, action):
    deciding.decline(
        Submission.objects.get(), 1, by=colleague, reason=DeclineReason.objects.get(slug="legal")
    )

    response = press(editor_client, page, action)

    assert response.status_code in (409, 422)
    assert Submission.objects.get().version == 2


@pytest.mark.parametrize("version", ["0", "99", "99999999999999999999", "-1"])
def test_a_made_up_version_is_stale(editor_client, page, version):
    response = press(editor_client, page, "guest_blog", version=version)

    assert response.status_code == 409
    assert Submission.objects.get().state == "waiting"


def test_a_page_without_its_version_is_refused_with_the_text(editor_client, page):
    response = press(editor_client, page, "guest_blog", version="", marked="My own words.")

    assert response.status_code == 422
    assert fields(response)["marked"] == "My own words."
