"""Numbers as people write them, in figures or in words."""

import re

_ONES = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: number for number, word in enumerate(_ONES, 1)}
_VALUES |= {word: number * 10 for number, word in enumerate(_TENS, 2)}
_VALUES |= {"fourty": 40, "dozen": 12, "score": 20, "couple": 2}

_UNITS = "|".join(_ONES[:9])
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)}|fourty)(?:[ -](?:{_UNITS})\b)?|{'|'.join(reversed(_ONES))})"
)

# One number: 43, 43ish, forty-three, a hundred and sixty-odd, a dozen, two and a half.
IN_WORDS = (
    rf"(?:(?:(?:a|{_UNITS}) hundred(?: and)?(?: {_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
    r"|(?:half )?a dozen|(?:two|three) dozen)"
)
NUMBER = (
    rf"(?:(?<![\d,])\d{{1,3}}(?!\d|,\d)(?:\.5|½)?|{IN_WORDS})(?:[ -]?odd\b|ish\b"
    rf"|[ -]?something\b|\+| plus\b|"
    rf" or so\b"
    rf"| and a half\b)?"
)
AGE_NUMBER = rf"(?:[1-9]\d|(?:{'|'.join(_TENS)})(?:[ -](?:{_UNITS})\b)?|{'|'.join(_ONES[9:])})"

_FIGURES = re.compile(r"\d{1,3}(?!\d)")
_WORDS = re.compile(rf"\b{IN_WORDS}\b", re.I)
_FIND = re.compile(
    rf"(?<![\d,.])(?:\d{{1,3}}(?:\.5|½)?(?![\d,])|\b{IN_WORDS}\b)(?:[ -]?odd\b|ish\b|\+)?", re.I
)


def find_number(words: str) -> re.Match[str] | None:
    """Return the first number in some words, as a match."""
    return _FIND.search(words)


def value_of(number: str) -> int:
    """Return the whole number that some words say, or 0 when they say none."""
    figures = _FIGURES.search(number)
    if figures:
        return int(figures.group())
    total = 0
    for word in re.findall(r"[a-z]+", number.lower()):
        total = max(total, 1) * 100 if word == "hundred" else total + _VALUES.get(word, 0)
    return total
