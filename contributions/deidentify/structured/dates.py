"""Dates of birth."""

import re
from collections.abc import Iterator

from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
    r"|nineteenth|twentieth|thirtieth)"
)
_YEAR_WORDS = (
    r"(?:nineteen|twenty|two thousand(?: and)?)[ \-](?:hundred|oh|ten|eleven|twelve|\w{3,5}teen"
    r"|\w{3,5}ty"
    r"|one|two|three|four|five|six|seven|eight|nine)(?:[ \-](?:one|two|three|four|five|six|seven"
    r"|eight|nine))?"
)
_DATE = re.compile(
    r"(?<![\w/.\-])(?:"
    r"\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?(?:\d{4}|\d{2})"
    r"|\d{4}[\-/.]\d{2}[\-/.]\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\-/ .]{_MONTH}[\-/ .'](?:(?:19|20)\d{{2}}|\d{{2}})"
    rf"|(?:the )?{_ORDINAL}(?: of)? {_MONTH},? {_YEAR_WORDS}"
    rf"|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}) (?:of )?(?:the )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL}),? (?:of )?(?:(?:19|20)\d{{2}}|'?\d{{2}}"
    rf"|{_YEAR_WORDS})"
    r"|\d{1,2} \d{1,2} (?:(?:19|20)\d{2}|\d{2})"
    r"|[\dO]{1,2}/[\dO]{1,2}/(?:[\dOI]{4}|[\dOI]{2})"
    rf"|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})(?: of)? {_MONTH}\b\.?,?"
    r"(?: (?:(?:19|20)\d{2}|'?\d{2})(?![\d:]))?"
    rf"|{_MONTH} (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])|{_ORDINAL}),?"
    r"(?: (?:19|20)\d{2}| '\d{2})?"
    r"|(?:christmas|boxing|new year's|valentine's|st \w{5,7}'s) (?:day|eve)(?:,? (?:19|20)\d{2})?"
    r")(?!\w)",
    re.I,
)
_BORN = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b|dates? of birth|born|birth ?dates?|birthdays?"
    r"|turn(?:s|ed|ing) (?:\d{1,3}|\w{3,12})\b)|\(b\.|\bd\.o\.b",
    re.I,
)
_BORN_AFTER = re.compile(
    r"\W{1,4}(?:(?:is|was|being|as|for) (?:(?:my|his|her|their|the) )?)?"
    r"(?:d\.?o\.?b\b|date of birth|birthday)",
    re.I,
)
_RUN_TOGETHER = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|born)[\s:.=(\-]{1,4}(?:(?:is|was|on) )?"
    r"(?P<date>\d{6}|\d{8})(?!\d)|\b(?:year of birth|yob|born|b\.)[\s:.=(]{1,3}(?:(?:is|was|in) )?"
    r"(?P<year>(?:19|20)\d{2}|'\d{2})(?![\d\-])|(?<!\w)b\.?"
    r" ?(?P<short>\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
    r"(?!\d)",
    re.I,
)
_BORN_IN = re.compile(
    rf"\bborn (?:(?:on|in|back in) )?(?P<date>(?:{_MONTH} )?(?:of )?(?:19|20)\d{{2}})(?!\w)", re.I
)
_REACH = 70


def birth_dates(text: str) -> Iterator[Span]:
    """Find dates that the text says are of birth, in figures or words."""
    text = unbroken(text)
    for match in _DATE.finditer(text):
        before = _BORN.search(text, max(0, match.start() - _REACH), match.start())
        if before or _BORN_AFTER.match(text, match.end()):
            yield Span(match.start(), match.end(), "DOB")
    for match in _RUN_TOGETHER.finditer(text):
        yield Span(*match.span(match.lastgroup or 0), "DOB")
    for match in _BORN_IN.finditer(text):
        yield Span(match.start("date"), match.end("date"), "DOB")
