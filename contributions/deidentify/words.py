"""A text as a row of words, each with what its surroundings say about it."""

import re
from typing import NamedTuple

from contributions.deidentify.normalise import without_accents

# Bare tags are stepped over, so that "<b>Kofi</b> Mensah" is two words in a row.
_WORD = re.compile(r"</?[a-z]{1,6}>|[^\W\d_]+(?:['\-][^\W\d_]+)*")
_ENDINGS = ("'s", "'ll", "'d", "'ve", "'re", "'m")
_SENTENCE_END = frozenset('.!?:\n"•*>|#')
_ABBREVIATED = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "rev", "fr", "st", "sgt", "insp", "cllr"]
)


class Word(NamedTuple):
    """Hold one word without its possessive or contracted ending.

    `gap` is what stands between it and the word before, ending included. `opens` tells that it
    begins a sentence, a line or a quotation, where a capital says nothing. `capital` is written
    as names are, `shouted` all in capitals. `follows_closely` tells that only a space or a bit
    of markup parts it from the word before.
    """

    text: str
    lower: str
    start: int
    end: int
    ending: str
    gap: str
    opens: bool
    capital: bool
    shouted: bool
    follows_closely: bool


def split_words(text: str) -> list[Word]:
    """Return the words of a reading in order."""
    words: list[Word] = []
    previous_end = 0
    previous_lower = ""
    for match in _WORD.finditer(text):
        written = match.group()
        if written[0] == "<":
            continue
        start = match.start()
        ending = ""
        if "'" in written:
            lower = written.lower()
            ending = next((e for e in _ENDINGS if lower.endswith(e) and len(lower) > len(e)), "")
        stem = written[: len(written) - len(ending)]
        gap = text[previous_end:start]
        opens = not words or _opens(gap, previous_lower)
        lower = without_accents(stem).lower()
        end = start + len(stem)
        shouted = len(stem) > 1 and stem.isupper()
        capital = stem[0].isupper() and not shouted
        close = gap == " " or _is_close(gap)
        words.append(Word(stem, lower, start, end, ending, gap, opens, capital, shouted, close))
        previous_end = end
        previous_lower = lower
    return words


def _opens(gap: str, previous: str) -> bool:
    if gap == " ":
        return False
    # An abbreviated title or a person's initial ends in a full stop but ends no sentence.
    # "better than I. So did she" does end one.
    initial = len(previous) == 1 and previous != "i"
    if gap in (". ", ".") and (previous in _ABBREVIATED or initial):
        return False
    return not _SENTENCE_END.isdisjoint(gap)


def _is_close(gap: str) -> bool:
    return gap == "  " or (len(gap) < 12 and gap[:1] == "<" and gap.rstrip()[-1:] == ">")
