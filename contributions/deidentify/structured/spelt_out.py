"""Numbers and references that are spelt out or spaced, such as "X three two oh seven four one"."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from contributions.deidentify.spans import Span

_TOKEN = re.compile(
    r"\d+|[Nn] [Hh] [Ss](?!\w)|[A-Za-z] for [A-Z][a-z]{2,9}|(?<!['\u2019])(?<![^\W\d_])[^\W\d_]+"
)
_NEW_SENTENCE = re.compile(r"\.?\s{1,3}[AI](?![\w.])")
_GAP = re.compile(r"[\s,.\-*_/():·•]{0,3}")
_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_DIGITS = {
    **{word: str(number) for number, word in enumerate([*_UNITS, *_TEENS])},
    **dict.fromkeys(("oh", "o", "nought", "nil"), "0"),
    "hundred": "00",
}
# Letters as the police and the forces say them, and by their names.
_LETTERS = {
    word: word[0].upper()
    for word in [
        *("alpha", "alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"),
        *("india", "juliet", "juliett", "kilo", "lima", "mike", "november", "oscar", "papa"),
        *("quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey", "whisky", "xray"),
        *("yankee", "zulu", "kay", "jay", "dee", "gee", "pee", "tee", "vee", "zed"),
    ]
} | {"ex": "X", "eff": "F", "aitch": "H", "ell": "L", "el": "L", "em": "M", "en": "N", "ar": "R",
     "ess": "S", "cee": "C", "bee": "B", "ay": "A", "cue": "Q"}  # fmt: skip
_TENS_DIGITS = {word: str(number) for number, word in enumerate(_TENS, start=2)}
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_LONGEST = 22
_MOST_FIGURES = 16
# Shapes so short that letters in small type must not make them by chance.
_LETTERED = ("POSTCODE", "VEHICLE", "NINO")
_REACH = 40

_CASE = re.compile(r"[A-Z]{1,2}\d{6}|[A-Z]\d{4}[A-Z]{2}|[TASU]\d{8}|(?:19|20)?\d{9}[A-Z]")
_SHAPES = (
    ("PHONE", re.compile(r"0\d{9,10}|(?:00)?440?\d{10}"), None),
    ("CASE_ID", _CASE, None),
    ("NINO", re.compile(r"[A-Z]{2}\d{6}[A-D]"), None),
    ("POSTCODE", re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?\d[A-Z]{2}"), None),
    ("VEHICLE", re.compile(r"[A-Z]{2}\d{2}[A-Z]{3}"), None),
    ("NHS", re.compile(r"\d{10}"), re.compile(r"\b(?:n ?h ?s|gp|patient)\b", re.I)),
    ("BANK", re.compile(r"\d{6}|\d{8}"), re.compile(r"\b(?:sort|acc|account|bank|acct)\b", re.I)),
    (
        "DOB",
        re.compile(r"\d{3,8}"),
        re.compile(r"\b(?:d ?o ?b|d\.o\.b\.?|born|birth|birthday)\b", re.I),
    ),
    (
        "CASE_ID",
        re.compile(r"(?=(?:[A-Z]*\d){4})[A-Z\d]{5,16}"),
        re.compile(r"\b(?:crn|noms|nomis|pnc|urn|prison number|case (?:no|number)|ref)\b", re.I),
    ),
    (
        "STAFF_ID",
        re.compile(r"(?=(?:[A-Z]*\d){4})[A-Z\d]{4,12}"),
        re.compile(r"\b(?:staff|payroll|employee|pin|warrant|collar|badge)\b", re.I),
    ),
)


class _Token(NamedTuple):
    start: int
    end: int
    written: str
    digits: str  # What the token stands for: figures or letters.
    word: bool  # Whether a word stands for the figures.


def spelt_out(text: str) -> Iterator[Span]:
    """Find numbers of every kind that are written in words, letter by letter, or far apart."""
    for row in _rows(text):
        position = 0
        while position < len(row):
            found = _number(text, row, position)
            if found is None:
                position += 1
                continue
            count, category = found
            last = row[position + count - 1]
            start = row[position].start
            if category == "PHONE" and text[max(0, start - 5) : start].lower() == "plus ":
                start -= 5
            yield Span(start, last.end, category)
            position += count


def _rows(text: str) -> Iterator[list[_Token]]:
    """Yield rows of tokens that could spell a number, apart by a gap at most."""
    row: list[_Token] = []
    for match in _TOKEN.finditer(text):
        token = _read(match)
        near = bool(row) and _GAP.fullmatch(text, row[-1].end, match.start()) is not None
        near = near and not _NEW_SENTENCE.match(text, row[-1].end)
        if row and not (token and near):
            if len(row) > 2:
                yield row
            row = []
        if token:
            row.append(token)
    if len(row) > 2:
        yield row


def _read(match: re.Match[str]) -> _Token | None:
    written = match.group()
    lower = written.lower()
    if " for " in written:
        return _Token(match.start(), match.end(), lower, written[0].upper(), False)
    if written.isdigit():
        digits = written if len(written) <= 9 else ""
    elif lower in _DIGITS or lower in _TENS_DIGITS or lower in _TIMES:
        return _Token(match.start(), match.end(), lower, "", True)
    elif lower in _LETTERS:
        return _Token(match.start(), match.end(), lower, _LETTERS[lower], False)
    else:
        short = len(written) == 1 or (len(written) <= 3 and written.isupper())
        digits = written.upper() if short and written.isascii() else ""
    return _Token(match.start(), match.end(), lower, digits, False) if digits else None


def _number(text: str, row: Sequence[_Token], start: int) -> tuple[int, str] | None:
    """Return how many tokens from here spell a number, and of what kind, or None."""
    tokens = row[start : start + _LONGEST]
    if not any(token.word or token.digits.isdigit() for token in tokens):
        return None
    spelt = _spelt(tokens)
    words = list(accumulate(token.word for token in tokens))
    singles = list(accumulate(len(token.digits) == 1 for token in tokens))
    shouted = list(accumulate((_is_shouted(text, token) for token in tokens), min))
    before = text[max(0, row[start].start - _REACH) : row[start].start]
    shapes = [
        (category, shape)
        for category, shape, context in _SHAPES
        if context is None or context.search(before)
    ]
    for count in range(len(tokens), 2, -1):
        number, spoken = spelt[count - 1], words[count - 1]
        if not 3 <= len(number) <= _MOST_FIGURES or not (spoken or singles[count - 1] * 2 >= count):
            continue
        for category, shape in shapes:
            if not shape.fullmatch(number):
                continue
            if category not in _LETTERED or shouted[count - 1] or spoken > 1:
                return count, category
    return None


def _is_shouted(text: str, token: _Token) -> bool:
    return (
        token.word
        or token.digits.isdigit()
        or token.end - token.start > len(token.digits)
        or text[token.start].isupper()
    )


def _spelt(tokens: Sequence[_Token]) -> list[str]:
    """Return what is spelt after each of the tokens."""
    result = []
    spelt = tens = ""
    times = 1
    for token in tokens:
        if token.word and token.written in _TIMES:
            times = _TIMES[token.written]
        elif token.word and token.written in _TENS_DIGITS:
            spelt += tens + "0" if tens else ""
            tens = _TENS_DIGITS[token.written]
        else:
            digits = _DIGITS[token.written] if token.word else token.digits
            if tens:
                digits = tens + (digits if len(digits) == 1 and digits.isdigit() else "0" + digits)
                tens = ""
            spelt += digits * times
            times = 1
        result.append(spelt + tens + "0" if tens else spelt)
    return result
