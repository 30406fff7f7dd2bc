"""E-mail addresses and telephone numbers, also spelt out."""

import re
from collections.abc import Iterator

from .spans import Span

_DOT = r"(?:\.|\s?[(\[{]\s?dot\s?[)\]}]\s?|\s(?:dot|full\sstop)\s)"
_NAME = rf"[\w+\-]{{1,40}}(?:{_DOT}[\w+\-]{{1,40}}){{0,5}}"
_DOMAIN = rf"[\w\-]{{1,40}}(?:{_DOT}[\w\-]{{1,40}}){{1,5}}"
_EMAIL = re.compile(rf"(?<![\w.+\-]){_NAME}(?:\s?@\s?|\s?[(\[{{]\s?at\s?[)\]}}]\s?){_DOMAIN}", re.I)
_SPELT_EMAIL = re.compile(rf"(?<![\w.+\-]){_NAME}\sat\s(?P<domain>{_DOMAIN})", re.I)
# "see it at bbc.co.uk" is no e-mail address; "jo at gmail.com" is.
_SPELT_DOMAIN = re.compile(
    r"dot|^(?:g|hot|proton)mail\.|^(?:outlook|yahoo|icloud|live|btinternet|talktalk|sky)\.", re.I
)

_ENDING = re.compile(r"\b(?:com|org|net|uk|gov|io|me|info|co|eu|ie|example)$", re.I)

# Letters that pass for digits are let in, to be counted out below.
_PHONE = re.compile(
    r"(?<![\w+.\-])(?:\+\s?\d{1,3}|\(?[0O])(?:[ \t\n\-.()]{0,3}[\dOoIl]){8,12}(?!\w)"
    r"(?:,?\s{0,2}(?:ext(?:n|ension)?|x)[.:]?\s?\d{2,6}(?!\d))?"
)
_DATE_FIRST = re.compile(r"0\d[.\-]\d\d[.\-]\d\d")
_EXTENSION = re.compile(r"\bext(?:n|ension)?[.:]?\s?\d{3,6}\b", re.I)
_CALLED = re.compile(
    r"\b(?:call|ring|phone|text|tel|mob|mobile|whatsapp|number)\b\W{0,3}(?:\w{1,6}\W{1,2}){0,3}$",
    re.I,
)
_BARE_MOBILE = re.compile(r"(?<![\w+.\-/£])7\d{3}[ \-]?\d{3}[ \-]?\d{3}(?!\w)")

_DIGIT_WORDS = (
    "oh|o|zero|nought|double|treble|triple|one|two|three|four|five|six|seven|eight|nine|hundred"
)
_SPELT_PHONE = re.compile(
    rf"(?<!\w)(?:oh|o|zero|nought|0)(?:[\s,.\-]{{1,3}}(?:{_DIGIT_WORDS}|\d{{1,6}})(?!\w)){{5,14}}",
    re.I,
)
_WORD = re.compile(r"\w+")
_WORTH = {"double": 1, "treble": 2, "triple": 2, "hundred": 2}


def emails(text: str) -> Iterator[Span]:
    """Find e-mail addresses, also with "at" and "dot" in words or brackets."""
    for match in _EMAIL.finditer(text):
        yield Span(match.start(), match.end(), "EMAIL")
    for match in _SPELT_EMAIL.finditer(text):
        domain = match["domain"]
        if _SPELT_DOMAIN.search(domain) and _ENDING.search(domain):
            yield Span(match.start(), match.end(), "EMAIL")


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


def spelt_phones(text: str) -> Iterator[Span]:
    """Find telephone numbers written in words, such as "oh seven double oh"."""
    for match in _SPELT_PHONE.finditer(text):
        words = _WORD.findall(match.group().lower())
        if sum(len(w) if w.isdigit() else _WORTH.get(w, 1) for w in words) >= 9:
            yield Span(match.start(), match.end(), "PHONE")
