"""A text as the pieces of words that the name model knows, each with its place.

Follows the public WordPiece scheme of uncased BERT models: lower case, no accents, punctuation
apart, and the longest known piece first.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+|[^\s\w]|_")
_LONGEST_WORD = 100
_UNKNOWN = "[UNK]"


class Piece(NamedTuple):
    """Hold one piece's number in the vocabulary, and the word of the text it belongs to."""

    number: int
    start: int
    end: int


def pieces(text: str, vocabulary: Mapping[str, int]) -> list[Piece]:
    """Return the pieces of a text in order; every piece of a word has the word's offsets."""
    unknown = vocabulary[_UNKNOWN]
    result = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        for number in _split(_plain(match.group()), vocabulary, unknown):
            result.append(Piece(number, start, end))
    return result


def _plain(word: str) -> str:
    lower = word.lower()
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFD", lower)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def _split(word: str, vocabulary: Mapping[str, int], unknown: int) -> list[int]:
    whole = vocabulary.get(word)
    if whole is not None:
        return [whole]
    if len(word) > _LONGEST_WORD:
        return [unknown]
    numbers = []
    start = 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            number = vocabulary.get(prefix + word[start:end])
            if number is not None:
                numbers.append(number)
                start = end
                break
        else:
            return [unknown]
    return numbers
