"""Number plates of vehicles, of every age."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import is_kept_word, is_ordinary
from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

_PLATE = re.compile(
    r"(?<![\w/\-])[A-HJ-PR-Y]{2}[ .\-]?\d{2}[ .\-]?(?P<letters>[A-HJ-PR-Z]{3})(?![\w/])"
)
_OLD_PLATE = re.compile(
    r"(?<![\w/\-])(?:[A-HJ-NPR-TV-Y][ \-]?\d{1,3}[ \-]?(?P<after>[A-HJ-PR-Z]{3})"
    r"|(?P<before>[A-HJ-PR-Z]{3})[ \-]?\d{1,3}[ \-]?[A-HJ-NPR-TV-Y])(?![\w/])"
)
_ANY_PLATE = re.compile(
    r"(?<![\w/\-])(?=[a-z]{0,3}[ \-]?\d)[a-z]{0,3}[ \-]?\d{1,4}[ \-]?[a-z]{0,3}(?![\w/])", re.I
)
_QUIET_PLATE = re.compile(r"(?<![\w/\-])[a-z]{2}\d{2} ?(?P<letters>[a-z]{3})(?![\w/])")
_PART = re.compile(
    r"\b(?:reg|registration|(?:number )?plate|vrm)\b(?: \w{1,6})? (?:end(?:s|ed|ing)"
    r"|start(?:s|ed|ing)|begin(?:s|ning))(?: in| with)? (?P<part>(?=[A-Z]{0,3}\d|(?-i:[A-Z]{2}))"
    r"[A-Z\d]{2,4})\b",
    re.I,
)
_PLATE_CONTEXT = re.compile(
    r"\b(?:reg|registration|plate|number plate|vrm)\b[\s.:#(\"']{0,3}"
    r"(?:(?:no|is|was|number)\b\s?)?$",
    re.I,
)


def number_plates(text: str) -> Iterator[Span]:
    """Find number plates: the modern shape anywhere, others where the text does not forbid."""
    text = unbroken(text)
    for match in _PLATE.finditer(text):
        yield Span(match.start(), match.end(), "VEHICLE")
    for match in _OLD_PLATE.finditer(text):
        letters = match["after"] or match["before"]
        if not (is_ordinary(letters.lower()) or is_kept_word(letters)):
            yield Span(match.start(), match.end(), "VEHICLE")
    for match in _QUIET_PLATE.finditer(text):
        if not is_ordinary(match["letters"]):
            yield Span(match.start(), match.end(), "VEHICLE")
    for match in _PART.finditer(text):
        yield Span(match.start("part"), match.end("part"), "VEHICLE")
    for match in _ANY_PLATE.finditer(text):
        if match.end() - match.start() > 2 and _PLATE_CONTEXT.search(
            text, max(0, match.start() - 40), match.start()
        ):
            yield Span(match.start(), match.end(), "VEHICLE")
