"""Sentences that colleagues might recognise as a whole."""

import json
from importlib.resources import files

import pytest

from contributions.deidentify import Deidentified, deidentify
from contributions.deidentify.finding import Finding, Severity
from contributions.deidentify.sentences.recognising import recognisable
from contributions.deidentify.sentences.weighing import WEIGHTS
from contributions.deidentify.training import train

TELLING = [
    "The week the boiler burst I interviewed a man in the stationery cupboard, and he proposed.",
    "my supervisor was off for eleven weeks with her kidneys and nobody covered for her",
    'At the hearing the chair told me that I was "not a natural team animal", and it was minuted.',
    "Last winter one of mine turned up at the counter with an owl in a shopping bag.",
    "We buried my dad on the Tuesday and they rang me at the wake about an overdue review.",
]
HARMLESS = [
    "Caseloads are too high and ministers do not listen.",
    "I agree with the comment above.",
    "People should join a union.",
    "What is the point of another survey?",
    "The service needs investment, proper training and better leadership.",
    "Nobody is ever held to account.",
]


@pytest.mark.parametrize("sentence", TELLING)
def test_a_sentence_that_tells_of_something_that_happened_is_flagged(sentence):
    text = f"I have something to say.\n{sentence}\nThat is all."

    assert sentence in [text[start:end] for start, end, _ in recognisable(text)]


def test_opinion_and_policy_are_left_alone():
    assert list(recognisable(" ".join(HARMLESS))) == []


def test_a_sentence_is_pointed_at_without_the_white_space_around_it():
    (start, end, reason), *others = recognisable(f"\n\n  {TELLING[0]}  \n\n")

    assert (start, end) == (4, 4 + len(TELLING[0]))
    assert others == []
    assert reason.endswith(".")


def test_the_reason_follows_the_strongest_cue():
    [illness] = recognisable(TELLING[1])

    assert "ill or away" in illness.reason


def test_sentences_stand_beside_the_findings_and_replace_nothing():
    text = f"Delyth Quill rang me. {TELLING[3]}"

    result = deidentify(text)

    assert result.text.endswith(TELLING[3])
    assert [f.category for f in result.sentences] == ["SENTENCE"]
    assert result.sentences[0].severity is Severity.CAUTION
    assert result.sentences[0].replacement == ""
    assert "SENTENCE" not in {f.category for f in result.findings}
    assert set(result.everything) == {*result.findings, *result.sentences}


def test_a_sentence_the_contributor_wants_as_written_is_marked_kept():
    result = deidentify(TELLING[3], keep=[("SENTENCE", TELLING[3].upper())])

    assert [f.kept for f in result.sentences] == [True]


def test_placed_sentences_stand_where_they_are_after_replacing():
    text = f"Delyth Quill rang me. {TELLING[0]} Then 07700 900456 rang. {TELLING[3]}"

    result = deidentify(text)

    shown = [result.text[start:end] for start, end, _ in result.placed_sentences()]
    assert shown == [TELLING[0], TELLING[3]]


def test_a_replacement_over_the_edge_of_a_sentence_belongs_to_it():
    name = Finding(0, 4, "PERSON", Severity.STRIP, "[name]", "A name.")
    sentence = Finding(2, 8, "SENTENCE", Severity.CAUTION, "", "Telling.")

    result = Deidentified("[name] ran away", (name,), (sentence,))

    assert result.placed_sentences() == ((0, 10, sentence),)


def test_the_weights_in_use_are_those_the_training_gives():
    known = [example for pairs in train.texts() for example in train.examples(pairs)]

    path = files("contributions.deidentify").joinpath("data", WEIGHTS)
    assert train.learned(known) == json.loads(path.read_text(encoding="utf-8"))


def test_the_training_has_enough_of_both_kinds():
    labels = [risky for pairs in train.texts() for _, risky in pairs]

    assert labels.count(True) > 250
    assert labels.count(False) > 900
