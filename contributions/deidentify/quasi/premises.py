"""Rooms and buildings told by what they are or were: "a converted dentist's in Spalding"."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_NAME = r"(?:the )?(?-i:[A-Z])[\w'\-]{2,20}(?: (?-i:[A-Z])[\w'\-]{1,20}){0,2}"
_WORD = r"[\w'\-]{1,20}"
_ROOM = (
    r"(?:offices?|annexe?|portakabin|portacabin|cabin|suite|rooms?|attic|basement|cellar|corridor"
    r"|floor|wing|ward|bay|hut|lodge|desk|kiosk|counter|outpost|satellite|bungalow|cupboard"
    r"|container|clinic|college|school|kitchens?|centre|hostel|ap|hub|unit|yard|workshop|depot"
    r"|garage|nick|station|court|cells|chapel|library|gatehouse|gate|building|block|place|pdu"
    r"|base|branch|team|site|prison|jail|gaol|premises|dock|surgery|barracks|refuge|foyer)"
)
_BY = (
    r"(?:above|over|under|beneath|underneath|behind|opposite|beside|facing|overlooking|across from"
    r"|next (?:door )?to|round the (?:back|corner) (?:of|from)|at the (?:back|top|end|bottom|far"
    r" end)"
    r" of|on top of|backing on ?to|looking (?:on ?to|over)|off|up from|down from|by(?= the))"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        # "the annexe behind the magistrates' in Feltham"
        rf"\b(?:the|an?|our|wor|my|this|that|wee) (?:{_WORD} ){{0,3}}?{_ROOM},? {_BY} (?:the|an?"
        r"|our|what"
        rf" was|what used to be|some)(?: (?!and\b|but\b|who\b|when\b){_WORD}){{1,3}}?"
        rf"(?: (?:in|on|at|near) {_NAME})?(?=[.,;:!?)\n]|$| (?:and|but|in|on|where|that|which"
        r"|when|with"
        rf"|since|for|I|we)\b)",
        rf"\b(?:the|an?|our|my|this|that) (?:{_WORD} ){{0,3}}?{_ROOM},? {_BY} {_NAME}",
        # "the custody suite at Melksham"
        rf"\b(?:the|our|my|this|that) (?:{_WORD} ){{0,3}}?{_ROOM} (?:at|in|on|up|down|over in|out"
        r" at|off)"
        rf" {_NAME}",
        # "a converted dentist's in Spalding"
        rf"\b(?:an?|the|our|some) (?:{_WORD} )?(?:converted|disused|former|ex-?|listed|condemned"
        rf"|rented|draughty|repurposed|shared|one-time|semi-derelict|empty|boarded-up|old)"
        rf" (?!man\b|woman\b|days\b|hand\b|school of\b)(?:{_WORD} ){{0,2}}?(?:{_WORD}) (?:in|on"
        rf"|at|near|behind|by) {_NAME}",
        r"\b(?-i:Ward|Room|Bay|Block|Wing|Spur|Landing|Court|Courtroom|Pod|Unit|Houseblock|Floor"
        r"|Level"
        r"|Zone|Cell|Suite|Interview Room|Hut) (?-i:\d{1,3}[A-Z]?|[A-Z]\d{0,2})\b(?! (?:of|and"
        r" above))",
        r"\b(?:the )?(?:ground|first|second|third|fourth|fifth|sixth|top|1st|2nd|3rd|4th|5th"
        r"|6th)[- ]floor"
        r"\b(?: (?:interview |meeting |back |front |waiting )?(?:room|office|kitchen|corridor"
        r"|toilets?))?",
        # "the room at the end of the corridor", "the desk by the server"
        r"\b(?:the (?:[\w\-]{2,15} ){0,2}(?:end|one|desk|room|office|chair|corner|bank|pod|table"
        r"|cupboard"
        r"|window) )?(?:at the (?:far |top |bottom |back |other )?(?:end|top|bottom|back) of the"
        r" (?:corridor|landing|stairs|office|room|hall|building|yard|street|car park)|by the"
        r" (?:window|server|door|lifts?|kitchen|photocopier|printer|toilets?|bins|fire exit|stairs"
        r"|radiator|water cooler|vending machine)\b)",
        r"\b(?:the )?(?:(?:north|south|east|west|mid)[ -])?(?-i:[A-Z])[\w'\-]{2,20}(?:"
        r" [a-z\-]{3,15})"
        r"{1,3} (?:team|hub|unit|cluster|clinic)\b",
        r"\b(?:red|blue|green|yellow|a|b|c|d|day|night|early|late|(?:mon|tues|wednes|thurs|fri"
        r"|satur|sun)day"
        r"(?: night| evening| morning)?) (?:team|watch|shift|relief|crew|group)(?=[.,;)]|$)",
        # "in the old laundry", "works out of a container"
        r"\b(?:work|works|working|worked|based|housed|run|moved|put|stuck|sat|sits|sitting|live"
        r"|operate)"
        r" (?:us |me |them |it )?(?:out of|in|into|above|over|from|inside) (?P<told>(?:an?|the) "
        rf"(?:{_WORD}"
        r" )?(?:old|former|converted|disused|windowless|shared|ex-?|draughty|rented|spare|empty)"
        rf" {_WORD}"
        rf"(?: {_WORD})?)",
        r"\bthe (?:windowless|glass|goldfish|draughty|end|back|corner|old|big|wee) (?:one|room"
        r"|office"
        r"|box|bowl|building|place) (?:by|with|near|next to|over|above|behind|at) (?:the |a |an"
        rf" )?{_WORD}"
        rf"(?: {_WORD})?",
    )
)


def premises(scene: Scene) -> Iterator[Span]:
    """Find rooms and buildings that a colleague would walk to without being told the way."""
    for shape in _SHAPES:
        group = "told" if "told" in shape.groupindex else 0
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if (
                sentence.personal or scene.told and sentence.end - sentence.start < _SHORT
            ) and not sentence.public:
                yield Span(match.start(group), match.end(group), "WORKPLACE")


_SHORT = 60
