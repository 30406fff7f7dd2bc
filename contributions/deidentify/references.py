"""Numbers that belong to one person: case, prison, staff, health, insurance, vehicle, bank."""

import re
from collections.abc import Iterator

from .lexicon import is_kept_word, is_ordinary
from .spans import Span

_GAP = r"[ \t\n\-./]{0,2}"
_NINO = re.compile(
    rf"(?<![\w/\-])[A-Z] ?[A-Z](?:{_GAP}\d ?\d){{3}}(?:{_GAP}[A-D](?!\w)|(?![\w/\-]))", re.I
)
_NINO_CONTEXT = re.compile(r"\b(?:n\.?i\.?n?o?|national insurance|insurance (?:no|number))\b", re.I)
_NHS = re.compile(r"(?<![\w+.,/£\-])\d{3}[ \-]?\d{3}[ \-]?\d{4}(?![\w/]|[.,]\d)")
_NHS_CONTEXT = re.compile(r"\b(?:nhs|gp|patient|medical|hospital)\b", re.I)

_CASE_SHAPES = re.compile(
    r"(?<![\w/\-])(?:"
    r"[A-Z]{1,2}\d{3} ?\d{3}"  # CRN
    r"|[A-Z][ \-]?\d(?:[ \n\-]?\d){3}[ \n\-]?[A-Z] ?[A-Z]"  # prison number
    r"|[a-z]\d{4}[a-z]{2}|[a-z]\d{6}"  # both in lower case, unspaced
    r"|(?:19|20)?\d{2} ?/ ?\d{1,7} ?[A-HJ-NP-RT-Za-hj-np-rt-z]"  # PNC
    r"|(?:19|20)?\d{9}[A-HJ-NP-RT-Z]"
    r"|\d{1,6}/\d{2}[A-HJ-NP-RT-Z]|SF\d{2}/\d{1,6}[A-HJ-NP-RT-Z]"  # CRO
    r"|\d{2}/?[A-Z0-9]{4,5}/?[A-Z0-9]{2}/?\d{3,11}[A-HJ-NP-RT-Z]"  # arrest summons
    r"|\d{2}[A-Z][A-Z0-9]\d{5,7}|\d{2}[A-Z0-9][A-Z]\d{5,7}"  # prosecution team
    r"|\d{5,7}/(?:19|20)\d{2}|\d{2}[A-Z]?/\d{4,7}/\d{2}"  # tribunal, crime number
    r"|(?=(?:[A-Z]{0,5}\d){5})\d{0,8}[A-Z][A-Z\d]{5,12}|[a-z]{1,3}\d{5,8}"  # any such code
    r"|[TASU]\d{4} ?\d{4}"  # Crown Court
    r"|[A-Z9]{5} ?\d[0156]\d[0-3]\d\d ?[A-Z9]{2}[A-Z0-9] ?[A-Z0-9]{2}"  # driving licence
    r")(?![\w/]|-\d)"
)
_STAFF_SHAPES = re.compile(
    r"(?<![\w/\-])(?:(?:[A-Z]\d{2}|[A-Z]{3})[A-Z]\d{3}"
    r"|[A-Z]\d{5}|[A-Z]{3}\d{2}[A-Z]|\d{2}[A-Z]\d{4}[A-Z]"
    r"|[A-Z]{1,5}(?:[\-/][A-Z]{1,4})?[\-/](?!(?:19|20)\d{2}(?!\d))\d{4,9}(?:[\-/][A-Z0-9]{1,3})?"
    r")(?![\w/]|-\d)"
)
_LONG_NUMBER = re.compile(r"(?<![\w+.,/£$\-])\d{8,14}(?![\w/]|[.,]\d)")

_CASE_WORDS = (
    r"crn|delius|noms|nomis|prison (?:no|num|number)|pnc|cro|asn|urn|case (?:no|num|number|ref)"
    r"|booking(?: number)?|oasys(?: id)?|assessment id|event (?:no|number)"
    r"|incident (?:no|number|ref)|crime (?:ref|number)|(?:given a |police |incident )log"
    r"|passport(?: no| number)?|(?:file|tribunal|complaint|hearing|appeal) (?:no|number|ref)|cad"
    r"|driving licence(?: number)?|claim (?:no|number|ref)|t number"
)
_STAFF_WORDS = (
    r"staff (?:no|num|number|id|code)|employee (?:no|num|number|id|ref|reference)"
    r"|payroll(?: number)?|pension (?:no|number)|collar number|warrant number|badge(?: number)?"
    r"|personnel number|pin|esr|quantum(?: id)?|user ?name|user ?id|log-?in|shoulder number|hcpc"
    r"|nmc|social work england|registration number|membership (?:no|number)|member no|warrant"
    r"|collar"
    r"|assignment number|officer code|datix(?: reference)?|grievance ref|ref|reference|id number"
)
_NAMED = re.compile(
    rf"\b(?:(?P<case>{_CASE_WORDS})|(?:{_STAFF_WORDS}))\b[\s.:#=(\"'\-]{{1,4}}"
    r"(?:(?:no|num|number|is|was|of|ending|his|her|my)\b[\s.:#(\"'\-]{1,3}){0,2}"
    r"(?P<number>[A-Za-z]{0,4}[ \-/]?\d[\dA-Za-z/\-]{2,19}(?: \d{2,6}){0,3}(?: ?[A-Z](?!\w))?)",
    re.I,
)

_PLATE = re.compile(r"(?<![\w/\-])[A-HJ-PR-Y]{2}\d{2} ?(?P<letters>[A-HJ-PR-Z]{3})(?![\w/])")
_OLD_PLATE = re.compile(
    r"(?<![\w/\-])(?:[A-HJ-NPR-TV-Y]\d{1,3} ?(?P<after>[A-HJ-PR-Z]{3})"
    r"|(?P<before>[A-HJ-PR-Z]{3}) ?\d{1,3}[A-HJ-NPR-TV-Y])(?![\w/])"
)
_ANY_PLATE = re.compile(r"(?<![\w/\-])(?=\w*\d)[a-z]{1,3} ?\d{1,4} ?[a-z]{0,3}(?![\w/])", re.I)
_PLATE_CONTEXT = re.compile(
    r"\b(?:reg|registration|plate|number plate|vrm)\b[\s.:#(\"']{0,3}"
    r"(?:(?:no|is|was|number)\b\s?)?$",
    re.I,
)

_BANKS = r"(?:Halifax|Barclays|Lloyds|NatWest|HSBC|Santander|Monzo|Nationwide|TSB|Starling|RBS)"
_SORT_CODE = re.compile(
    rf"(?:\b{_BANKS} )?(?<![\w/\-])\d{{2}}(?P<gap>[\- ])\d{{2}}(?P=gap)\d{{2}}(?![\w\-])"
    r"(?P<account>(?:[^\w\n]|acc(?:ount)?|a/c|no|number){0,20}?\b\d{8}\b)?",
    re.I,
)
_ACCOUNT = re.compile(
    r"\b(?:account|acc|a/c|acct)\b[^\d\n]{0,20}(?P<number>\d{8}|\d{4} \d{4})\b", re.I
)
_BARE_SORT_CODE = re.compile(r"\bsort ?code\b[^\d\n]{0,12}(?P<number>\d{6})\b", re.I)
_BANK_CONTEXT = re.compile(r"\b(?:sort|bank|account|acc|a/c|paid|pay|remittance)\b", re.I)
_CARD = re.compile(r"(?<![\w\-])\d{4}([ \-]?)\d{4}\1\d{4}\1\d{4}(?![\w\-])")
_IBAN = re.compile(r"\bGB\d{2} ?[A-Z]{4} ?(?:\d{4} ?){3}\d{2}\b", re.I)


def insurance_numbers(text: str) -> Iterator[Span]:
    """Find National Insurance numbers, however they are spaced."""
    for match in _NINO.finditer(text):
        letters = match.group().isupper() and match.group()[:2] not in ("GB", "TO", "NO", "IN")
        if letters or _near(_NINO_CONTEXT, text, match.start()):
            yield Span(match.start(), match.end(), "NINO")


def health_numbers(text: str) -> Iterator[Span]:
    """Find NHS numbers: in their usual grouping, by their check digit, or by what is said."""
    for match in _NHS.finditer(text):
        grouped = not match.group().isdigit()
        if grouped or _nhs_checks(match.group()) or _near(_NHS_CONTEXT, text, match.start()):
            yield Span(match.start(), match.end(), "NHS")


def case_numbers(text: str) -> Iterator[Span]:
    """Find numbers of cases, prisoners, records and licences by their shape."""
    for match in _CASE_SHAPES.finditer(text):
        yield Span(match.start(), match.end(), "CASE_ID")


def staff_numbers(text: str) -> Iterator[Span]:
    """Find staff codes and employers' references by their shape."""
    for match in _STAFF_SHAPES.finditer(text):
        yield Span(match.start(), match.end(), "STAFF_ID")


def named_numbers(text: str) -> Iterator[Span]:
    """Find numbers by what the text calls them, and any number too long for a quantity."""
    for match in _NAMED.finditer(text):
        if sum(character.isdigit() for character in match["number"]) >= 4:
            category = "CASE_ID" if match["case"] else "STAFF_ID"
            yield Span(match.start("number"), match.end("number"), category)
    for match in _LONG_NUMBER.finditer(text):
        yield Span(match.start(), match.end(), "CASE_ID")


def plates(text: str) -> Iterator[Span]:
    """Find number plates: the modern shape anywhere, others where the text does not forbid."""
    for match in _PLATE.finditer(text):
        yield Span(match.start(), match.end(), "VEHICLE")
    for match in _OLD_PLATE.finditer(text):
        letters = match["after"] or match["before"]
        if not (is_ordinary(letters.lower()) or is_kept_word(letters)):
            yield Span(match.start(), match.end(), "VEHICLE")
    for match in _ANY_PLATE.finditer(text):
        if _PLATE_CONTEXT.search(text, max(0, match.start() - 40), match.start()):
            yield Span(match.start(), match.end(), "VEHICLE")


def bank_details(text: str) -> Iterator[Span]:
    """Find sort codes, account and card numbers."""
    for match in _SORT_CODE.finditer(text):
        day, month, _ = (int(pair) for pair in re.findall(r"\d\d", match.group())[:3])
        like_a_date = 1 <= day <= 31 and 1 <= month <= 12
        sure = match["gap"] == "-" and not like_a_date
        if sure or match["account"] or _near(_BANK_CONTEXT, text, match.start()):
            yield Span(match.start(), match.end(), "BANK")
    for pattern in (_ACCOUNT, _BARE_SORT_CODE):
        for match in pattern.finditer(text):
            yield Span(match.start("number"), match.end("number"), "BANK")
    for pattern in (_CARD, _IBAN):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "BANK")


def _near(context: re.Pattern[str], text: str, start: int) -> bool:
    return context.search(text, max(0, start - 40), start) is not None


def _nhs_checks(number: str) -> bool:
    digits = [int(character) for character in number if character.isdigit()]
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == digits[9]
