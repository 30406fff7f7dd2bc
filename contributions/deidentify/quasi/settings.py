"""Posts and places told by their setting: "an SPO at a small AP on the coast"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER as _COUNT
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_ROLE = (
    r"(?:senior probation officer|probation officer|probation practitioner|prison officer|pso|po"
    r"|spo|vlo|pom|com|nqo|cdo|officer|manager|administrator|admin|supervisor|facilitator|governor"
    r"|worker|lead|duty|receptionist|tutor|co-?ordinator|nurse|teacher|psychologist|chaplain|rep"
    r"|secretary|steward|adviser)"
)
_SETTING = (
    r"(?:county|region|area|valleys?|coast|city|town|village|north|south|east|west|island|prison"
    r"|local|cat(?:egory)? [abcd]|open|ap|hostel|women's|court|courts|centre|hub|unit|school"
    r"|hospital|yot|yos|omu|high[- ]security|dispersal|border|estate|patch)"
)
_I_AM = (
    r"\b(?:I'm|I am|im|I was|I've been|I'd been|I became|I work as|I worked as|she's|she is|she was"
    r"|he's|he is|he was|as|made (?:me|her|him)|retired|former|ex-?) (?:now |still |just |only )?"
)
_UNION = r"(?:(?:napo|unison|gmb|pcs|poa|union) )"
_POSTS = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"{_I_AM}(?P<told>(?:an?|the|our|your) (?:[\w'\-]{{1,20}} ){{0,3}}{_ROLE} (?:in"
        rf" custody |in court |in the community )?"
        r"(?:in|at|for|of|on|with|covering|across) (?:an?|the|our|one of the|two|three)"
        r" (?:[\w'\-]{1,20} ){0,2}?"
        rf"{_SETTING}(?: (?:on|in|near) (?:the )?[\w'\-]{{1,20}})?)(?![\w'])",
        r"\b(?P<told>(?:the|our|their|my) (?:[\w'\-]{1,20} )?heads? of [\w\-]{3,20}(?:"
        r" [\w\-]{3,20}){0,2} (?:for|in|across|at)"
        r" (?:(?:the|all|our|half|whole|entire) ){0,3}[\w'\-]{2,20})\b",
        r"\b(?P<told>(?:only )?one of me\b(?: (?:for|in|at|to) (?:(?:the|a|whole|entire|all)"
        r" ){0,3}[\w'\-]{1,20})?)",
        rf"{_I_AM}(?P<told>(?:an?|the|our|their) (?:only )?{_UNION}(?:[\w'\-]{{1,20}}"
        rf" ){{0,3}}(?:chair|secretary"
        r"|convenor|treasurer|rep|organiser|officer)(?: (?:for|of|in) (?:(?:the|all|whole|of)"
        r" ){0,3}[\w'\-]{1,20})?)\b",
        r"\b(?P<told>(?:the|our|my|your) (?:only|sole|one|last) (?:[\w'\-]{1,20} ){0,3}(?:post"
        r"|role|job|desk|course|group"
        r"|clinic|hostel|ap|service)(?: (?:this side of|in|for|on|at|between|north of|south"
        r" of) (?:the )?[\w'\-]{1,20})?)\b",
        rf"\b(?P<told>(?:{_COUNT}) of us (?:left )?(?:in|on|at|for|across) (?:the |this |our"
        rf" )?[\w'\-]{{1,20}}"
        r" (?:who|that|doing|with|left|still)(?: [\w'\-]{1,20}){0,6})\b",
        rf"{_I_AM}(?P<told>(?:an?|the|our) (?:bilingual|welsh[- ]speaking|specialist"
        rf"|peripatetic|floating|roving"
        rf"|seconded|job[- ]share|reserve|agency|locum) {_ROLE}(?: (?:in|at|for|of) (?:the |our"
        rf" |an? )?[\w'\-]{{1,20}})?)\b",
        rf"\b{_ROLE}, (?P<told>(?:[\w'\-]{{2,20}} ){{1,2}}(?:team|unit|hub|office|court"
        rf"|desk))(?=[,.;)])",
        r"\b(?:my role as|as|I'm|I am|I was|our|the) (?P<told>(?:[\w&\-]{2,15}"
        r" ){1,3}(?:treatment manager|lead"
        r"|safety rep|champion|spoc|mentor))\b(?! (?:to|us|me|the|by|with)\b)",
        r"\b(?:I'm|I am|I was|I've been|she's|he's) (?P<told>(?:the|our) (?:[\w'\-]{2,20}"
        r" ){1,2}rep)\b",
        rf"{_I_AM}(?P<told>{_UNION}?(?:branch|regional|national|local) (?:chair|secretary|convenor"
        r"|treasurer|rep|organiser|officer)(?: (?:for|of|in) (?:the )?[\w'\-]{1,20})?)\b",
        rf"\b(?P<told>acting[- ]up(?: (?:as|to))?(?: an?| the)? {_ROLE}(?: (?:in|at|for|of) (?:the "
        r")?[\w'\-]{1,20})?)\b",
        r"\bI (?:do|deliver|run|cover|handle|lead on|look after) (?P<told>(?:the |all the |our )?"
        r"(?:sex offend\w{1,6}|accredited|domestic abuse|unpaid work|mappa|iom|bail|programmes?"
        r"|resettlement|restorative justice|victim\w{0,2}|sfo|women's|stalking|extremis\w{1,3})"
        r"(?: \w{1,20}){0,2} (?:for|in|across) (?:(?:all|half|most) of )?(?:the )?[\w'\-]{1,20}"
        r"(?: (?-i:[A-Z])[\w'\-]{1,20})?)\b",
    )
)
_PLACES = tuple(
    re.compile(shape, re.I)
    for shape in (
        r"\b(?:live|lives|living|work|works|working|based|based out|am|are|i'm|we're|grew up|born"
        r"|office|patch|here|moved|cover|out) (?:in|on|to|from|round) (?P<told>an? (?:(?:small|tiny"
        r"|little|big|large|quiet|rural|seaside|coastal|market|former|old|mill|pit|mining|fishing"
        r"|cathedral|university|northern|southern|welsh|post-industrial|ex-mining|new)[ \-]){1,3}"
        r"(?:town|city|village|port|borough|county|island|resort)(?: (?:in|near|on) (?:the )?"
        r"(?-i:[A-Z])[\w\-]{1,20})?)\b",
        r"\b(?P<told>(?:the )?(?:(?-i:[MA]\d{2,3}(?:\(M\))?)|(?<=the )[am]\d{1,3}|(?<=on the"
        r" )[am]\d))\b(?!-)",
        r"\b(?P<told>junction \d{1,2}[a-c]?)\b",
        r"\b(?:work|works|working|worked|based|am|are|i'm|we're|here|over|up|down|out) in"
        r" (?P<told>the (?:(?-i:[A-Z])[\w\-]{1,20} ){1,3}(?:region|area))\b",
        r"\b(?:by|on|to|at|near|along|from|towards|down) (?P<told>the (?:coast|seaside|sea"
        r" front|seafront|border|moors?|dales"
        r"|estuary|fells?|marshes))\b(?! is clear)",
        r"\b(?:my|our|their|his|her) (?:town|village|patch|valley|estate|city),? (?:is |of "
        r"|being )?(?P<told>(?-i:[A-Z])"
        r"[\w'\-]{3,20})\b",
        r"\b(?:in|at|of|from|for|across) (?:the )?(?P<told>(?:north|south|east|west|mid)"
        r" (?:yorks|mids|lancs|lincs|notts"
        r"|wales|london|kent|essex|sussex|devon)|kss|west mids|gtr mcr)\b",
        r"\b(?P<told>population (?:of )?(?:about )?[\d,]{2,9})\b",
        r"\b(?P<told>(?:two|three|four|five|\d|a few|ten|fifteen|\d\d) (?:streets|doors"
        r"|minutes|miles|stops|mins)(?:'? walk|'? drive)?"
        r" (?:from|away from) (?:the|my|our|his|her) (?:office|court|prison|hostel|house|flat"
        r"|home|mum's|unit|building))\b",
        r"\b(?:the|my|our) (?P<told>(?-i:[A-Z]{0,2}\d{1,3}[A-Z]?|[A-Z]{1,2}\d{1,3})) (?:bus"
        r"|tram)\b",
        r"\b(?:lives?|living|moved|emigrated|gone|off|back|family|brothers?|sisters?|parents"
        r"|mum|dad|born) (?:\w{1,10} )?(?:in|to|from)"
        r" (?P<told>canada|australia|new zealand|spain|france|ireland|scotland|poland|jamaica"
        r"|nigeria|ghana|india|pakistan"
        r"|turkey|cyprus|portugal|italy|germany|america|dubai)\b",
        r"\b(?P<told>(?:on|down on|along|up on|over on|near) the (?:north|south|east|west|welsh"
        r"|scottish|northern|southern|eastern|western|kent|sussex|durham|norfolk|suffolk|essex"
        r"|lancashire|yorkshire|cumbrian|cornish)[ -](?:\w{1,8} )?(?:coast|border|coalfield))\b",
        r"\b(?:in|cover|of|from|to|across|round|around|over|through|on) (?P<told>the (?-i:Fens"
        r"|Dales|Valleys|Black Country|Wirral|Fylde|Broads|Peaks|Peak District|Lakes|Lake District"
        r"|Cotswolds|Potteries|Marches|Weald|Wolds|Chilterns|Home Counties|South Coast|East Coast"
        r"|Borders|Forest of Dean|New Forest|Isle of Wight|Gower|Rhondda|Medway Towns|Thames Valley"
        r"|Tees Valley|Moors|Midlands|North East|North West|South West|South East))\b",
    )
)

# "at Cold Bridge": two words that sound like a place, where the writer speaks of himself or herself
_SOUNDS_LIKE_A_PLACE = re.compile(
    r"(?:\b(?:in|at|from|to|near|around|covering)|,) (?P<told>(?-i:[A-Z])[\w'\-]{2,20}"
    r" (?-i:Hill|Quay"
    r"|Green|Cross|Bridge|Heath|Moor|Common|Vale|Wood|Wharf|Bay|Valley|Marsh|Bank|Gate|Abbey|Spa|Regis|Magna"
    r"|Mills|Uchaf|Isaf))\b",
    re.I,
)


def settings(scene: Scene) -> Iterator[Span]:
    """Find posts and places told by what kind of place it is."""
    for shapes, category in ((_POSTS, "ROLE_PLACE"), (_PLACES, "PLACE")):
        for shape in shapes:
            for match in shape.finditer(scene.text):
                sentence = scene.at(match.start())
                if sentence.personal and not sentence.public:
                    yield Span(match.start("told"), match.end("told"), category)
    for match in _SOUNDS_LIKE_A_PLACE.finditer(scene.text):
        sentence = scene.at(match.start())
        if sentence.self and not sentence.public:
            yield Span(match.start("told"), match.end("told"), "PLACE")
