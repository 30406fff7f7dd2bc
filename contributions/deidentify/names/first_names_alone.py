"""Public people called by the first name alone, soon after the text names them in full."""

import re
from collections.abc import Sequence

from contributions.deidentify.lexicon import first_names, is_ordinary
from contributions.deidentify.names.known_figures import is_private
from contributions.deidentify.names.public_people import PublicName
from contributions.deidentify.words import Word

# How soon a public person may be called by the first name alone.
_SOON = 350
# What speaks of the writer's own people, so that a first name is one of theirs.
_OWN_WORLD = re.compile(
    r"\b(?:my|mine|our|ours|us|we|i'm|team|teams|office|desk|admin|reception|colleague\w*|shift"
    r"|supervis\w+|my caseload|pdu|spo|pso|rota|manager|on leave|off sick|unit|branch|training"
    r"|works? (?:here|with|in|at))\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?\n]")
# As much of a sentence as is read on either side.
_SENTENCE = 250


def given_names_alone(
    text: str, words: Sequence[Word], people: Sequence[PublicName]
) -> list[tuple[int, int]]:
    """Return where a public person just named in full is called by the first name alone.

    "Jack Merritt's father asked us not to use Jack's name": only soon after, in the same
    paragraph, and where nothing makes it a colleague's or a client's name instead.
    """
    named: dict[str, list[int]] = {}
    for person in people:
        full = text[person.start : person.end]
        first, _, rest = full.partition(" ")
        if rest and first.lower() in first_names() and len(first) > 2:
            named.setdefault(first.lower(), []).append(person.end)
    result = []
    for index, word in enumerate(words) if named else ():
        ends = named.get(word.lower)
        if ends is None or word.shouted or is_ordinary(word.lower):
            continue
        recent = max((end for end in ends if end <= word.start), default=None)
        if recent is None or word.start - recent > _SOON or "\n" in text[recent : word.start]:
            continue
        if not _is_private_here(text, words, index):
            result.append((word.start, word.end))
            named[word.lower].append(word.end)
    return result


def _is_private_here(text: str, words: Sequence[Word], index: int) -> bool:
    """Tell whether a first name stands among signs of the writer's own surroundings."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.gap == " " and after.capital and not word.ending:
        return True
    before = _SENTENCE_END.split(text[max(0, word.start - _SENTENCE) : word.start])[-1]
    after_it = _SENTENCE_END.split(text[word.end : word.end + _SENTENCE])[0]
    sentence = f"{before}{word.text}{after_it}"
    return _OWN_WORLD.search(sentence) is not None or is_private(text, words, index, word.end)
