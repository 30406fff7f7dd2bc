"""What the desk is told of a text when it is opened, whatever was found when it came."""

import pytest

from contributions.deidentify.names.name_model import model_in_use, without_model
from contributions.models import Submission
from contributions.review import second_look
from tests.factories import make_submissions

pytestmark = pytest.mark.django_db
KEPT = {
    "field": "text",
    "start": 5,
    "end": 17,
    "category": "PHONE",
    "severity": "strip",
    "replacement": "[phone]",
    "reason": "A reason.",
    "kept": True,
    "replaced": False,
}


def make_stored(**fields):
    """Return a submission with just these words and findings, whatever would be found today."""
    make_submissions(1, **fields)
    return Submission.objects.get()


def test_what_was_overlooked_is_named():
    submission = make_stored(text="Ring 07700 900123 about it.", findings=[])

    assert second_look(submission).overlooked == ["07700 900123"]


def test_what_was_kept_by_choice_was_not_overlooked():
    submission = make_stored(text="Ring 07700 900123 about it.", findings=[KEPT])

    look = second_look(submission)

    assert look.overlooked == []
    assert look.estimate.cannot_tell


def test_a_second_look_says_whether_the_model_was_there():
    submission = make_stored(text="We are all tired.")

    with without_model():
        assert not second_look(submission).with_model
    assert second_look(submission).with_model == model_in_use()
