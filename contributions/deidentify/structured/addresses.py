"""Street addresses and named houses, by their shape."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import (
    capitalised_words,
    first_names,
    is_kept_word,
    is_ordinary,
    towns,
)
from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span
from contributions.deidentify.structured.streets import (
    HOUSE_KIND,
    NAMED,
    NOT_A_STREET,
    NUMBER,
    STREET,
    SURE_STREET,
    UNIT,
    WELSH_STREET,
    with_tail,
)

_START = r"(?<![\w/.\-£])"
_UNITS = rf"(?:(?:{UNIT}|Room|Unit|Block) ?(?:\d{{1,3}}[A-Za-z]?|[A-Z])?,? ){{1,3}}"
_HOUSE = rf"(?:The )?{NAMED}{HOUSE_KIND}"
_SIDE = r"(?: (?:North|South|East|West))?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # "Flat 2, Rose House, 14 Mill Road West"
        rf"{_START}(?:{_UNITS}|\d/\d,? )?(?:{_HOUSE},? )?{NUMBER},? "
        rf"(?:The )?{NAMED}?{STREET}\b{_SIDE}",
        # "Flat 2, Rose House", "Bungalow 3, Fishers Yard"
        rf"(?<!\w){_UNITS}{NAMED}(?:{HOUSE_KIND}|{STREET})\b",
        # "Flat 9, The Old Brewery, Station Approach"
        rf"(?<!\w){_UNITS}(?:The )?[A-Z][\w'\-]{{1,20}}(?: [A-Z][\w'\-]{{1,20}}){{0,2}}, "
        rf"{NAMED}{STREET}\b",
        rf"(?<!\w){UNIT} \d{{1,3}}[A-Za-z]?(?!\w)",
        rf"{_START}(?:\d{{1,4}}[A-Za-z]? )?{WELSH_STREET} (?:[a-z]{{1,3}} )?"
        r"[A-Z][\w'\-]{1,20}(?!\w)",
        # "Rook Cottage", "Hillside Farm, Lower Road", "109 Sycamore House", "3 The Paddocks"
        rf"(?<!\w)(?:The )?{NAMED}(?:Cottage|Bungalow|Barn|Farmhouse|Rectory|Vicarage|Villa)(?!\w)",
        rf"(?<!\w){_HOUSE},? {NAMED}{STREET}\b",
        rf"{_START}\d{{1,3}}[A-Da-d]? {NAMED}(?:House|Tower|Heights|Mansions|Buildings|Court"
        rf"|Lodge)\b",
        rf"{_START}\d{{1,3}}[A-Da-d]?,? The [A-Z][a-z]{{3,20}}s?(?: [A-Z][a-z]{{3,20}})?(?!\w)",
        r"\bP\.?O\.? ?[Bb]ox \d{1,6}\b",
    )
)
_QUIET = re.compile(
    rf"{_START}(?:{UNIT} ?\d{{0,3}},? )?\d{{1,4}}[a-f]?,? (?:the (?=[csgp])|(?:{NOT_A_STREET}"
    rf"[a-z'\-]{{2,20}} ){{1,2}})(?:{SURE_STREET}|green(?= is)|paddocks?)(?!\w)",
    re.I,
)
# No street of one's own, but a stage on which public things happen.
_PUBLIC_STREET = re.compile(
    r"(?:Downing|Fleet|Wall|Bow|Harley|Whitehall|Great|High|Main|Coronation|Sesame|Regent|Oxford"
    r"|Front|Back|Slip|Fast|Silk|Abbey|The|Long|Memory|Civvy|Petty) ",
    re.I,
)
_BARE_STREET = re.compile(rf"(?<![\w\-]){NAMED}{SURE_STREET}\b{_SIDE}")
# "33, Ashgrove, Keighley": a number, a name and a town.
_BEFORE_TOWN = re.compile(
    rf"{_START}\d{{1,4}}[A-Da-d]?,? [A-Z][\w'\-]{{2,20}}(?: [A-Z][\w'\-]{{2,20}})?, "
    r"(?P<town>[A-Z][a-z]{2,20})(?!\w)"
)
# What stands between a house number and a postcode is the rest of an address.
_UP_TO_POSTCODE = re.compile(
    rf"{_START}\d{{1,4}}[A-Fa-f]?,? "
    r"(?P<rest>[^\W\d][\w'\-]{1,20}(?:,? [^\W\d][\w'\-]{1,20}){0,5},?) "
    r"(?=[A-Za-z]{1,2}\d{1,2}[A-Za-z]? {0,2}\d[A-Za-z]{2}(?!\w))"
)
_PUBLIC_USE = re.compile(
    r"\s(?:office|probation|court|magistrates|station|prison|hostel|police|hospital|school|team"
    r"|library|approved|AP\b|stadium|mosque|church)",
    re.I,
)


# "Thistledown, Church Lane", "the Cottage, Mill Lane"
_HOUSE_BEFORE = re.compile(rf"(?<!\w)(?:[Tt]he {HOUSE_KIND}|(?P<name>[A-Z][a-z'\-]{{4,20}})), $")


def addresses(text: str) -> Iterator[Span]:
    """Find street addresses: numbered ones in either case, bare streets where written as names."""
    text = unbroken(text)
    for pattern in (*_SHAPES, _QUIET):
        for match in pattern.finditer(text):
            yield Span(match.start(), with_tail(text, match.end()), "ADDRESS")
    for match in _BARE_STREET.finditer(text):
        if not _PUBLIC_STREET.match(match.group()) and not _PUBLIC_USE.match(text, match.end()):
            yield Span(_from_house(text, match.start()), with_tail(text, match.end()), "ADDRESS")
    for match in _BEFORE_TOWN.finditer(text):
        if match["town"].lower() in towns():
            yield Span(match.start(), match.end(), "ADDRESS")
    for match in _UP_TO_POSTCODE.finditer(text):
        yield Span(match.start(), match.end("rest"), "ADDRESS")


def _from_house(text: str, start: int) -> int:
    """Return where an address begins whose house has a name, before its street."""
    house = _HOUSE_BEFORE.search(text, max(0, start - 30), start)
    if house is None:
        return start
    name = house["name"]
    known = name is not None and (
        is_ordinary(name.lower())
        or name.lower() in towns()
        or name.lower() in first_names()
        or is_kept_word(name)
        or name in capitalised_words()
    )
    return start if known else house.start()
