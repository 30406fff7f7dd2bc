"""E-mail addresses and telephone numbers, with what hides an address from machines."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import is_ordinary
from contributions.deidentify.spans import Span

_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|\.)\s?[)\]}]\s?|\s(?:dot|full\sstop|point)\s|-dot-|_dot_)"
_NAME = rf"[\w+\-]{{1,40}}(?:{_DOT}[\w+\-]{{1,40}}){{0,5}}"
_DOMAIN = rf"[\w\-]{{1,40}}(?:(?:{_DOT}|\s\.\s)[\w\-]{{1,40}}){{1,5}}"
_EMAIL = re.compile(
    rf"(?<![\w.+\-]){_NAME}(?:\s?@\s?|\s?[(\[{{<]\s?(?:at|@)\s?[)\]}}>]\s?|-at-){_DOMAIN}", re.I
)
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+\-]){_NAME}(?:\s\d{{1,4}})?\sat(?:\s|[ -]sign\s)(?P<domain>{_DOMAIN})", re.I
)
# "see it at bbc.co.uk" is no e-mail address; "jo at gmail.com" is.
_PROVIDER = (
    r"(?:g|hot|proton|fast|i?cloud)mail|googlemail|outlook|yahoo|icloud|live|btinternet|talktalk|sky"
    r"|aol|gmx|virginmedia|me|msn|ntlworld|blueyonder|tiscali|zoho|hey"
)
_SPELT_DOMAIN = re.compile(rf"dot|^(?:{_PROVIDER})\.", re.I)
_STAFF_DOMAIN = re.compile(r"(?:justice|moj|hmcts|cjsm|police|probation|parole|nhs)\.", re.I)
_BEFORE_THE_AT = re.compile(r"(?<![\w.@])[\w.+\-]{3,40}@(?![\w])")
# Nobody says "at gmail" of anything but an address.
_BARE_PROVIDER = re.compile(
    r"(?<![\w.+\-])(?:[\w+.\-]{1,30}\s){0,2}?[\w+.\-]{1,30}\sat\s"
    r"(?:gmail|hotmail|protonmail|googlemail|icloud|btinternet)\b(?!\s?\.|\sdot)",
    re.I,
)
_MY_MAIL = re.compile(r"\b(?:i'm|im|i am|me on|mail|email|e-mail|me at|write to|is|:)\s$", re.I)

_ENDING = re.compile(r"\b(?:com|org|net|uk|gov|io|me|info|co|eu|ie|example)$", re.I)

# Letters that pass for digits are let in, to be counted out below.
_PHONE = re.compile(
    r"(?<![\w+.\-])(?:(?:\+|00)\s?\d{1,3}|\(?[0O])(?:[ \t\n\-.()*_·•]{0,3}[\dOoIl]){8,12}(?!\w)"
    r"(?:,?\s{0,2}(?:ext(?:n|ension)?|x|option)[.:]?\s?\d{1,6}(?!\d))?"
)
_DATE_FIRST = re.compile(r"0\d[.\-]\d\d[.\-]\d\d")
_EXTENSION = re.compile(r"\b(?:ext(?:n|ension)?|internal|dial)[.:]?\s?(?:is\s)?\d{3,6}\b", re.I)
_CALLED = re.compile(
    r"\b(?:call|ring|phone|text|tel|mob|mobile|whatsapp|number)\b\W{0,3}(?:\w{1,6}\W{1,2}){0,3}$",
    re.I,
)
_BARE_MOBILE = re.compile(r"(?<![\w+.\-/£])7\d{3}[ \-]?\d{3}[ \-]?\d{3}(?!\w)")


def emails(text: str) -> Iterator[Span]:
    """Find e-mail addresses, also with "at" and "dot" in words or brackets."""
    for match in _EMAIL.finditer(text):
        yield Span(match.start(), match.end(), "EMAIL")
    for match in _SPELT_EMAIL.finditer(text):
        domain = match["domain"]
        account = match.group().split()[0]
        by_staff = _STAFF_DOMAIN.match(domain) and not is_ordinary(account.lower())
        if (by_staff or _SPELT_DOMAIN.search(domain)) and _ENDING.search(domain):
            yield Span(match.start(), match.end(), "EMAIL")
    for match in _BEFORE_THE_AT.finditer(text):
        yield Span(match.start(), match.end(), "EMAIL")
    for match in _BARE_PROVIDER.finditer(text):
        for start in _word_starts(match):
            if _MY_MAIL.search(text, max(0, start - 12), start):
                yield Span(start, match.end(), "EMAIL")
                break


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


def _word_starts(match: re.Match[str]) -> list[int]:
    """Return where each word of a match begins: a name said in words has no sure beginning."""
    return [match.start() + word.start() for word in re.finditer(r"\S+", match.group())]
