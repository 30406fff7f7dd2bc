"""Names with letters parted, starred out or swapped for figures: "K-a-r-e-n", "K4ren", "K*ren"."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import first_names, is_ordinary, surnames
from contributions.deidentify.spans import Span

_PARTED = re.compile(
    r"(?<![\w'])[A-Za-z](?:(?P<gap>[ \-.*_])[A-Za-z])(?:(?P=gap)[A-Za-z]){1,14}(?![\w'])"
)
_SWAPPED = re.compile(r"(?<![\w@#/.\-*])[A-Z](?=\w*[\d@$!*|])[A-Za-z\d@$!*|]{2,14}(?![\w@*|])")
_LETTERS = str.maketrans("4@3€1!|05$7", "aaeeiiioss" + "t")
_VOWELS = "aeiouy"


def disguised_names(text: str) -> Iterator[Span]:
    """Find names whose disguise still lets a reader see the name."""
    for match in _PARTED.finditer(text):
        name = re.sub(r"[^A-Za-z]", "", match.group()).lower()
        if _is_name(name):
            yield Span(match.start(), match.end(), "PERSON")
    for match in _SWAPPED.finditer(text):
        written = match.group()
        code = written[1:2].isdigit() and written[-1].isdigit()
        if code or sum(character.isalpha() for character in written) < 2:
            continue
        plain = written.lower().translate(_LETTERS)
        # A star may stand for any vowel; without a star all these are the same.
        if any(_is_name(plain.replace("*", vowel)) for vowel in _VOWELS):
            yield Span(match.start(), match.end(), "PERSON")


def _is_name(name: str) -> bool:
    listed = name in first_names() or name in surnames()
    return len(name) > 2 and listed and not is_ordinary(name)
