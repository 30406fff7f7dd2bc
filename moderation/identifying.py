"""What in a text may identify whom, in words."""

import re
from dataclasses import dataclass

from contributions.deidentify.sentences.splitting import sentences

WRITER, OTHERS, EITHER = "Whoever wrote it", "Somebody written about", "Either of them"
_FIRST = re.compile(r"\b(?:i|i'm|i've|im|me|my|mine|we|our|us)\b", re.IGNORECASE)
_THIRD = re.compile(
    r"\b(?:he|she|him|his|her|hers|they|their|them|mr|mrs|ms)\b|\[name", re.IGNORECASE
)
# What stands in the third person by its nature, however the sentence is told.
_OF_SOMEBODY = {"PERSON", "UNUSUAL_CASE"}


@dataclass(frozen=True)
class Trace:
    """Some words that may identify somebody, and why."""

    words: str
    reason: str


def traces(words):
    """Return {whom: Traces} of what was found in Words and still stands there."""
    found = {}
    spans = list(sentences(words.text))
    number = 0
    for start, end, finding in words.places("text"):
        while number + 1 < len(spans) and start >= spans[number][1]:
            number += 1
        begin, stop = spans[number] if spans else (start, end)
        whom = _whom(words.text[begin:stop], finding["category"])
        trace = Trace(words.text[start:end], finding["reason"])
        if trace not in found.setdefault(whom, []):
            found[whom].append(trace)
    return {whom: found[whom] for whom in (WRITER, EITHER, OTHERS) if whom in found}


def _whom(sentence, category):
    first, third = _FIRST.search(sentence), _THIRD.search(sentence)
    if category in _OF_SOMEBODY:
        return OTHERS
    if first and third:
        return EITHER
    return OTHERS if third else WRITER
