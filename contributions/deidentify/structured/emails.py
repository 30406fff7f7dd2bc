"""E-mail addresses, with what hides them from machines: "jo dot b at mail dot com"."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import first_names, is_ordinary
from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

_OPEN, _SHUT = r"\s?[(\[{<*]\s?", r"\s?[)\]}>*]\s?"
_DOT = (
    rf"(?:\s?\.|{_OPEN}(?:dot|\.){_SHUT}|\s(?:dot|(?:full\s)?stop|point)\s|[-_]dot[-_]"
    r"|,(?=(?:com|co|org|net|gov|uk)\b))"
)
_JOIN = rf"(?:{_DOT}|\s(?:underscore|hyphen|dash|minus)\s)"
_AT = rf"(?:\s?@\s?|{_OPEN}(?:at|a|@){_SHUT}|[-_]at[-_]|\sat\s(?:symbol|sign)\s)"
_NAME = rf"(?:mailto:)?[\w+\-]{{1,40}}(?:{_JOIN}[\w+\-]{{1,40}}){{0,5}}"
_DOMAIN = rf"[\w\-]{{1,40}}(?:(?:{_DOT}|\s\.\s)[\w\-]{{1,40}}){{1,5}}"
_EMAIL = re.compile(rf"(?<![\w.+\-])(?:{_NAME}|(?:\w ){{2,30}}\w){_AT}{_DOMAIN}", re.I)
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+\-])(?P<account>{_NAME})(?:\s\d{{1,4}})?\sat\s(?P<domain>{_DOMAIN})", re.I
)
# "see it at bbc.co.uk" is no e-mail address; "jo at gmail.com" is.
_MAIL_ALONE = r"(?:g|hot|proton|fast|i?cloud)mail|googlemail|icloud|btinternet|btopenworld"
_PROVIDER = (
    rf"{_MAIL_ALONE}|outlook|yahoo|live|talktalk|sky|aol|gmx|virginmedia|me|msn|ntlworld"
    r"|blueyonder|tiscali|zoho|hey|pm"
)
_SPELT_DOMAIN = re.compile(rf"dot|\sstop\s|\spoint\s|^(?:{_PROVIDER})\.", re.I)
_STAFF_DOMAIN = re.compile(r"(?:justice|moj|hmcts|cjsm|police|probation|parole|nhs)\.", re.I)
_ENDING = re.compile(r"\b(?:com|org|net|uk|gov|io|me|info|co|eu|ie|example)$", re.I)
_BEFORE_THE_AT = re.compile(r"(?<![\w.@])[\w.+\-]{3,40}@(?:[\w\-]{2,40}(?![\w@]))?")
# Nobody says "at gmail" of anything but an address.
_BARE_PROVIDER = re.compile(
    r"(?<![\w.+\-])(?:[\w+.\-]{1,30}\s){0,2}?[\w+.\-]{1,30}(?:\s(?:at|on)\s|,?\s\(?)"
    rf"(?:{_MAIL_ALONE})\b(?!\s?\.|\sdot)",
    re.I,
)
# What has a figure, a dot or an underscore in it is an account and no person's job.
_CODED = re.compile(
    r"(?<![\w.+\-])(?=[a-z]{0,30}[\d._])(?=[\d._]{0,9}[a-z])[\w+.\-]{3,40}\s(?:at|on)\s"
    rf"(?:{_PROVIDER})\b(?!\s?\.|\sdot|\s\d)",
    re.I,
)
_MY_MAIL = re.compile(
    r"\b(?:i'm|im|i am|it's|its|me on|e?-?mail(?:\sme| is|'s)?|me at|write to|is|:)[\s,:]{1,2}$",
    re.I,
)


def emails(text: str) -> Iterator[Span]:
    """Find e-mail addresses, also with "at" and "dot" in words or brackets."""
    text = unbroken(text)
    for match in _EMAIL.finditer(text):
        yield Span(match.start(), match.end(), "EMAIL")
    yield from _spelt(text)
    for pattern in (_BEFORE_THE_AT, _CODED):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "EMAIL")
    for match in _BARE_PROVIDER.finditer(text):
        for start in _word_starts(match):
            if _MY_MAIL.search(text, max(0, start - 14), start):
                yield Span(start, match.end(), "EMAIL")
                break


def _spelt(text: str) -> Iterator[Span]:
    position = 0
    while match := _SPELT_EMAIL.search(text, position):
        domain = match["domain"]
        account = match["account"].split()[0]
        by_staff = _STAFF_DOMAIN.match(domain) and not is_ordinary(account.lower())
        if (by_staff or _SPELT_DOMAIN.search(domain)) and _ENDING.search(domain):
            yield Span(_from_first_name(text, match.start()), match.end(), "EMAIL")
            position = match.end()
        else:  # "write to me at jo dot b at …": the address may begin after the first "at".
            position = match.start("domain")


def _from_first_name(text: str, start: int) -> int:
    """Return where an address begins that is said as "jo bloggs 62 at", in several words."""
    before = re.search(r"(?<!\w)([a-z]{2,20}) $", text[max(0, start - 22) : start], re.I)
    name = before[1].lower() if before else ""
    told = name in first_names() and not is_ordinary(name)
    return start - len(name) - 1 if told else start


def _word_starts(match: re.Match[str]) -> list[int]:
    """Return where each word of a match begins: a name said in words has no sure beginning."""
    return [match.start() + word.start() for word in re.finditer(r"\S+", match.group())]
