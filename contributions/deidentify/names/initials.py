"""Initials and single letters that stand for a person."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import is_kept_word, is_ordinary, kept_words_lower
from contributions.deidentify.spans import Span
from contributions.deidentify.vocabulary import BEING, HUMAN_VERBS, ROLES, TELLING, TITLES

_ABBREVIATION = re.compile(
    r"(?:U\.K|U\.S|U\.N|E\.U|N\.B|P\.S|A\.M|P\.M|H\.M|B\.A|M\.A|C\.V|D\.V|T\.V|I\.T|H\.R|N\.I"
    r"|U\.S\.A"
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
_QUIET_INITIALS = re.compile(
    r"\b(?:my|our|his|her|their|the|old|new|former) (?:[a-z]{2,10} )?(?P<role>[A-Za-z]{2,14}),? "
    r"(?P<name>(?-i:[A-Z]{2,3})|(?!(?:is|as|at|am|an|in|on|or|so|he|we|it|i|a|to|us|of|by|up|if"
    r"|do|go|no)\b)"
    r"[a-z]{1,2})(?=,? (?:just |then |also |never )?(?P<verb>[a-z']{2,14}))",
    re.I,
)
_BY_LETTER = re.compile(
    r"\b(?:mr|mrs|ms|miss|call (?:him|her|them)|calls? me|i was|i'm"
    r"|i am) (?P<name>[B-HJ-Z])(?=[.,;:)\s]|$)(?!\.[A-Za-z])",
    re.I,
)
# "K said", "I told M that": what only people do, with a letter for the person.
_LETTER_ACTS = re.compile(
    r"(?<![\w.&/'\-])(?P<before>[A-Za-z]{1,20} )?(?P<name>[B-HJ-Z])(?!\.?\w)"
    r"(?=(?:\.? (?P<verb>[a-z']{2,12}))?)"
)
_LETTERED_THINGS = frozenset(
    (
        "band",
        "grade",
        "wing",
        "block",
        "plan",
        "option",
        "tier",
        "section",
        "part",
        "annex",
        "level",
    )
)


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
    for match in _QUIET_INITIALS.finditer(text):
        name, verb = match["name"], match["verb"].lower()
        doing = verb in HUMAN_VERBS or verb in BEING
        if match["role"].lower() in ROLES and doing and not is_abbreviation(name):
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _LETTER_ACTS.finditer(text):
        before, verb = (match["before"] or "").strip().lower(), match["verb"]
        acts = verb in HUMAN_VERBS and before not in _LETTERED_THINGS
        if acts or before in TELLING:
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _BY_LETTER.finditer(text):
        if match["name"].isupper():
            yield Span(match.start("name"), match.end("name"), "PERSON")


def is_abbreviation(word: str) -> bool:
    """Tell whether letters are a word, a grade or a body rather than initials."""
    lower = word.lower()
    return is_ordinary(lower) or lower in kept_words_lower() or lower in ROLES or lower in TITLES
