"""Postcodes, whole, halved or mistyped."""

import re
from collections.abc import Iterator

from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

_POSTCODE = re.compile(
    r"(?<![\w/\-])(?:GIR ?0AA|(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}"
    r"|[A-PR-UWYZ]\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY])"
    r"[ \-.]{0,2}\d(?P<unit>[ABD-HJLNP-UW-Z]{2}))(?!\w)",
    re.I,
)
# With letters and figures confused, or letters apart: sure only where it is called a postcode.
_MISTYPED = re.compile(
    r"\bpost ?codes?\b[\s:(]{1,3}(?:(?:is|was|of|for|my|his|her|in)\s){0,3}"
    r"(?P<code>(?:[A-Z] ?){1,2}(?:[\dOIlS] ?){1,2}[A-Z]? ?[\dOIlS] ?[A-Z] ?[A-Z0])(?!\w)"
    r"|(?<![\w/\-])(?P<slip>[A-Z]{1,2}[\dOI]{1,2} [\dO][A-HJ-NP-Z]{2})(?!\w)"
)
_SPACED = re.compile(r"(?<!\w)(?:[A-Z] ){1,2}(?:\d ?){1,2} {1,2}\d ?[A-Z] ?[A-Z](?!\w)")
# The first half alone says where somebody lives only where the text speaks of living.
_DISTRICT = re.compile(
    r"\b(?:in|around|near|from|to|of|outside|across|over|leave|left|enter|allowed)\s(?:the\s)?"
    r"(?P<code>(?-i:[A-PR-UWYZ][A-HK-Y]?)\d{1,2}[A-HJKPSTUW]?)(?![\w\-/]|\.\d)"
    r"|(?<![\w/\-])(?P<area>(?-i:[A-PR-UWYZ][A-HK-Y]?)\d{1,2}[A-HJKPSTUW]?)\s(?:area|postcode|way|end)\b",
    re.I,
)
_NO_DISTRICT = re.compile(r"(?:[EIM]\d{1,2}|A\d{1,2}|B\d|PO\d|AP\d|[A-Z]\d)$")
_ORDINAL_UNITS = {"st", "nd", "rd", "th", "am", "pm"}


def postcodes(text: str) -> Iterator[Span]:
    """Find whole postcodes in either case, mistyped ones, and the first half of one."""
    text = unbroken(text)
    for match in _POSTCODE.finditer(text):
        if match["unit"] is None or match["unit"] not in _ORDINAL_UNITS:
            yield Span(match.start(), match.end(), "POSTCODE")
    for match in _MISTYPED.finditer(text):
        group = "code" if match["code"] else "slip"
        if any(character.isdigit() for character in match[group]) or group == "code":
            yield Span(match.start(group), match.end(group), "POSTCODE")
    for match in _SPACED.finditer(text):
        yield Span(match.start(), match.end(), "POSTCODE")
    for match in _DISTRICT.finditer(text):
        group = "code" if match["code"] else "area"
        # "M62" and "A19" are roads, "B2" a wing.
        if match[group][:2].isalpha() and not _NO_DISTRICT.match(match[group]):
            yield Span(match.start(group), match.end(group), "POSTCODE")
