"""Workplaces by the shape of the words: "HMP …", "the … office", "the one above the shop"."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import is_kept_word, is_ordinary
from contributions.deidentify.spans import Span


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KIND = (
    r"(?:(?:probation|delivery|reporting|field|court|sentence management|offender management"
    r"|unpaid work"
    r"|community payback|programmes?|local|interventions?|contact|duty|breach|mappa|iom|upw) ){0,2}"
    r"(?:offices?|pdus?|p\.d\.u\.?|ldus?|ldu cluster|teams?|hubs?|courts?|mags|magistrates'?"
    r"(?:'? court)?|crown court|crown|justice centre|county court|youth court|family court"
    r"|prison|nick|gaol|jail|ap|hostel|approved premises|probation|cluster|delivery unit|unit|omu"
    r"|cells|custody suite|site|branch|yot|yos|combined court|police station|reporting centre"
    r"|yard|workshop|depot|women's centre)"
)
SITE_AFTER = re.compile(rf"(?:'s)? {_KIND}\b(?!-)", re.I)
SITE_BEFORE = re.compile(
    r"\b(?:the|our|my|an?|that|this) (?:[\w\-]{2,15} ){0,2}(?:office|room|team|hub|building|court"
    r"|hostel|centre|portakabin|yard|workshop|unit|desk|branch|base|place) (?:at|in|of|for)"
    r" (?:the )?$",
    re.I,
)
SITE_NAMES = re.compile(rf"{_KIND}|north|south|east|west|central|city|town|road|street", re.I)

_HMP = re.compile(
    r"\b(?:HMP|HMYOI|HM YOI|YOI|HMP ?[/&] ?YOI|HM Prison|hmp|hmyoi|yoi|Hmp)[ /]+"
    r"(?!Service\b|and\b)(?:the )?[^\W\d_][\w'\-]{1,20}(?: (?:[A-Z][\w'\-]{1,20}|[Ww]ood|[Hh]ouse"
    r"|[Ss]ide|[Hh]all)){0,2}"
)
_NAMED_SITE = re.compile(
    rf"\b(?:(?:[Tt]he|[Oo]ur|[Tt]hat|[Tt]his|[Mm]y) )?(?P<extra>(?:old|new|main|front) )?"
    rf"(?P<name>[A-Z][\w'\-]{{2,20}}(?:(?: and| &|,)? [A-Z][\w'\-]{{2,20}}){{0,3}}) (?i:{_KIND}"
    rf"|place|landing|wing|bench|estate)\b(?!-)"
)
_HOUSE = re.compile(
    r"\b(?:[Aa]t |[Ii]n |[Ff]rom |[Nn]ear "
    r"|[Tt]o )?(?P<name>(?:St\.? )?[A-Z][\w'\-]{2,20}(?: [A-Z][\w'\-]{2,20})?)"
    r" (?:House|Lodge|Hub|Centre|Building|Chambers)\b"
)
_QUIET_HOUSE = re.compile(
    r"\b[a-z'\-]{3,20} (?:house|lodge|road|street|view),? (?:\()?(?:the |an? )?(?:ap\b|hostel"
    r"|approved premises|pdu|probation)",
    re.I,
)
# The place is told by what stands near it.
_BY = (
    r"(?:(?:right |just |bang )?(?:above|over|under|beneath|behind|opposite|beside|facing|by"
    r"|across from|underneath"
    r"|next (?:door )?to|near|round the (?:back|corner) (?:of|from)|on top of|on the (?:corner"
    r"|edge) of"
    r"|at the (?:top|bottom|end|back|far end) of|in the (?:old|former|basement)|up the road from"
    r"|with))"
)
_BY_WHAT = re.compile(
    rf"\b(?:the|our|that|this|wor|my) (?:[\w'\-]{{2,20}} ){{0,2}}"
    rf"(?:office|one|place|building|hostel|court|hub|team|ap|pdu)(?: that is| that's|, the one"
    rf"| we have| I work in)?,? {_BY} "
    r"(?:the|an?|what was|what used to be|that|wi'|some) (?:[\w'\-]{1,20} ){0,4}?"
    r"(?:shop|store|garage|station|depot|exchange|pub|church|chippy|chip shop|bank|library|market"
    r"|club|car park|school"
    r"|mosque|bakery|bakers?|tesco|co-op|asda|lidl|aldi|greggs|gym|bookies?|bingo|cinema|theatre"
    r"|nursery|dentist|laundrette|launderette"
    r"|takeaway|kebab|pharmacy|chemist|supermarket|arcade|mill|canal|river|bridge|roundabout"
    r"|retail park|precinct|hospital"
    r"|town hall|post office|fire station|police station|job ?centre|jobcentre|vape|tattoo|parlour"
    r"|salon|barbers?|hairdressers?"
    r"|warehouse|factory|showroom|crematorium|cemetery|stadium|ground|underneath|river|hill"
    r"|town|road|street)s?\b",
    re.I,
)
# "the office by the abattoir", "the office above Greggs": any neighbour tells
_NEXT_TO = re.compile(
    r"\b(?:the|our|that|this|my|an?) (?:[\w'\-]{2,20} )?(?:office|building|hostel|court|hub"
    r"|pdu|premises|portakabin"
    r"|room|place|centre) (?:(?:right |just |bang )?(?:above|behind|opposite|beside|beneath"
    r"|underneath|next (?:door )?to"
    r"|across from|round the (?:back|corner) (?:of|from)|facing|on top of)|(?:by|near)(?= the"
    r" (?!end|time|way|"
    r"manager|spo|police|service|team|same|book)[\w'\-]{3,20}(?:[.,;!?)]|$)))"
    r" (?:(?:the|an?|what was|what used to be|some) (?:[\w'\-]{1,20} ){0,2}?[\w'\-]{3,20}"
    r"|(?-i:[A-Z])[\w'\-]{2,20})",
    re.I,
)
_OLD_SHOP = re.compile(
    r"\b(?:in|at|into|to) (?P<told>(?:the|an?) (?:old|former|disused|converted|ex-?)"
    r" (?:[\w'\-]{2,20} )?(?:co-?op|bank"
    r"|church|chapel|school|mill|factory|library|shop|warehouse|police station|courthouse"
    r"|hospital|woolworths|pub|cinema"
    r"|town hall|fire station|post office|job ?centre|barracks|workhouse|asylum|convent"
    r"|nursery)(?: (?:on|in|by|near|at)"
    r" (?:the )?[\w'\-]{2,20}(?: (?-i:[A-Z])[\w'\-]{1,20})?)?)",
    re.I,
)
_UNDERNEATH = re.compile(
    r"\bthe (?:[\w'\-]{1,15} ){0,2}(?:shop|chippy|chip shop|pub|garage|bank|bakery|gym|club"
    r"|takeaway|bookies|nursery|library|market)"
    r" (?:underneath|below|upstairs|next door|downstairs|opposite|beneath us|above us|below us)\b",
    re.I,
)
_WING = re.compile(
    r"\b(?:on|from|to) (?:[A-L]|[a-l](?=[ -]wing)|the [A-Z][\w\-]{1,15})[ -](?:wing|spur|landing"
    r"|houseblock)\b|\bhouseblock \w+\b|\bon the (?:twos|threes|fours|ones)\b",
)
_COMMON = _words(
    """home post cabinet foreign head high supreme royal crown county magistrates probation
    family youth court civil prison national state district chief police local delivery
    senior offender community approved premises unpaid work sentence management operations
    management duty reporting public back front main open white private hmpps moj hr one the
    our this that my two three old new no and but so then when what why if as at in of pdu
    ldu ap yot yos omu programme programmes interventions mappa iom upw breach victim
    safeguarding enforcement senior leadership performance regional divisional area central
    innovation equality wellbeing health resettlement custody drug alcohol women women's men
    mags field contact effective practice project response crisis prevention justice sure
    box sorting tax patent registry register general press whole entire each every any some
    tavistock"""
)


def sites(text: str) -> Iterator[Span]:
    """Find workplaces that need no list to be known as such."""
    for match in _HMP.finditer(text):
        yield Span(match.start(), match.end(), "WORKPLACE")
    for match in _NAMED_SITE.finditer(text):
        name = match["name"]
        telling = [w for w in re.split(r"[ ,&]+", name) if w.lower() not in _COMMON]
        if not telling or all(is_kept_word(w) for w in telling) or is_kept_word(name):
            continue
        if match.start("name") == match.start() and all(is_ordinary(w.lower()) for w in telling):
            continue
        if any(is_ordinary(w.lower()) for w in telling[:1]) and not _in_mid_sentence(
            text, match.start("name")
        ):
            continue
        begin = match.start()
        if match.group().lower().startswith(("our ", "my ", "that ", "this ")):
            begin = match.start("name")
        yield Span(begin, match.end(), "WORKPLACE")
    for match in _HOUSE.finditer(text):
        words = match["name"].lower().split()
        if words[0] not in _COMMON and words[-1] not in (
            "white",
            "chatham",
            "manor",
            "opera",
            "council",
            "call",
            "customer",
            "contact",
            "job",
            "health",
            "medical",
            "detention",
            "training",
        ):
            yield Span(match.start("name"), match.end(), "WORKPLACE")
    for match in _OLD_SHOP.finditer(text):
        yield Span(match.start("told"), match.end("told"), "WORKPLACE")
    for pattern in (_QUIET_HOUSE, _BY_WHAT, _NEXT_TO, _UNDERNEATH, _WING):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "WORKPLACE")


def _in_mid_sentence(text: str, position: int) -> bool:
    """Tell whether a capital here is more than the first letter of a sentence."""
    before = text[max(0, position - 2) : position]
    return bool(before) and before[-1] == " " and before[0] not in '.!?:\n"'
