"""Where each sentence of a text begins and ends."""

import re
from collections.abc import Iterator

# A stop inside a word or a figure ("8.15", "name.surname") ends nothing, nor does one after a
# title, a lone initial or a "No." before its figure. Possessive quantifiers, and the look behind
# that lets a row of stops be tried only once, keep the time linear.
_ABBREVIATED = (
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bvs)(?<!\b[A-Z])(?!(?<=\b[Nn]o)\. ?\d)"
)
_END = re.compile(
    rf"(?:(?<![.!?\u2026])(?:{_ABBREVIATED}\.|\.(?=\.)|[!?\u2026])[.!?\u2026]*+"
    r"[\"'\u201d\u2019)\]*]*+(?=\s|\Z)|\n)\s*+"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give (start, end) of each sentence; together they cover the text.

    What follows a stop, white space included, belongs to its sentence. A line break always ends
    one, because lists and hurried writers use no stops.
    """
    start = 0
    for match in _END.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
