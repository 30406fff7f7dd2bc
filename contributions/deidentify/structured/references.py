"""Numbers known by their shape: case, prison, staff, health and insurance numbers."""

import re
from collections.abc import Iterator

from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

_GAP = r"[ \t\n\-./]{0,2}"
_NINO = re.compile(
    rf"(?<![\w/\-])[A-Z] ?[A-Z](?:{_GAP}\d ?\d){{3}}(?:{_GAP}[A-D](?!\w)|(?![\w/\-]))", re.I
)
_NINO_CONTEXT = re.compile(r"\b(?:n\.?i\.?n?o?|national insurance|insurance (?:no|number))\b", re.I)
_NHS = re.compile(r"(?<![\w+.,/£\-])\d{3}[ .\-]?\d{3}[ .\-]?\d{4}(?![\w/]|[.,]\d)")
_NHS_CONTEXT = re.compile(r"\b(?:nhs|gp|patient|medical|hospital)\b", re.I)

_CASE_SHAPES = re.compile(
    r"(?<![\w/\-])(?:"
    r"[A-Z]{1,2}[ \-]?\d{3}[ \-]?\d{3}|[A-Z](?=(?: ?\d){6}(?!\w))(?:\d{1,2} ){1,5}\d{1,2}"  # CRN
    r"|[A-Z][ \-]?\d(?:[ \n\-]?\d){3}[ \n\-]?[A-Z] ?[A-Z]"  # prison number
    r"|[a-z]\d{4}[a-z]{2}|[a-z][ \-]?\d{3}[ \-]?\d{3}"  # both in lower case, unspaced
    r"|(?:19|20)?\d{2} ?/ ?\d{1,7} ?[A-HJ-NP-RT-Za-hj-np-rt-z]"  # PNC
    r"|(?:19|20)?\d{9}[A-HJ-NP-RT-Z]|(?:19|20)\d{2} \d{7}[A-HJ-NP-RT-Z]"
    r"|\d{1,6}/\d{2}[A-HJ-NP-RT-Z]|SF\d{2}/\d{1,6}[A-HJ-NP-RT-Z]"  # CRO
    r"|\d{2}/?[A-Z0-9]{4,5}/?[A-Z0-9]{2}/?\d{3,11}[A-HJ-NP-RT-Z]"  # arrest summons
    r"|\d{2}[A-Z][A-Z0-9]\d{5,7}|\d{2}[A-Z0-9][A-Z]\d{5,7}"  # prosecution team
    r"|\d{5,7}/(?:19|20)\d{2}|\d{2}[A-Z]?/\d{4,7}/\d{2}"  # tribunal, crime number
    r"|(?=(?:[A-Z]{0,5}\d){5})\d{0,8}[A-Z][A-Z\d]{5,12}|[a-z]{1,3}\d{5,8}"  # any such code
    r"|[TASU] ?(?:19|20)\d{2} ?\d{4}"  # Crown Court
    r"|(?!(?:[A-Z]{2}(?:19|20)\d{2}))[A-Z]{2}\d{4}"  # old prison number
    r"|\d{2}[A-Z]{2}/\d{4,6}/\d{2}"  # police file
    r"|[A-Z]{2,5}/(?:19|20)\d{2}/\d{2,6}"  # a review of the year
    r"|[A-Z]{1,4}\d{4,8}(?:[/\-]\d{1,4})|[A-Z]{2}\d{4}[A-Z]{2}/\d{1,3}"
    r"|[A-Z9]{5} ?\d[0156]\d[0-3]\d\d ?[A-Z9]{2}[A-Z0-9] ?[A-Z0-9]{2}"  # driving licence
    r")(?![\w/]|-\d)"
)
_STAFF_SHAPES = re.compile(
    r"(?<![\w/\-])(?:(?:[A-Z]\d{2}|[A-Z]{3})[A-Z]\d{3}"
    r"|[A-Z]\d{5}|[A-Z]{3}\d{2}[A-Z]|\d{2}[A-Z]\d{4}[A-Z]"
    r"|[A-Z]{1,5}(?:[\-/][A-Z]{1,4})?[\-/](?!(?:19|20)\d{2}(?!\d))\d{4,9}(?:[\-/][A-Z0-9]{1,3})?"
    r")(?![\w/]|-\d)"
)


def insurance_numbers(text: str) -> Iterator[Span]:
    """Find National Insurance numbers, however they are spaced."""
    text = unbroken(text)
    for match in _NINO.finditer(text):
        letters = match.group().isupper() and match.group()[:2] not in ("GB", "TO", "NO", "IN")
        # In lower case only the whole shape is sure, with its last letter.
        letters = letters or (match.group()[-1].isalpha() and " " not in match.group()[:2])
        if letters or _near(_NINO_CONTEXT, text, match.start()):
            yield Span(match.start(), match.end(), "NINO")


def health_numbers(text: str) -> Iterator[Span]:
    """Find NHS numbers: in their usual grouping, by their check digit, or by what is said."""
    text = unbroken(text)
    for match in _NHS.finditer(text):
        grouped = not match.group().isdigit()
        if grouped or _nhs_checks(match.group()) or _near(_NHS_CONTEXT, text, match.start()):
            yield Span(match.start(), match.end(), "NHS")


def case_numbers(text: str) -> Iterator[Span]:
    """Find numbers of cases, prisoners, records and licences by their shape."""
    text = unbroken(text)
    for match in _CASE_SHAPES.finditer(text):
        yield Span(match.start(), match.end(), "CASE_ID")


def staff_numbers(text: str) -> Iterator[Span]:
    """Find staff codes and employers' references by their shape."""
    text = unbroken(text)
    for match in _STAFF_SHAPES.finditer(text):
        yield Span(match.start(), match.end(), "STAFF_ID")


def _near(context: re.Pattern[str], text: str, start: int) -> bool:
    return context.search(text, max(0, start - 40), start) is not None


def _nhs_checks(number: str) -> bool:
    digits = [int(character) for character in number if character.isdigit()]
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == digits[9]
