"""Posts and places told by their setting: "an SPO at a small AP on the coast"."""

import re
from collections.abc import Iterator

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
        rf"{_I_AM}(?P<told>(?:an?|the|our|your) (?:[\w'\-]{{1,20}} ){{0,3}}{_ROLE} (?:in|at|for|of"
        r"|on|with|covering|across) (?:an?|the|our|one of the|two|three) (?:[\w'\-]{1,20} ){0,2}?"
        rf"{_SETTING}(?: (?:on|in|near) (?:the )?[\w'\-]{{1,20}})?)(?![\w'])",
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
        r"(?:town|city|village|port|county|island|resort)(?: (?:in|near|on) (?:the )?"
        r"(?-i:[A-Z])[\w\-]{1,20})?)\b",
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


def settings(scene: Scene) -> Iterator[Span]:
    """Find posts and places told by what kind of place it is."""
    for shapes, category in ((_POSTS, "ROLE_PLACE"), (_PLACES, "PLACE")):
        for shape in shapes:
            for match in shape.finditer(scene.text):
                sentence = scene.at(match.start())
                if sentence.personal and not sentence.public:
                    yield Span(match.start("told"), match.end("told"), category)
