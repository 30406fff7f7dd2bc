"""Where somebody lives: postcodes and street addresses."""

import re
from collections.abc import Iterator

from .spans import Span

_POSTCODE = re.compile(
    r"(?<![\w/\-])(?:GIR ?0AA|(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}"
    r"|[A-PR-UWYZ]\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY])"
    r" {0,2}\d(?P<unit>[ABD-HJLNP-UW-Z]{2}))(?!\w)",
    re.I,
)
_ORDINAL_UNITS = {"st", "nd", "rd", "th", "am", "pm"}

_STREET = (
    r"(?:Street|Str?|Road|Rd|Lane|Ln|Avenue|Ave?|Close|Crescent|Cres|Drive|Terrace|Gardens|Gdns"
    r"|Grove|Way|Place|Court|Green|Walk|Rise|Mews|Hill|View|Park|Row|Square|Sq|Parade|Drove|Croft"
    r"|Mount|Vale|Bank|End|Fold|Gate|Wharf|Quay|Meadows?|Cottages|Villas|Pl|Dr|Ct|Tce|Boulevard|Path"
    r"|Promenade|Esplanade|Approach|Circus|Chase|Dene|Garth|Lea|Copse|Fields?|Orchards?|Broadway"
    r"|Causeway|Yard|Passage|Wynd|Brae|Loan|Buildings|Mansions|Estate)"
)
_SURE_STREET = r"(?:Street|Road|Rd|Lane|Avenue|Ave|Crescent|Terrace|Gardens|Close|Grove|Mews|Drove)"
_HOME = r"(?:(?:Top|Ground|Basement|First|Upper|Lower)[ -](?:Floor )?)?(?:Flat|Apartment|Apt|Plot)"
_NUMBER = (
    r"(?:\d{1,4}(?: ?[\-/] ?\d{1,4})? ?[A-Fa-f]?(?![a-z\d])"
    r"|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty)\b)"
)
_NAMED = r"(?:St\.? )?(?:[A-Z][\w'\-]{1,20} ){1,3}"
_HOUSE = rf"(?:{_NAMED}|The {_NAMED})(?:Cottage|House|Farm|Lodge|Barn|Villa|Bungalow|Court|Gobaith)"
_SIDE = r"(?: (?:North|South|East|West))?"
_ADDRESS = re.compile(
    rf"(?<![\w/.\-£])(?:{_HOME},? ?(?:\d{{1,3}}[A-Za-z]?)?,? ?)?(?:{_HOUSE},? )?"
    rf"{_NUMBER},? (?:The )?{_NAMED}?{_STREET}\b{_SIDE}"
    rf"|(?<!\w)(?:{_HOME}|Room|Unit) \d{{1,3}}[A-Za-z]?, ?{_NAMED}"
    rf"(?:House|Tower|Heights|Point|{_STREET})\b"
    rf"|(?<!\w){_HOME} \d{{1,3}}[A-Za-z]?(?!\w)"
    rf"|(?<![\w/.\-£])(?:Heol|Ffordd|Stryd|Maes|Clos) (?:[A-Z]?[\w'\-]{{1,20}} ?){{1,3}}(?!\w)"
    rf"|(?<!\w)(?:The )?{_NAMED}(?:Cottage|Bungalow|Barn|Farmhouse|Rectory|Vicarage|Villa)(?!\w)"
)
_NOT_A_STREET = (
    r"(?!(?:of|the|in|on|years?|people|minutes?|miles|from|to|months?|days?|hours?|weeks?|and|or"
    r"|cars?|men|women|cases?|times|per|at|for|is|was|more|other|were|are|that|who|with|half"
    r"|quid|pounds|staff|officers?|am|pm|by|a|an)\b)"
)
_QUIET_ADDRESS = re.compile(
    rf"(?<![\w/.\-£])(?:{_HOME} ?\d{{0,3}},? )?\d{{1,4}}[a-f]?,? "
    rf"(?:{_NOT_A_STREET}[a-z'\-]{{2,20}} ){{1,2}}{_SURE_STREET}(?!\w)",
    re.I,
)
# No street of one's own, but a stage on which public things happen.
_PUBLIC_STREET = re.compile(
    r"(?:Downing|Fleet|Wall|Bow|Harley|Whitehall|Great|High|Main|Coronation|Sesame|Regent|Oxford"
    r"|Front|Back|Slip|Fast|Silk|Abbey|The|Long|Memory|Civvy) ",
    re.I,
)
_BARE_STREET = re.compile(rf"(?<![\w\-]){_NAMED}{_SURE_STREET}\b{_SIDE}")
_QUIET_STREET = re.compile(
    r"\b(?:(?:my|her|his|our|their) (?:road|street|address)|lives? (?:on|in|at|off)|address)\b"
    r"[\s,:(]{1,3}(?:is )?"
    rf"(?P<street>(?:{_NOT_A_STREET}[a-z'\-]{{2,20}} ){{1,2}}{_SURE_STREET})\b",
    re.I,
)
_QUIET_HOUSE = re.compile(
    r"\baddress\b[\s,:(]{1,3}(?:is )?(?P<street>the (?:[a-z'\-]{2,20} ){0,2}"
    rf"(?:house|cottage|farm|lodge)(?:, (?:[a-z'\-]{{2,20}} ){{1,2}}{_SURE_STREET})?)\b",
    re.I,
)
# What stands between a house number and a postcode is the rest of an address.
_UP_TO_POSTCODE = re.compile(
    r"(?<![\w/.\-£])\d{1,4}[A-Fa-f]?,? "
    r"(?P<rest>[^\W\d][\w'\-]{1,20}(?:,? [^\W\d][\w'\-]{1,20}){0,5},?) "
    r"(?=[A-Za-z]{1,2}\d{1,2}[A-Za-z]? {0,2}\d[A-Za-z]{2}(?!\w))"
)
# "I live at 23 Larkspur": with a verb like this, a number and a name are enough.
_LIVED_AT = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|bailed|moved|home|house|address|parked|lodg(?:es|ing))"
    r"[ ,:]{1,2}(?:(?:is|at|to|outside|addr|now|just|round|over|of) ){0,3}"
    rf"(?P<street>(?:(?:number|no\.?|flat|room) )?\d{{1,4}}[a-f]?,? "
    rf"{_NOT_A_STREET}(?:the )?{_NOT_A_STREET}[a-z'\-]{{3,20}}"
    rf"(?: (?-i:[A-Z])[\w'\-]{{1,20}}){{0,2}})",
    re.I,
)
_PUBLIC_USE = re.compile(
    r"\s(?:office|probation|court|magistrates|station|prison|hostel|police|hospital|school|team"
    r"|library|approved|AP\b|stadium|mosque|church)",
    re.I,
)


def postcodes(text: str) -> Iterator[Span]:
    """Find whole postcodes, in either case."""
    for match in _POSTCODE.finditer(text):
        if match["unit"] is None or match["unit"] not in _ORDINAL_UNITS:
            yield Span(match.start(), match.end(), "POSTCODE")


def addresses(text: str) -> Iterator[Span]:
    """Find street addresses: numbered ones in either case, bare streets where written as names."""
    for pattern in (_ADDRESS, _QUIET_ADDRESS):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "ADDRESS")
    for match in _BARE_STREET.finditer(text):
        if not _PUBLIC_STREET.match(match.group()) and not _PUBLIC_USE.match(text, match.end()):
            yield Span(match.start(), match.end(), "ADDRESS")
    for match in _UP_TO_POSTCODE.finditer(text):
        yield Span(match.start(), match.end("rest"), "ADDRESS")
    for pattern in (_QUIET_STREET, _QUIET_HOUSE, _LIVED_AT):
        for match in pattern.finditer(text):
            yield Span(match.start("street"), match.end("street"), "ADDRESS")
