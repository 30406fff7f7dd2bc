"""Somebody whose text speaks of suicide or harm is told whom to ring, and nobody notes it."""

import pytest

from contributions.models import Submission, SupportLine
from contributions.support import lines_for, speaks_of_harm

pytestmark = pytest.mark.django_db
SPEAKING = [
    "I have thought about suicide.",
    "He was SUICIDAL and nobody came.",
    "She killed herself in custody.",
    "I wanted to kill all of myself",
    "I don’t want to be here any more.",
    "a man on my caseload was found hanging",
    "Two overdoses in one week",
    "There is self-harm on every wing.",
    "I can't go on.",
    "He threatened to kill me.",
    "My manager assaulted me.",
    "I was raped.",
]
SILENT = [
    "They moved the car park again.",
    "He is on licence for murder, and she for assault.",
    "The killing of the project was announced.",
    "Domestic abuse training was cancelled.",
    "It hit me that nobody reads these.",
    "We hung the notice ourselves.",
    "",
]


@pytest.mark.parametrize("text", SPEAKING)
def test_it_is_heard(text):
    assert speaks_of_harm(text)
    assert lines_for(text)


@pytest.mark.parametrize("text", SILENT)
def test_other_texts_are_left_in_peace(text):
    assert not speaks_of_harm(text)
    assert lines_for(text) == []


def test_the_longest_text_is_read_at_once():
    assert not speaks_of_harm("kill a a a " * 4_000)


def test_a_new_site_has_the_numbers_in_order_and_none_counts_as_checked():
    lines = SupportLine.objects.in_order()

    assert [line.name for line in lines][:3] == ["Samaritans", "NHS 111", "Emergency"]
    assert lines[0].contact == "116 123"
    assert {line.checked_on for line in lines} == {None}


def test_the_review_step_shows_them_before_sending(contributor):
    content = contributor.write("I don't want to be here any more.").content.decode()

    assert content.index("116 123") < content.index("Send this")
    assert "Samaritans" in content


def test_a_title_is_listened_to_as_well(contributor):
    assert "116 123" in contributor.write("Words.", title="Suicide").content.decode()


def test_they_are_not_shown_to_others(contributor):
    assert "116 123" not in contributor.write("They moved the car park.").content.decode()


def test_that_they_were_shown_is_stored_nowhere(contributor):
    contributor.send(contributor.write("I can't go on."))

    stored = str(Submission.objects.values().get()).lower()
    assert "support" not in stored
    assert "samaritans" not in stored


def test_the_editor_edits_the_list(contributor, editor_client):
    line = SupportLine.objects.in_order().first()
    address = f"/admin/contributions/supportline/{line.pk}/change/"
    fields = {"name": "Samaritans", "contact": "116 124", "detail": "", "position": "1"}

    changed = editor_client.post(address, fields)

    assert changed.status_code == 302
    assert "116 124" in contributor.write("I can't go on.").content.decode()
