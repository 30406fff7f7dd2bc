"""Names that the text itself introduces: "my name is", "called", a greeting, initials."""

import re
from collections.abc import Iterator

from .lexicon import first_names, is_kept_word, is_ordinary, surnames
from .spans import Span
from .vocabulary import NICKS, ROLES, SOMEBODY, TITLES

_NAME = r"(?P<name>[^\W\d_][^\W\d_'\-]{0,30}(?:[ '\-][^\W\d_][^\W\d_'\-]{0,30}){0,3})"
_SELF = re.compile(
    r"\b(?:my|his|her|their|full|real) (?:(?:full|real|first|last) )?name(?:'s| is|s|:| was)"
    rf"[ \"']{{1,2}}{_NAME}"
    rf"|(?<![^\n,;(>|*])[ \t]{{0,3}}name: {{0,3}}(?P<field>[^\W\d_][^\n,;|/]{{1,40}})",
    re.I,
)
_CALLED = re.compile(
    r"\b(?P<who>[^\W\d_]{1,20})(?: (?:is|was|who's|who is|that))?"
    rf",? (?:called|named|nicknamed|known as),? \"?{_NAME}",
    re.I,
)
_CALL_HIM = re.compile(
    rf"\bcall(?:s|ed)? (?:him|her|me|them) \"?(?:(?:mr|mrs|ms|miss) )?{_NAME}", re.I
)
_HERE = re.compile(
    r"\b(?:i'm|i am|im|it's|its|this is) (?P<name>[^\W\d_]{2,20}) (?:from|here)\b", re.I
)
_SIGNED = re.compile(
    r"\b(?:[Rr]egards|[Rr]gds|[Ss]incerely|[Ff]aithfully|[Yy]ours|[Ss]igned|[Dd]ear|[Hh]iya?"
    r"|[Hh]ello|[Hh]ey|[Cc]heers|[Aa]ttn|[Cc][Cc]|[Ff]rom:|[Tt]o:)[:,]?[ \n]{1,3}"
    r"(?P<name>(?:[A-Z]\. ?)?[A-Z][^\W\d_]{1,20}(?:[ '\-][A-Z][^\W\d_]{0,20}){0,2})"
)
_ABBREVIATION = re.compile(
    r"(?:U\.K|U\.S|U\.N|E\.U|N\.B|P\.S|A\.M|P\.M|H\.M|B\.A|M\.A|C\.V|D\.V|T\.V|I\.T|H\.R|N\.I|U\.S\.A"
    r"|D\.O\.B|R\.I\.P|Q\.C|K\.C)\.?"
)
_INITIALS = re.compile(r"(?<![\w.])[A-Z]\.(?:(?: ?[A-Z]\.){1,2}|[A-Z](?![\w.]))(?!\w)")
_SPELT_INITIALS = re.compile(
    r"\binitials? (?:are |is |were )?(?P<name>[A-Z]{1,2}(?:c|ac)?[A-Z]{0,2})\b"
)
_WITH_SURNAME = re.compile(
    r"(?<![\w.])(?:[A-Z]\. ?){1,3}(?P<surname>[A-Z][^\W\d_]{1,40}(?:['\-][^\W\d_]{1,40}){0,3})"
)
_LETTER = re.compile(
    r"\b(?P<role>[A-Za-z]{2,14}),? (?P<name>[B-HJ-Z])"
    r"(?=[,.;:)?!]|'s| (?:and|who|was|is|has|said|told)\b)"
)


def introduced_names(text: str) -> Iterator[Span]:
    """Find names that follow "my name is", "called", a greeting or the end of a letter."""
    for match in _SELF.finditer(text):
        group = "name" if match["name"] else "field"
        yield from _name(text, match.start(group), match[group], sure=True)
    for match in _CALLED.finditer(text):
        yield from _name(text, match.start("name"), match["name"], match["who"].lower() in SOMEBODY)
    for pattern in (_CALL_HIM, _HERE):
        for match in pattern.finditer(text):
            yield from _name(text, match.start("name"), match["name"], sure=True)
    for match in _SIGNED.finditer(text):
        yield from _name(text, match.start("name"), match["name"], sure=True)


def initials(text: str) -> Iterator[Span]:
    """Find initials used as a name, alone or before a surname, and a letter for a person."""
    for match in _WITH_SURNAME.finditer(text):
        surname = match["surname"].lower().partition("'")
        surname = match["surname"].lower() if len(surname[0]) == 1 else surname[0]
        if not is_ordinary(surname) and not is_kept_word(match["surname"]):
            yield Span(match.start(), match.end(), "PERSON")
    for match in _INITIALS.finditer(text):
        if not _ABBREVIATION.fullmatch(match.group().replace(" ", "")):
            yield Span(match.start(), match.end(), "PERSON")
    for match in _SPELT_INITIALS.finditer(text):
        yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _LETTER.finditer(text):
        if match["role"].lower() in ROLES:
            yield Span(match.start("name"), match.end("name"), "PERSON")


def _name(text: str, start: int, words: str, sure: bool) -> Iterator[Span]:
    """Yield as much of the words as is a name: `sure` lets in names that no list has."""
    end = start
    position = start
    written = False
    for number, word in enumerate(words.split(" ")[:4]):
        stem = word.rstrip(".\"'")
        lower = stem.lower()
        if number == 0 and lower in NICKS | TITLES:
            position += len(word) + 1
            end = position - 1
            continue
        listed = lower in first_names() or lower in surnames()
        capital = stem[:1].isupper()
        if not stem or is_kept_word(stem) or (is_ordinary(lower) and not (capital and listed)):
            break
        if not listed and not (sure and (capital or not written)):
            break
        written = True
        end = position + len(stem)
        position += len(word) + 1
    if written:
        yield Span(start, end, "PERSON")
