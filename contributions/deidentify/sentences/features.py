"""What the sentence model looks at in each sentence of a text.

Its training and its use share this file, so that both see the same thing. A feature is a name
and a value; the names are made to be read in the file of weights: "kin" is a cue, "kin 2" two of
it, "before: kin" one in the sentence before, "all: kin" their share of the text's sentences,
"'my wife'" words as they stand.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log1p
from typing import NamedTuple

from contributions.deidentify.normalise import PLACEHOLDER
from contributions.deidentify.sentences.cue_words import kinds

_TOKEN = re.compile(rf"[^\W_]+(?:['-][^\W_]+)*|[?!\"…:£%{PLACEHOLDER}]")
_MARKS = {"?": "question", "!": "exclamation", '"': "quoted", PLACEHOLDER: "capital"}
_OPENING = frozenset('?!"…:')
_FIRST_PERSON = frozenset(["i", "im", "ive", "id", "ill"])
_LENGTHS = (2, 4, 6, 8, 11, 15, 20, 27, 36)
_COUNTED = 3
# What tells something about the sentences beside it, and about the text as a whole.
_NEIGHBOURLY = (
    *("kin", "health", "person", "event", "case", "posting", "thing", "time", "number"),
    *("belonging", "capital", "digits", "past", "i", "third", "generality", "advice", "quoted"),
)
_PERVADING = (
    *("past", "third", "i", "capital", "digits", "generality", "kin", "thing", "time", "number"),
    *("quoted", "person"),
)
_TOGETHER = (
    ("i", "past"),
    ("third", "past"),
    ("we", "past"),
    ("person", "past"),
    ("i", "kin"),
    ("a", "person"),
)
_WITHOUT_PAST = ("generality", "advice")
_WHOLE_TEXT = 20


class Sentence(NamedTuple):
    """Hold a sentence's words in plain lower case and how often each cue occurs."""

    words: list[str]
    cues: Counter[str]


def looked_at(sentence: str) -> Sentence:
    """Read the words and cues of one sentence."""
    words: list[str] = []
    cues: Counter[str] = Counter()
    previous = ":"
    for match in _TOKEN.finditer(sentence):
        token = match.group()
        if token in _MARKS:
            cues[_MARKS[token]] += 1
        elif token[0].isdigit():
            cues["digits"] += 1
            words.append("#" * min(len(token), 4))
        elif token[0].isalnum():
            word = token.lower().replace("'", "")
            words.append(word)
            cues.update(kinds(word))
            if token[0].isupper() and previous not in _OPENING and word not in _FIRST_PERSON:
                cues["capital"] += 1
        previous = token
    return Sentence(words, cues)


def features(sentences: Sequence[Sentence]) -> Iterator[dict[str, float]]:
    """Give the features of each sentence of a text, in order."""
    total = Counter(cue for sentence in sentences for cue in sentence.cues)
    others = max(1, len(sentences) - 1)
    for index, sentence in enumerate(sentences):
        found = _of_itself(sentence)
        for place, beside in (("before", index - 1), ("after", index + 1)):
            if 0 <= beside < len(sentences):
                _look_beside(found, place, sentences[beside])
            else:
                found[f"{place}: nothing"] = 1
        for cue in _PERVADING:
            share = (total[cue] - (cue in sentence.cues)) / others
            if share:
                found[f"all: {cue}"] = share
        found["all: length"] = min(1, len(sentences) / _WHOLE_TEXT)
        yield found


def _of_itself(sentence: Sentence) -> dict[str, float]:
    words, cues = sentence
    longest = next((n for n in _LENGTHS if len(words) <= n), 99)
    found: dict[str, float] = {"length": log1p(len(words)) / 3, f"up to {longest} words": 1}
    for cue, count in cues.items():
        found[cue] = 1
        for number in range(2, min(count, _COUNTED) + 1):
            found[f"{cue} {number}"] = 1
    for one, other in _TOGETHER:
        if cues[one] and cues[other]:
            found[f"{one} + {other}"] = 1
    if not cues["past"]:
        found["no past"] = 1
        for cue in _WITHOUT_PAST:
            if cues[cue]:
                found[f"{cue}, no past"] = 1
    for word in words:
        found[f"'{word}'"] = 1
    for first, second in zip(words, words[1:], strict=False):
        found[f"'{first} {second}'"] = 1
    return found


def _look_beside(found: dict[str, float], place: str, sentence: Sentence) -> None:
    found[f"{place}: length"] = log1p(len(sentence.words)) / 3
    for cue in _NEIGHBOURLY:
        if sentence.cues[cue]:
            found[f"{place}: {cue}"] = 0.5
