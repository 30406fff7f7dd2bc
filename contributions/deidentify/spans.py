"""A stretch of a text that a detector points at, and how overlapping ones become one."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Point at the characters from `start` up to `end` as belonging to a category."""

    start: int
    end: int
    category: str


def merged(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap, and return them sorted.

    A joined span covers everything its parts covered, so that no detector's catch is lost to
    another's, and takes the category of its longest part (of the first one named on a tie).
    """
    result: list[Span] = []
    longest = 0
    # sorted() is stable: of two equal spans the earlier detector's comes first.
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        length = span.end - span.start
        if length <= 0:
            continue
        if result and span.start < result[-1].end:
            last = result[-1]
            category = span.category if length > longest else last.category
            longest = max(longest, length)
            result[-1] = Span(last.start, max(last.end, span.end), category)
        else:
            result.append(span)
            longest = length
    return result


def outside(spans: Iterable[Span], others: Iterable[tuple[int, int]]) -> list[Span]:
    """Return the spans that touch none of the others.

    Both are in order of their starts, and neither overlaps with itself.
    """
    result = []
    remaining = iter(others)
    other = next(remaining, None)
    for span in spans:
        while other is not None and other[1] <= span.start:
            other = next(remaining, None)
        if other is None or other[0] >= span.end:
            result.append(span)
    return result


def parted(text: str, spans: Iterable[Span], mark: str) -> list[Span]:
    """Cut the spans at each `mark` in the text, and return the pieces that hold a word."""
    result = []
    for span in spans:
        start = span.start
        for piece in text[span.start : span.end].split(mark):
            words = piece.strip(" ,;:.-\n")
            if any(character.isalnum() for character in words):
                begin = start + piece.index(words)
                result.append(Span(begin, begin + len(words), span.category))
            start += len(piece) + len(mark)
    return result
