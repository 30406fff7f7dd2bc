"""Read a text as a person would see it, and remember where each character came from.

Detectors work on the reading: plain quotes and hyphens, ordinary digits, no invisible
characters, and one placeholder for each stand-in that is already there.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from contributions.deidentify.categories import CATEGORIES

# No detector matches this character, so nothing is found inside or across a stand-in.
PLACEHOLDER = "\ufffc"

STAND_IN = re.compile(
    r"\[name(?: [A-Z]{1,3})?\]|"
    + "|".join(re.escape(c.token) for name, c in CATEGORIES.items() if c.token and name != "PERSON")
)

_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼ`´′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "\u2028": "\n",
    "\u2029": "\n",
}
# Letters of other alphabets that look like these. They are read as Latin in a word or number
# that has Latin letters or digits too; a word wholly in another alphabet stays as it is.
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјкмнорстухԁһԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυ",
    "ABESIJKMHOPCTYXaesijkmhopctyxdhqwvABEZHIKMNOPTYXoaivpu",
)
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_PLAIN_LETTER = re.compile(r"[A-Za-z0-9]")
_WORD = re.compile(r"\w+")
# A few characters stand for whole phrases; a text of nothing else must not grow eighteenfold.
_LONGEST_EXPANSION = 4
_BARRED = str.maketrans("łŁøØđĐıħ", "lLoOdDih")
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a text as detectors see it; `begins` and `ends` give each character's origin."""

    text: str
    begins: list[int]
    ends: list[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original text of a stretch of this reading."""
        return self.begins[start], self.ends[end - 1]


def read(text: str, hidden: Iterable[tuple[int, int]] = ()) -> Reading:
    """Return the reading of a text, with stand-ins and hidden stretches as placeholders.

    `hidden` are (start, end) offsets, sorted and not overlapping.
    """
    stand_ins = [match.span() for match in STAND_IN.finditer(text)]
    parts: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    position = 0
    for start, end in [*_joined(stand_ins, hidden), (len(text), len(text))]:
        _append_plain(text, position, start, parts, begins, ends)
        if end > start:
            parts.append(PLACEHOLDER)
            begins.append(start)
            ends.append(end)
        position = end
    plain = "".join(parts)
    if _FOREIGN.search(plain):
        plain = _WORD.sub(_without_lookalikes, plain)
    return Reading(plain, begins, ends)


def _without_lookalikes(match: re.Match[str]) -> str:
    word = match.group()
    mixed = _FOREIGN.search(word) and _PLAIN_LETTER.search(word)
    return word.translate(_LOOKALIKES) if mixed else word


def without_accents(text: str) -> str:
    """Return a text with plain letters for accented ones, as long as before: "Siân", "Yıldız"."""
    if text.isascii():
        return text
    plain = (unicodedata.normalize("NFD", letter)[0] for letter in text.translate(_BARRED))
    return "".join(plain)


def unbroken(text: str) -> str:
    """Return the text, as long as before, with a space for each line break inside a paragraph."""
    return _LINE_BREAK.sub(" ", text)


def _joined(
    stand_ins: list[tuple[int, int]], hidden: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    for start, end in sorted([*stand_ins, *hidden]):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _append_plain(
    text: str, start: int, end: int, parts: list[str], begins: list[int], ends: list[int]
) -> None:
    piece = text[start:end]
    if piece.isascii():
        parts.append(piece)
        begins.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))
        return
    position = start
    while position < end:
        after = position + 1
        while after < end and unicodedata.combining(text[after]):
            after += 1
        for character in _plain(text[position:after]):
            parts.append(character)
            begins.append(position)
            ends.append(after)
        position = after


def _plain(cluster: str) -> str:
    if len(cluster) == 1:
        if cluster.isascii():
            return cluster
        if cluster in _PLAIN:
            return _PLAIN[cluster]
        if unicodedata.category(cluster) == "Cf":
            return ""
    plain = unicodedata.normalize("NFKC", cluster)
    # An accent piled a hundred high is decoration: its letter is what a reader sees.
    return plain if len(plain) <= _LONGEST_EXPANSION else plain[0]
