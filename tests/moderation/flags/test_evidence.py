"""How the words of a passage weigh together."""

import pytest

from contributions.words import Words
from moderation.flags.evidence import Weights, passages
from moderation.flags.phrases import Hit
from moderation.flags.reading import Reading

WEIGHTS = Weights("*\t1\tosa1989\t-2.00\nkettle\t1\tosa1989\t3.00\nbell\t1\tosa1989\t-3.00\n")


def likelihood(text):
    """Return the Likelihood of the one kind that the weights above know."""
    return WEIGHTS.likelihoods(Reading(Words(text=text)), {})["osa1989"]


def test_a_word_speaks_for_a_kind_or_against_it():
    assert likelihood("The bell.").value < likelihood("Tea.").value < 0.5
    assert likelihood("The kettle.").value > 0.5


def test_the_phrases_of_the_kind_are_shown():
    reading = Reading(Words(text="The kettle and the bell."))
    phrase, other = Hit(1, 5, 11, 1), Hit(1, 20, 24, 4)
    found = {"osa1989.layout": [phrase], "pida.danger": [other]}

    assert WEIGHTS.likelihoods(reading, found)["osa1989"].hits == [phrase]


def test_a_passage_counts_and_not_the_whole_text():
    text = "The kettle. " + "We had tea and it was warm and good. " * 40 + "The bell. " * 20

    assert likelihood(text).value == likelihood("The kettle.").value


@pytest.mark.parametrize("text", ["", "One.", "One. Two.", "word " * 100 + ". " + "Two. " * 50])
def test_passages_cover_the_text(text):
    reading = Reading(Words(text=text))
    covered = {number for begin, end in passages(reading) for number in range(begin, end)}

    assert covered == set(range(len(reading.sentences)))
