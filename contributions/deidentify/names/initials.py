"""Initials and single letters that stand for a person."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import (
    is_family_name,
    is_kept_word,
    is_ordinary,
    kept_words_lower,
    towns,
)
from contributions.deidentify.normalise import without_accents
from contributions.deidentify.spans import Span
from contributions.deidentify.vocabulary import BEING, HUMAN_VERBS, ROLES, TELLING, TITLES, word_set

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
# "It's under D Szymanska": without the dot the surname must be one of the list, or no word.
_WITH_SURNAME_UNDOTTED = re.compile(
    r"(?<![\w.&/'\-])(?P<before>[A-Za-z]{1,20} )?"
    r"(?P<name>[B-HJ-Z] (?P<surname>[A-Z][^\W\d_]{2,30}))(?![\w\-])"
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
    r"|i am|let's say|let us say|known as|signs? as) "
    r"(?P<name>[B-HJ-Z])(?=[.,;:)\s]|$)(?!\.[A-Za-z])",
    re.I,
)
# "K said", "I told M that": what only people do, with a letter for the person.
_LETTER_ACTS = re.compile(
    r"(?<![\w.&/'\-])(?P<before>[A-Za-z]{1,20} )?(?P<name>[B-HJ-Z])(?!\.?\w)"
    r"(?=(?:\.? (?P<verb>[a-z']{2,12}))?)"
)
_LETTERED_THINGS = word_set(
    """band grade wing block plan option tier section part annex level category cat class type
    hepatitis vitamin unit room form appendix schedule figure team group side cell key line
    stage phase table point item exhibit spur house houseblock landing grades gate zone site
    floor bay the a an hep channel company platform road"""
)
# "K. and L. are both here", "J.B. wrote it and MK countersigned", "and K, that's his name, left"
_LETTER_PAIR = re.compile(r"(?<![\w.])(?P<one>[A-Z]\.?),? (?:and|&) (?P<other>[B-HJ-Z]\.)(?![\w.])")
_LETTER_DID = re.compile(
    r"(?<![\w.&/'\-])(?P<before>[A-Za-z]{1,20} )?(?P<name>[B-HJ-Z]) [a-z]{2,12}(?<!e)ed\b"
)
_LETTERS_ARE = re.compile(
    r"(?<![\w.&/'\-])(?P<before>[A-Za-z]{1,20} )?(?P<name>[B-HJ-Z]|[A-Z]{2})"
    r"(?= (?:is|was|has|had|isn't|wasn't|hasn't|will|won't|can't|didn't)\b|'s (?:mum|mam|dad"
    r"|brother|sister|partner|wife|husband|desk|shift|case)\b)"
)
_PAIR_ACTS = re.compile(r"(?<![\w.&/'\-])(?P<name>[A-Z]{2}) (?P<verb>[a-z']{2,14})\b")
_NO_PERSON = word_set(
    """HR IT GP PO MP MD PA HQ TV UK EU US UN QA AP PM VP CJ DV DA MH BT EE BA VW GE NI OM PP RO
    LA CA PC DC DS DI CI AI ID OK IQ PE RE AA RA TA NO GO SO WE HE IF IS IN ON OR TO UP MY ME
    US BY BE AS AT AN AM DO IT OF VR XR DJ MC JP QC KC DL CC UC SI SS TR CP AC RP RM EA EM CM
    CW AD TM"""
)


def initials(text: str) -> Iterator[Span]:
    """Find initials used as a name, alone or before a surname, and a letter for a person."""
    spans = [*_shaped(text), *_letters_alone(text)]
    yield from spans
    yield from _same_letters(text, spans)


def _shaped(text: str) -> Iterator[Span]:
    for match in _WITH_SURNAME.finditer(text):
        surname = match["surname"].lower().partition("'")
        surname = match["surname"].lower() if len(surname[0]) == 1 else surname[0]
        if not is_ordinary(surname) and not is_kept_word(match["surname"]):
            yield Span(match.start(), match.end(), "PERSON")
    for match in _WITH_SURNAME_UNDOTTED.finditer(text):
        surname = without_accents(match["surname"]).lower()
        thing = (match["before"] or "").strip().lower() in _LETTERED_THINGS
        known = is_family_name(surname) and not is_ordinary(surname) and surname not in towns()
        if known and not thing and not is_kept_word(match["surname"]):
            yield Span(*match.span("name"), "PERSON")
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
        title = match.group()[:2].lower() in ("mr", "ms") and match.group()[2] in "s "
        if match["name"].isupper() or title:
            yield Span(match.start("name"), match.end("name"), "PERSON")


def _letters_alone(text: str) -> Iterator[Span]:
    """Find letters that stand for people by what they do, and the same letters elsewhere."""
    spans = []
    for match in _LETTER_PAIR.finditer(text):
        spans += [Span(*match.span(part), "PERSON") for part in ("one", "other")]
    for match in _LETTER_DID.finditer(text):
        if (match["before"] or "").strip().lower() not in _LETTERED_THINGS:
            spans.append(Span(*match.span("name"), "PERSON"))
    dotted = _INITIALS.search(text) is not None
    for match in _PAIR_ACTS.finditer(text):
        acts = match["verb"] in HUMAN_VERBS or (dotted and match["verb"].endswith("ed"))
        if acts and match["name"] not in _NO_PERSON and not is_abbreviation(match["name"]):
            spans.append(Span(*match.span("name"), "PERSON"))
    if dotted:
        # Where people go by initials, "H is back" and "LJ has done nothing" tell of people too.
        for match in _LETTERS_ARE.finditer(text):
            thing = (match["before"] or "").strip().lower() in _LETTERED_THINGS
            name = match["name"]
            word = len(name) > 1 and (name in _NO_PERSON or is_abbreviation(name))
            if not thing and not word:
                spans.append(Span(*match.span("name"), "PERSON"))
    yield from spans


def _same_letters(text: str, spans: list[Span]) -> Iterator[Span]:
    """Find the letters already found wherever else they stand by themselves."""
    letters = {text[span.start : span.end].replace(".", "") for span in spans}
    for letter in sorted(found for found in letters if len(found) < 3 and found.isalpha()):
        if letter in "AI":
            continue
        alone = re.compile(
            rf"(?<![\w.&/'\-£$])(?P<before>[A-Za-z]{{1,20}} )?(?P<name>{letter})(?![\w&/\-])"
        )
        for match in alone.finditer(text):
            if (match["before"] or "").strip().lower() not in _LETTERED_THINGS:
                yield Span(*match.span("name"), "PERSON")


def is_abbreviation(word: str) -> bool:
    """Tell whether letters are a word, a grade or a body rather than initials."""
    lower = word.lower()
    return is_ordinary(lower) or lower in kept_words_lower() or lower in ROLES or lower in TITLES
