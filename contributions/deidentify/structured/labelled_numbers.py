"""Numbers in any grouping after a label that is used for nothing else: "NHS 94 34 765919"."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import is_ordinary
from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

_CALLED_NUMBER = r"(?:no|num|number|ref|reference|id)\b\.?"
_LABELS = (
    (
        "CASE_ID",
        4,
        r"crn|noms|nomis|pnc|cro|asn|urn|n?delius|visor|(?:prison(?:er)?|oasys|crime|case|booking"
        rf"|custody|arrest|parole|mappa|tribunal|complaint) {_CALLED_NUMBER}",
    ),
    ("NHS", 6, rf"n ?h ?s|chi|(?:hospital|patient|medical) {_CALLED_NUMBER}"),
    ("NINO", 6, r"n\.?i\.?(?:n\.?o\.?)?|nat(?:ional|\.)? ins(?:urance|\.)?"),
    (
        "STAFF_ID",
        4,
        r"payroll|trn|(?:staff|employee|personnel|clock|works|pension|oracle|esr|sop|sscl|union"
        rf"|membership|warrant|collar|badge|pin|registration|roll|licence) {_CALLED_NUMBER}",
    ),
    (
        "BANK",
        6,
        r"(?:bank )?(?:account|acc|acct|a/c)|sort(?:[ -]?code)?|s/c|iban|amex|visa|mastercard"
        rf"|(?:credit |debit |bank )?card {_CALLED_NUMBER}|utr",
    ),
)
# A full stop before a space ends the sentence, and with it the number.
_JOIN = r"(?:[ \-/*_:]{1,2}|\.(?=\w))"
_PIECE = r"(?:[A-Za-z]{0,4}\d{1,12}[A-Za-z]{0,3}|[A-Za-z]{1,3}(?![A-Za-z]))"
_SHAPES = tuple(
    (
        category,
        digits,
        re.compile(
            rf"(?<![\w/])(?:{label})(?:'s)?(?: {_CALLED_NUMBER})?[\s.:#=(,\"'\-]{{1,4}}"
            r"(?:(?:is|was|it's|of) )?"
            rf"(?P<number>{_PIECE}(?:{_JOIN}{_PIECE}){{0,7}})(?![\w%]|[.,]\d)",
            re.I,
        ),
    )
    for category, digits, label in _LABELS
)
_DATE_OR_YEAR = re.compile(
    r"(?:(?:19|20)\d\d(?:[\-/](?:(?:19|20)\d\d|\d\d))?|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4})(?!\d)"
)


def labelled_numbers(text: str) -> Iterator[Span]:
    """Find what follows the name of a kind of number, however it is grouped."""
    text = unbroken(text)
    for category, digits, shape in _SHAPES:
        for match in shape.finditer(text):
            start, end = _coded(text, match.start("number"), match.end("number"))
            code = text[start:end]
            if sum(c.isdigit() for c in code) >= digits and not _DATE_OR_YEAR.match(code):
                yield Span(start, end, category)


_WORD = re.compile(r"[A-Za-z]+")
_AND_REST = re.compile(r"[A-Za-z]{1,3}\W{1,2}")


def _coded(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without plain words before and after the code."""
    while word := _AND_REST.match(text, start, end):
        letters = word.group().rstrip(" -./*_:")
        if len(letters) == 1 or letters.isupper() or not is_ordinary(letters.lower()):
            break
        start = word.end()
    while True:
        last = max(text.rfind(mark, start, end) for mark in " -./*_:") + 1
        tail = text[max(last, start) : end]
        if last <= start or not _WORD.fullmatch(tail):
            return start, end
        if tail.isupper() and tail not in ("A", "I") or len(tail) > 1 and not is_ordinary(tail):
            return start, end
        if len(tail) == 1 and tail not in "aAiI":
            return start, end
        end = last - 1
