"""What may identify whom is told in words."""

from contributions.review import second_look
from contributions.words import Words
from moderation.identifying import EITHER, OTHERS, WRITER, traces


def whom(text):
    found = traces(second_look(Words(text=text)).words)
    return {who: [trace.words for trace in those] for who, those in found.items()}


def test_what_is_told_of_oneself_may_identify_the_writer():
    assert whom("I have 22 years in.")[WRITER] == ["22 years"]


def test_a_name_may_identify_whoever_bears_it():
    assert whom("We all know Karen Wray.")[OTHERS] == ["Karen Wray"]


def test_what_is_told_of_both_may_identify_either():
    found = whom("I sat with him when he turned 54.")

    assert EITHER in found


def test_nothing_found_is_nothing_said():
    assert whom("Caseloads are too high.") == {}
