"""What the desk is told of a text when it is opened, whatever was found when it came."""

from contributions.deidentify.names.name_model import model_in_use, without_model
from contributions.review import second_look
from contributions.words import Words

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


def test_what_was_overlooked_is_named():
    words = Words(text="Ring 07700 900123 about it.", findings=[])

    assert second_look(words).overlooked == ["07700 900123"]


def test_what_was_kept_by_choice_was_not_overlooked():
    words = Words(text="Ring 07700 900123 about it.", findings=[KEPT])

    look = second_look(words)

    assert look.overlooked == []
    assert look.estimate.cannot_tell


def test_a_second_look_says_whether_the_model_was_there():
    words = Words(text="We are all tired.")

    with without_model():
        assert not second_look(words).with_model
    assert second_look(words).with_model == model_in_use()
