"""A page kept open longer than the session: nothing is decided, and the text is not lost."""

from django.test import Client

from contributions.models import Submission
from tests.factories import hand_over_key, make_submission
from tests.moderation.desk import address, press


def test_a_decision_after_the_session_is_refused_with_the_text(editor_client):
    page = editor_client.get(address(make_submission(text="Words.", title="Fine")))
    editor_client.logout()

    response = press(editor_client, page, "guest_blog", marked="My [[marked]] <words>.")

    assert response.status_code == 403
    assert "My [[marked]] &lt;words&gt;." in response.content.decode()
    assert Submission.objects.get().state == "waiting"


def test_a_form_from_an_older_session_is_refused_with_the_text(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    hand_over_key(client)
    page = client.get(address(make_submission(text="Words.", title="Fine")))
    client.cookies.pop("csrftoken")

    response = press(client, page, "guest_blog", marked="My [[marked]] words.")

    assert response.status_code == 403
    assert "My [[marked]] words." in response.content.decode()
    assert Submission.objects.get().state == "waiting"
