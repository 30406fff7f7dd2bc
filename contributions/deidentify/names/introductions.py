"""Names that the text itself introduces: "my name is", "called", a greeting."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import (
    capitalised_words,
    first_names,
    is_kept_word,
    is_ordinary,
    surnames,
    towns,
)
from contributions.deidentify.names.initials import is_abbreviation
from contributions.deidentify.spans import Span
from contributions.deidentify.vocabulary import (
    LANDS,
    MONTHS_AND_DAYS,
    MOSTLY_WORDS,
    NICKS,
    PEOPLES,
    ROLES,
    SOMEBODY,
    TITLES,
    word_set,
)

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
# Given names rarer than this, per million, are more likely words where all is in capitals.
_LOUD_WEIGHT = 300
_THINGS = word_set(
    """s team dog cat group app band quiz film book song show programme course tool system
    project scheme pub place thing something it what policy form process report document
    meeting boat narrowboat house office building"""
)
# What anybody may be called to the face.
_ADDRESSES = word_set(
    """sir miss ma'am madam boss guv gov guvnor chief mum dad mam nan gran love duck pet hun mate
    dr doctor mr mrs ms lord lady judge officer staff"""
)
_HERE = re.compile(
    r"\b(?:i'm|i am|im|it's|its|this is) (?P<name>[^\W\d_]{2,20}) (?:from|here)\b", re.I
)
_SIGNED = re.compile(
    r"\b(?:[Rr]egards|[Rr]gds|[Ss]incerely|[Ff]aithfully|[Yy]ours|[Ss]igned|[Dd]ear|[Hh]iya?"
    r"|[Hh]ello|[Hh]ey|[Cc]heers|[Aa]ttn|[Cc][Cc]|[Ff]rom:|[Tt]o:)[:,]?[ \n]{1,3}"
    r"(?P<name>(?:[A-Z]\. ?)?[A-Z][^\W\d_]{1,20}(?:[ '\-][A-Z][^\W\d_]{0,20}){0,2})"
)
# "my line manager (KW)", "Patel, D.", "#JusticeForKyle", "the Barrowcloughs"
_BRACKETED = re.compile(r"\b(?P<role>[A-Za-z]{2,14}) \((?P<name>[A-Z]\.?[A-Z]\.?[A-Z]?\.?)\)")
_SURNAME_FIRST = re.compile(
    r"(?<![\w'])(?P<name>(?P<surname>[A-Z][a-z'\-]{2,20}), (?:[B-HJ-Z]\.?){1,2})(?=[,.;:)\s/]|$)"
)
_HASHTAG = re.compile(
    r"#(?:justice|rip|free|bring|save|where'?s|find|pray|thank|bye|goodbye)\w{0,6}?(?:for|back"
    r"|is|to|you)?"
    r"(?P<name>(?-i:[A-Z][a-z]{2,20}|[a-z]{3,20}))\b",
    re.I,
)
_FAMILY = re.compile(
    r"\b[Tt]he (?P<name>(?P<surname>[A-Z][a-z'\-]{2,20}?)(?:s|es))(?!\w)(?! [A-Z])"
)
_COUPLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr)\.? (?:&|and) (?:Mr|Mrs|Ms|Dr)\.? (?P<name>[A-Z][\w'\-]{1,30})"
)


# "the Nugent brothers", Graham "the Hammer" Tully, her co-defendant "Trips"
_KINDRED = re.compile(
    r"\b[Tt]he (?P<name>[A-Z][a-z][\w'\-]{1,20}) (?:brothers?|sisters?|twins|boys|lads|girls|family"
    r"|household|clan|siblings|kids|children|couple|cousins|lot)\b"
)
_NICKED = re.compile(
    r"(?P<first>[A-Z][a-z'\-]{1,20}) [\"'(][\w '\-]{2,24}[\"')] (?P<last>[A-Z][\w'\-]{1,20})"
)
_QUOTED = re.compile(
    r"(?:\b(?P<role>[A-Za-z\-]{2,14})|\b(?:[Bb]ed|[Cc]ell|[Rr]oom) \d{1,3})[,:]? "
    r"\"(?P<name>(?:[Tt]he )?[A-Z][\w'\-]{1,15}(?: [A-Z][\w'\-]{1,15})?),?\""
)
_CALLED_SELF = re.compile(
    r"\bcall(?:s|ed|ing) (?:him|her|them)sel(?:f|ves) \"(?P<name>[A-Z][a-z]{1,15} from "
    r"[\w ]{2,20})\"",
)


# "- Meg: 58 cases", a line of a rota or of a list of caseloads.
_LISTED = re.compile(r"^[ \t>*\u2022\-\d.)]{0,6}(?P<name>[A-Z][a-z]{1,15})(?: ?[:=]| -) ?\d", re.M)
# "DAWN: ONE FLASK", in a notice all in capitals.
_LISTED_LOUD = re.compile(r"(?:^|[.!?:] )(?P<name>[A-Z]{3,15}):(?= [A-Z\d])", re.M)
_CALLED_BY_US = re.compile(
    r"\b(?P<role>[a-z]{2,14}),? (?:who |whom |that )?(?:we|they|I|everyone|everybody|people) "
    r"(?:all |always )?(?:call(?:ed)?|nicknamed|dubbed) "
    r"(?P<name>[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?)\b"
)
_DUBBED = re.compile(
    r"\b(?:we|they|I|everyone|everybody|people|staff|who|us|lads) (?:all |always )?(?:call(?:ed)?"
    r"|cried|nicknamed|dubbed|christened) (?:(?:him|her|me|them) )?(?P<name>the [A-Z][a-z]{2,15})\b"
)


def listed_names(text: str) -> Iterator[Span]:
    """Find names in brackets, turned round, in a hashtag, or of a whole family."""
    for match in _BRACKETED.finditer(text):
        if match["role"].lower() in ROLES and not is_abbreviation(match["name"]):
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _SURNAME_FIRST.finditer(text):
        if match["surname"].lower() in surnames() and not is_ordinary(match["surname"].lower()):
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _HASHTAG.finditer(text):
        name = match["name"].lower()
        if name in first_names() and not is_ordinary(name):
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _FAMILY.finditer(text):
        surname = match["surname"]
        known = {surname.lower(), surname.lower() + "s"} & surnames().keys()
        public = is_kept_word(match["name"]) or match["name"] in capitalised_words()
        plain = is_ordinary(surname.lower()) or is_ordinary(match["name"].lower())
        if known and not plain and not public and surname.lower() not in LANDS | towns():
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _KINDRED.finditer(text):
        name = match["name"]
        public = is_kept_word(name) or name in capitalised_words() or name.lower() in PEOPLES
        plain = is_ordinary(name.lower()) or name.lower() in LANDS | towns()
        if not public and not plain:
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _NICKED.finditer(text):
        first, last = match["first"], match["last"]
        if first.lower() in first_names() and not is_kept_word(last):
            yield Span(match.start(), match.end(), "PERSON")
    for match in _QUOTED.finditer(text):
        role = (match["role"] or "").lower().rpartition("-")[2]
        if (role in ROLES or not role) and not is_kept_word(match["name"]):
            yield Span(match.start("name"), match.end("name"), "PERSON")
    for match in _LISTED.finditer(text):
        name = match["name"].lower()
        if name in first_names() and name not in MONTHS_AND_DAYS | MOSTLY_WORDS:
            yield Span(*match.span("name"), "PERSON")
    for match in _LISTED_LOUD.finditer(text):
        name = match["name"].lower()
        if first_names().get(name, 0) > _LOUD_WEIGHT and name not in MONTHS_AND_DAYS | MOSTLY_WORDS:
            yield Span(*match.span("name"), "PERSON")
    for match in _CALLED_BY_US.finditer(text):
        if match["role"] in ROLES:
            yield Span(*match.span("name"), "PERSON")
    for pattern in (_CALLED_SELF, _DUBBED):
        yield from (Span(*m.span("name"), "PERSON") for m in pattern.finditer(text))
    for match in _COUPLE.finditer(text):
        yield Span(match.start(), match.end(), "PERSON")


def introduced_names(text: str) -> Iterator[Span]:
    """Find names that follow "my name is", "called", a greeting or the end of a letter."""
    for match in _SELF.finditer(text):
        group = "name" if match["name"] else "field"
        yield from _name(text, match.start(group), match[group], sure=True)
    for match in _CALLED.finditer(text):
        if match["who"].lower() not in _THINGS:
            sure = match["who"].lower() in SOMEBODY
            yield from _name(text, match.start("name"), match["name"], sure)
    for match in _CALL_HIM.finditer(text):
        nickname = match["name"].split()[0].rstrip(".\"'")
        if nickname[0].isupper() and nickname.lower() not in _ADDRESSES and len(nickname) > 2:
            yield Span(match.start("name"), match.start("name") + len(nickname), "PERSON")
        yield from _name(text, match.start("name"), match["name"], sure=True)
    for match in _HERE.finditer(text):
        yield from _name(text, match.start("name"), match["name"], sure=True)
    for match in _SIGNED.finditer(text):
        yield from _name(text, match.start("name"), match["name"], sure=True)


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
        following = words.split(" ")[number + 1 : number + 2]
        doubled = sure and capital and bool(following) and following[0][:1].isupper()
        plain = is_ordinary(lower) and not (capital and (listed or doubled))
        if not stem or is_kept_word(stem) or plain:
            break
        if not listed and not (sure and (capital or not written)):
            break
        written = True
        end = position + len(stem)
        position += len(word) + 1
    if written:
        yield Span(start, end, "PERSON")
