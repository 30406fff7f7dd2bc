"""Public people that the lists know, and whether the text means them or a namesake."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from contributions.deidentify.lexicon import (
    first_names,
    is_ordinary,
    public_cues,
    public_figures,
    surnames,
)
from contributions.deidentify.names.public_people import PublicName
from contributions.deidentify.names.short_names import kin
from contributions.deidentify.normalise import without_accents
from contributions.deidentify.vocabulary import (
    DETERMINERS,
    HUMAN_VERBS,
    NICKS,
    POSSESSIVES,
    RANKS,
    ROLES,
    TELLING,
    TITLES,
)
from contributions.deidentify.words import Word

_REACH = 600
# Of a name that more people than this bear, a text must show that it means the public one.
_MANY_BEARERS = 60
# Sue Taylor may be one of many Susans, although few are registered as Sue.
_MANY_OF_ANY_FORM = 500
_PEOPLE = 67  # Millions, of whom the lists tell the share of each name.
_ALWAYS = "!"
_NAMING = re.compile(
    r"\b(?:call(?:s|ed)? (?:him|her|me|them|us|himself|herself)|nicknamed|known as|named|called"
    r"|goes by|went by)[,:]? [\"']?$"
)
_OURS = re.compile(r"\b(?:my|our) (?:[\w'\-]+ ){0,2}(?P<role>[\w\-]+),? $", re.I)
_WITH_US = re.compile(
    r",? (?:(?:who )?(?:works|sits|is) )?(?:on|in|at|from) (?:our|my) (?:[\w'\-]+ ){0,2}"
    r"(?:desk|team|office|reception|unit|shift|branch|pdu|corridor|wing|block)\b",
    re.I,
)
_OWNED = re.compile(
    r"\b(?:my|our|your|his|her|their|the|a|an|new|old|former|ex) "
    r"(?:[\w'\-]+ ){0,2}(?P<role>[\w\-]+),? $",
    re.I,
)
_DESCRIBED = re.compile(
    r"(?:,| \(|,? who(?:'s| is| was)| is| was)? (?:(?:my|our|his|her|their|the|a|an|another|from|in"
    r"|at|on|acting|then) ?){0,3}(?:[\w'\-]+ ){0,2}?(?P<role>[\w\-]+)",
    re.I,
)
# Posts of public life are roles in an office too.
_PUBLIC_ROLES = frozenset(("director", "head", "governor", "victim", "senior", "chap", "deputy"))
_OFFICE = re.compile(
    r"\b(?:minist(?:er|ry)|government|reforms?|tor(?:y|ies)|secretary of state|lord chancellor"
    r"|justice secretary|privatis\w+|crcs?|transforming rehabilitation|parliament|commons)\b",
    re.I,
)
_NEARBY = 250
# How near a cue must stand to a name that a colleague may bear, such as Adele or Rooney.
_LONE_REACH = 120
_INQUIRY = re.compile(
    r"\b[Tt]he (?P<name>[A-Z][\w'\-]{2,20}) (?:(?:[Rr]eview|[Ii]nquiry|[Rr]eforms|[Cc]ommission"
    r"|[Cc]ommittee|[Gg]reen [Pp]aper|[Mm]urders?|[Pp]arole (?:hearing|decision)|[Jj]udgment"
    r"|SFO review|[Ii]nquest|era|years)\b|Report\b)"
)
_ANOTHER_INQUIRY = re.compile(
    r"\b(?:[Rr]eviews?|[Ii]nquir(?:y|ies)|[Rr]eports?)[^.!?\n]{0,40}\bthe "
    r"(?P<name>[A-Z][\w'\-]{2,20}) one\b"
)


class _Figure(NamedTuple):
    name: str
    kind: str
    cues: re.Pattern[str] | None  # None: the name alone is enough.


def known_figures(text: str, words: Sequence[Word]) -> list[PublicName]:
    """Return where a text names public people whom the lists know, in full."""
    sure: list[PublicName] = []
    open_ones: list[PublicName] = []
    for index, word in enumerate(words):
        for figure in _figures().get(word.lower, ()):
            end = word.start + len(figure.name)
            written = text[word.start : end]
            if written.lower() != figure.name.lower() or not ends_word(text, end):
                continue
            if not written[0].isupper() and not written.islower():
                continue
            if figure.kind != "case" and _is_ours(text, word.start, end):
                continue
            person = PublicName(word.start, end, figure.name.split()[-1])
            if figure.cues is None:
                sure.append(person)
            elif not is_private(text, words, index, end):
                around = text[max(0, word.start - _REACH) : word.start] + text[end : end + _REACH]
                near = figure.cues.search(around)
                (sure if near else open_ones).append(person)
    # Two public people named side by side vouch for each other's being meant.
    places = sorted(person.start for person in sure)
    for person in open_ones:
        after = bisect_left(places, person.start - _NEARBY)
        if after < len(places) and places[after] <= person.end + _NEARBY:
            sure.append(person)
    return sure


def lone_names(
    text: str, words: Sequence[Word], people: Sequence[PublicName]
) -> list[tuple[int, int]]:
    """Return where one name by itself means a public person.

    `people` are those whom the text names in full.
    """
    known = {person.surname for person in people} - {""}
    lower = {name.lower() for name in known}
    lone, quiet, cued = _lone(), _quiet_lone(), _cued_lone()
    places = sorted(person.start for person in people)
    result = []
    for index, word in enumerate(words):
        introduced = word.text in known or (
            word.text in lower and word.text.islower() and _is_no_word_here(words, index)
        )
        if introduced and not _is_ours(text, word.start, word.end):
            result.append((word.start, word.end))
            continue
        famous = word.text in lone or (word.text in quiet and not word.opens)
        if not famous and word.text in cued:
            around = text[max(0, word.start - _LONE_REACH) : word.end + _LONE_REACH]
            famous = cued[word.text].search(around) is not None
        if famous and not _is_namesake(text, words, index, places):
            result.append((word.start, word.end))
    return result


def _is_ours(text: str, start: int, end: int) -> bool:
    """Tell whether "our trainee" stands before a name, or "on our desk" after it."""
    owned = _OURS.search(text, max(0, start - 60), start)
    if owned and owned["role"].lower() in ROLES - _PUBLIC_ROLES:
        return True
    return _WITH_US.match(text, end) is not None


def _is_no_word_here(words: Sequence[Word], index: int) -> bool:
    """Tell whether the surname of a known figure, without a capital, is not the everyday word."""
    if not is_ordinary(words[index].lower):
        return True
    after = words[index + 1] if index + 1 < len(words) else None
    doing = after is not None and after.gap == " " and after.lower in HUMAN_VERBS
    before = words[index - 1].lower if index else ""
    return doing and before not in DETERMINERS | POSSESSIVES


def inquiries(text: str) -> list[tuple[int, int]]:
    """Return the surnames of known figures in the names of reviews: "the Bradley review"."""
    found = [match for match in _INQUIRY.finditer(text) if match["name"] in _last_names()]
    spans = [match.span("name") for match in found]
    if found:
        spans += [match.span("name") for match in _ANOTHER_INQUIRY.finditer(text)]
    return spans


def _is_namesake(text: str, words: Sequence[Word], index: int, places: Sequence[int] = ()) -> bool:
    """Tell whether "Karen Grayling", "my colleague Grayling" or a plain Mr Grayling is written.

    `places` are where public people are named in full, in whose company Mr Grayling is another.
    """
    word = words[index]
    if _NAMING.search(text, max(0, word.start - 25), word.start):
        return True
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.gap == " " and after.capital and not word.ending:
        return True
    before = words[index - 1] if index else None
    if before is None or word.gap not in (" ", ". "):
        return False
    if before.lower in TITLES or before.lower in RANKS:
        around = text[max(0, word.start - _NEARBY) : word.end + _NEARBY]
        nearest = bisect_left(places, word.start - _NEARBY)
        in_company = nearest < len(places) and places[nearest] <= word.end + _NEARBY
        public = (
            in_company and before.lower in TITLES and not is_private(text, words, index, word.end)
        )
        return not public and _OFFICE.search(around) is None
    if before.lower in NICKS or before.lower in ROLES - _PUBLIC_ROLES or before.lower in TELLING:
        return True
    return before.capital and not before.opens


def is_private(text: str, words: Sequence[Word], index: int, end: int) -> bool:
    """Tell whether the name is said to be that of a colleague, a friend or a client."""
    start = words[index].start
    before = words[index - 1].lower if index and words[index].gap in (" ", ", ", ": ") else ""
    if before in ROLES - _PUBLIC_ROLES or before in NICKS:
        return True
    owned = _OWNED.search(text, max(0, start - 60), start)
    if owned and owned["role"].lower() in ROLES - _PUBLIC_ROLES:
        return True
    described = _DESCRIBED.match(text, end)
    return described is not None and described["role"].lower() in ROLES - _PUBLIC_ROLES


def ends_word(text: str, end: int) -> bool:
    """Tell whether a word, or its plural or careless possessive, ends at the offset."""
    if text[end : end + 1] == "s":
        end += 1
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper():
        return False  # Jo Cox-Hargreaves is somebody else.
    return not text[end : end + 1].isalnum()


@cache
def _figures() -> dict[str, list[_Figure]]:
    by_word: dict[str, list[_Figure]] = {}
    for kind, cues, names in public_figures():
        if kind == "lone":
            continue
        for name in names:
            rare = _bearers(name) < _MANY_BEARERS and _forms(name) < _MANY_OF_ANY_FORM
            alone = cues == (_ALWAYS,) or (not cues and rare)
            own = () if cues == (_ALWAYS,) else cues
            figure = _Figure(name, kind, None if alone else _pattern((*own, *public_cues()[kind])))
            first = without_accents(re.split(r"[ \-.']", name)[0]).lower()
            by_word.setdefault(first, []).append(figure)
    return by_word


@cache
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    shapes = (re.escape(cue).replace("_", " ").replace(r"\*", r"\w*") for cue in cues)
    return re.compile(rf"\b(?:{'|'.join(shapes)})\b", re.I)


def _bearers(name: str) -> float:
    """Estimate how many people in the country bear a full name."""
    first, *_, last = name.lower().split()
    return _PEOPLE * first_names().get(first, 1) * surnames().get(last, 1) / 1_000_000


def _forms(name: str) -> float:
    """Estimate how many people bear a full name, or one whose short or long form it is."""
    first, *_, last = name.lower().split()
    return max(_bearers(f"{form} {last}") for form in (first, *kin().get(first, ())))


@cache
def _last_names() -> frozenset[str]:
    return frozenset(
        name.split()[-1]
        for kind, _, names in public_figures()
        if kind != "culture"
        for name in names
    )


@cache
def _lone() -> frozenset[str]:
    return frozenset(
        name
        for kind, cues, names in public_figures()
        if kind == "lone" and not cues
        for name in names
    )


@cache
def _cued_lone() -> dict[str, re.Pattern[str]]:
    """Return the names that mean a public person only beside one of their cues."""
    return {
        name: _pattern(cues)
        for kind, cues, names in public_figures()
        if kind == "lone" and cues
        for name in names
    }


@cache
def _quiet_lone() -> frozenset[str]:
    """Return, in lower case, the names so famous that hasty people write them without a capital."""
    return frozenset(name.lower() for name in _lone() if not _is_common_word(name.lower()))


def _is_common_word(name: str) -> bool:
    return is_ordinary(name) or name in first_names() or len(name) < 4
