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
    OLD_HOUSE,
    ONE_WORD_STREET,
    STREET,
    SURE_STREET,
    UNIT,
    WELSH_STREET,
    with_tail,
)

_START = r"(?<![\w/.\-£])"
_UNITS = (
    rf"(?:(?:{UNIT}|Room|Unit|Block) ?(?:\d{{1,3}}[A-Za-z]?|[A-Z])?"
    r"(?: \([\w ]{2,20}\))?,? ){1,3}"
)
_HOUSE = rf"(?:The )?{NAMED}{HOUSE_KIND}"
_SIDE = r"(?: (?:North|South|East|West))?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # "Flat 2, Rose House, 14 Mill Road West"
        rf"{_START}(?:{_UNITS}|\d/\d,? )?(?:{_HOUSE},? )?{NUMBER},? "
        rf"(?:The )?{NAMED}?{STREET}\b{_SIDE}",
        # "Flat 2, Rose House", "Bungalow 3, Fishers Yard"
        rf"(?<!\w){_UNITS}{NAMED}(?:{HOUSE_KIND}|{STREET}|Hostel|Foyer)\b",
        # "The Garden Flat, 61 Pittville Crescent"
        rf"(?<!\w)(?:The )?{NAMED}Flat,? {NUMBER},? {NAMED}{STREET}\b",
        # "The Old Smithy, Back Lane, Ickleford", "Low Moor Farm, Gisburn"
        rf"(?<!\w)(?:The )?{NAMED}{OLD_HOUSE}, (?:The )?{NAMED}{SURE_STREET}\b",
        rf"(?<!\w)The Old {OLD_HOUSE}, [A-Z][a-z]{{2,20}}(?= |[,.;)]|$)",
        rf"(?<!\w){NAMED}(?:Farm|Cottages?|Barn|Bungalow|Farmhouse), [A-Z][a-z]{{2,20}}(?= "
        rf"|[,.;)]|$)",
        # "2 Tan-y-Bryn", "5 Bro Dawel"
        rf"{_START}\d{{1,4}}[A-Za-z]?,? [A-Z][a-z]{{1,12}}-(?:y|yr|yn|ar|ap|Y|Yr"
        rf"|Yn)-[A-Z]?[\w\-]{{2,20}}",
        rf"{_START}\d{{1,4}}[A-Za-z]?,? (?:Bro|Rhes|Parc|Pen|Pentre|Trem|Glan|Nant|Cwrt|Gerddi"
        rf"|Llys|Dol"
        r"|Erw|Rhiw|Allt|Gwaun|Coed|T[yŷ]|Plas|Lôn|Clos|Maes"
        r"|Bryn)[ \-](?:[a-z]{1,3}[ \-])?[A-Z][\w'\-]{1,20}",
        rf"{_START}\d{{1,4}}[A-Da-d]?,? {ONE_WORD_STREET}(?!\w)",
        rf"(?<!\w)Block [A-Z\d]{{1,2}},? {UNIT} \d{{1,3}}[A-Za-z]?(?!\w)",
        rf"(?<!\w){UNIT} \d{{1,3}}[A-Za-z]?,? {NUMBER},? {NAMED}{STREET}\b",
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
        r"\b[Pp]\.?[Oo]\.? ?[Bb]ox \d{1,6}\b",
    )
)
_QUIET = re.compile(
    rf"{_START}(?:{UNIT} ?\d{{0,3}},? )?\d{{1,4}}[a-f]?,? (?:the (?=[csgp])|(?:{NOT_A_STREET}"
    rf"[a-z'\-]{{2,20}} ){{1,2}})(?:{SURE_STREET}|green(?= is)|paddocks?)(?!\w)",
    re.I,
)
# "flat 14 bevan house", "in flat 3"
_QUIET_FLAT = re.compile(
    rf"(?<!\w)(?:flat|apartment|apt) \d{{1,3}}[a-f]?,? {NOT_A_STREET}(?:[a-z'\-]{{2,20}} ){{1,2}}"
    r"(?:house|court|tower|heights|lodge|mansions|point|buildings)(?!\w)"
    r"|(?<=\b(?:in|at|to|of) )flat \d{1,3}[a-f]?(?![\w%]|[.,]\d| (?:per|hours?|years?|weeks?))",
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
# "of Pantglas Uchaf, Llanddewi, that's SY25 …": with a postcode behind it, no number is needed
_NAMED_UP_TO_POSTCODE = re.compile(
    r"(?:\b(?:of|at|to|from|live|lives|is)|(?:house|home|place|address|farm|flat)[,:]|,) "
    r"(?P<rest>[A-Z][\w'\-]{2,20}(?: [A-Z][\w'\-]{1,20}){0,2}"
    r"(?:, [A-Z][\w'\-]{2,20}(?: [A-Z][\w'\-]{1,20}){0,2}){0,3}),? (?:that's |it's )?"
    r"(?=[A-Z]{1,2}\d{1,2}[A-Z]? {0,2}\d[A-Z]{2}(?!\w))"
)
_PUBLIC_USE = re.compile(
    r"\s(?:office|probation|court|magistrates|station|prison|hostel|police|hospital|school|team"
    r"|library|approved|AP\b|stadium|mosque|church)",
    re.I,
)


# "Thistledown, Church Lane", "the Cottage, Mill Lane"
_HOUSE_BEFORE = re.compile(
    rf"(?<!\w)(?:[Tt]he {HOUSE_KIND}|(?P<name>[A-Z][a-z'\-]{{4,20}}|T[yŷ] [A-Z][a-z]{{3,15}})), $"
)
# "number 12 on Gladstone Street"
_NUMBER_BEFORE = re.compile(
    r"\b(?:number|no\.?) ?\d{1,4}[a-f]?(?:,? (?:on|in|of|along))? (?:the )?$", re.I
)


def addresses(text: str) -> Iterator[Span]:
    """Find street addresses: numbered ones in either case, bare streets where written as names."""
    text = unbroken(text)
    for pattern in (*_SHAPES, _QUIET, _QUIET_FLAT):
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
    for match in _NAMED_UP_TO_POSTCODE.finditer(text):
        yield Span(match.start("rest"), match.end("rest"), "ADDRESS")


def _from_house(text: str, start: int) -> int:
    """Return where an address begins whose house has a name or number before its street."""
    numbered = _NUMBER_BEFORE.search(text, max(0, start - 25), start)
    if numbered:
        return numbered.start()
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
