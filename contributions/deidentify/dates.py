"""Dates that belong to one person. For now: dates of birth."""

import re
from collections.abc import Iterator

from .spans import Span

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
    r"|nineteenth|twentieth|thirtieth)"
)
_DATE = re.compile(
    r"(?<![\w/.\-])(?:"
    r"\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?(?:\d{4}|\d{2})"
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d{2} \d{2} (?:19|20)\d{2}"
    rf"|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})(?: of)? {_MONTH}\b\.?,?"
    r"(?: (?:(?:19|20)\d{2}|'?\d{2})(?![\d:]))?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}}"
    r")(?!\w)",
    re.I,
)
_BORN = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b|date of birth|dates of birth|born|birth ?date|birthday)", re.I
)
_BORN_AFTER = re.compile(r"\W{1,4}(?:d\.?o\.?b\b|date of birth)", re.I)
_BORN_IN = re.compile(
    rf"\bborn (?:(?:on|in|back in) )?(?P<date>(?:{_MONTH} )?(?:of )?(?:19|20)\d{{2}})(?!\w)", re.I
)
_REACH = 70


def birth_dates(text: str) -> Iterator[Span]:
    """Find dates that the text says are of birth, in figures or words."""
    for match in _DATE.finditer(text):
        before = _BORN.search(text, max(0, match.start() - _REACH), match.start())
        if before or _BORN_AFTER.match(text, match.end()):
            yield Span(match.start(), match.end(), "DOB")
    for match in _BORN_IN.finditer(text):
        yield Span(match.start("date"), match.end("date"), "DOB")
