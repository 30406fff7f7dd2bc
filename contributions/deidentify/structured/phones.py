"""Telephone numbers in British and international shapes, and extensions."""

import re
from collections.abc import Iterator

from contributions.deidentify.spans import Span

# Letters that pass for digits are let in, to be counted out below; not the "I" of a new sentence.
_PHONE = re.compile(
    r"(?<![\w+.\-])(?:(?:\+|00)\s?\d{1,3}|\(?[0Oo])"
    r"(?:[ \t\n\-.()*_/·•]{0,3}(?:\d|[OoIl](?=[ \-]?[\dOoIl]))|[OoIl]){8,12}(?!\w)"
    r"(?:,?\s{0,2}(?:ext(?:n|ension)?|x|option)[.:]?\s?\d{1,6}(?!\d))?"
)
_DATE_FIRST = re.compile(r"0\d[.\-/]\d\d[.\-/]\d\d")
_EXTENSION = re.compile(
    r"\b(?:ext(?:n|ension)?|internal|dial)[.:]?\s?(?:(?:is|was|on|number|no\.?)\s){0,2}\d{3,6}\b",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:call|ring|phone|text|tel|mob|mobile|whatsapp|number)\b\W{0,3}(?:\w{1,6}\W{1,2}){0,3}$",
    re.I,
)
_BARE_MOBILE = re.compile(
    r"(?<![\w+.\-/£])(?:7\d{3}[ \-]?\d{3}[ \-]?\d{3}|\d{3}[ \-]\d{4})(?![\w%\-/]|[.,]\d)"
)
_LINE = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|cell|landline|fax|direct (?:line|dial)|ddi|switchboard"
    r"|pager|bleep|whatsapp)(?: (?:no\.?|num(?:ber)?))?(?:'s)?[\s.:#=(,\-]{1,3}"
    r"(?:(?:is|was|on|no\.?|number) ){0,2}(?P<number>\d(?:[ \-]?\d){3,10})(?![\w%]|[.,:]\d)",
    re.I,
)


def phones(text: str) -> Iterator[Span]:
    """Find telephone numbers in British and international shapes, and extensions."""
    for match in _PHONE.finditer(text):
        digits = sum(character.isdigit() for character in match.group())
        if digits >= 5 and not _DATE_FIRST.match(match.group()):
            yield Span(match.start(), match.end(), "PHONE")
    for match in _EXTENSION.finditer(text):
        yield Span(match.start(), match.end(), "PHONE")
    for match in _BARE_MOBILE.finditer(text):
        if _CALLED.search(text, max(0, match.start() - 40), match.start()):
            yield Span(match.start(), match.end(), "PHONE")
    for match in _LINE.finditer(text):
        digits = sum(character.isdigit() for character in match["number"])
        if digits > 4 or digits == 4 and not match["number"].startswith(("19", "20")):
            yield Span(match.start("number"), match.end("number"), "PHONE")
