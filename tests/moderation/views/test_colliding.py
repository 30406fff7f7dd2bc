"""Two editors on one text, ten ways of colliding: one decision, one clear message, nothing lost."""

import pytest

from contributions.models import ApprovedCopy, Submission
from moderation.models import Decision, DeclineReason
from tests.factories import make_editor, make_post, make_submission
from tests.moderation.desk import address, fields, press, sign_in_as

pytestmark = pytest.mark.django_db
MINE = "We met in [[Leeds|place|another]], says the second."
COLLISIONS = [
    ("guest_blog", "guest_blog"),
    ("guest_blog", "decline"),
    ("reply", "guest_blog"),
    ("decline", "reply"),
    ("decline", "keep"),
    ("hold", "guest_blog"),
    ("hold", "ask"),
    ("ask", "hold"),
    ("keep", "guest_blog"),
]


@pytest.fixture
def editors():
    return sign_in_as(make_editor()), sign_in_as(make_editor())


@pytest.fixture
def submission():
    text = "We met in Leeds."
    return make_submission(text=text, title="Fine", kind="reply", target_post=make_post())


@pytest.fixture
def needed():
    """What each way asks for."""
    return {
        "decline": {"decline_reason": str(DeclineReason.objects.order_by("pk").first().pk)},
        "hold": {"hold_reason": "timing"},
        "ask": {"question": "Which?"},
    }


@pytest.mark.parametrize(("first", "second"), COLLISIONS)
def test_of_two_the_later_is_told_and_keeps_what_was_written(
    editors, submission, needed, first, second
):
    pages = [editor.get(address(submission)) for editor in editors]

    press(editors[0], pages[0], first, **needed.get(first, {}))
    answer = press(editors[1], pages[1], second, marked=MINE, **needed.get(second, {}))

    said = answer.content.decode()
    assert answer.status_code == 409
    assert said.count("Your decision was not carried out") == 1
    assert MINE in said
    assert [decision.what for decision in Decision.objects.all()] == [first]
    assert ApprovedCopy.objects.count() == (first in ("guest_blog", "reply"))


def test_what_another_has_in_hand_is_taken_over_or_left(editors, submission, needed):
    mine, theirs = (editor.get(address(submission)) for editor in editors)
    press(editors[0], mine, "preview", marked="We met in Leeds, says the first.")

    refused = press(editors[1], theirs, "decline", marked=MINE, **needed["decline"])
    state = Submission.objects.get().state
    press(editors[1], refused, "decline", take_over="on", **needed["decline"])
    late = press(editors[0], mine, "guest_blog", marked="We met in Leeds, says the first.")

    assert refused.status_code == 409
    assert "has it in hand until" in refused.content.decode()
    assert fields(refused)["marked"] == MINE
    assert state == "waiting"
    assert Decision.objects.get().what == "decline"
    assert late.status_code == 409
    assert "says the first." in late.content.decode()
