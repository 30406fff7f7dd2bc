"""A page kept open longer than the session: nothing is decided, and the text is not lost."""

from uuid import uuid4

import pytest
from django.http import QueryDict
from django.test import Client

from contributions.models import Submission
from moderation.views.giving_back import MOST, written_in
from tests.factories import hand_over_key, make_submission
from tests.moderation.desk import address, press


def posted(fields):
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, [value])
    return data


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


@pytest.mark.parametrize(
    "name", ["text", "title", "own_words", "new_digest", "for_contributor", "question", "phrase"]
)
def test_whatever_was_written_comes_back(db, name):
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/admin/desk/", {name: ["First <words>.", "Second"]})

    content = answer.content.decode()
    assert answer.status_code == 403
    assert "First &lt;words&gt;." in content
    assert "Second" in content


def test_nothing_comes_back_that_is_secret_or_that_nobody_wrote():
    carried = {
        "password": "Correct horse",
        "new_password1": "Correct horse",
        "code": "123 456",
        "csrfmiddlewaretoken": "Correct horse",
        "previewed": "Correct horse",
        "_save": "Correct horse",
        "category": "WORKPLACE",
        "action": "guest_blog",
        "day": "2026-11-27",
        "clock": "12:00",
        "version": "3",
        "receipt": str(uuid4()),
        "note": "   ",
    }

    assert written_in(posted(carried)) == []


def test_of_very_many_fields_only_some_come_back():
    assert len(written_in(posted({f"words-{n}": f"Words {n}" for n in range(900)}))) == MOST
