"""Ties that tell who people are: "My husband's a sergeant", "She was my bridesmaid"."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WORD = r"[\w'\-]{1,20}"
KIN = (
    r"(?:husband|wife|hubby|missus|partner|fianc[eé]e?|girlfriend|boyfriend|ex|other half|son"
    r"|daughter|lad|lass|boy|girl"
    r"|bairn|kids?|children|baby|twins?|twin brother|twin sister|mum|mam|mom|mother|dad|da|father"
    r"|parents|stepdad|stepmum|brother"
    r"|sister|nan|nana|gran|grandma|grandad|grandmother|grandfather|grandson|granddaughter|niece"
    r"|nephew|cousin|uncle|aunt"
    r"|auntie|(?:mother|father|brother|sister|son|daughter)-in-law|eldest|youngest|middle one"
    r"|godson|goddaughter|godmother"
    r"|flatmate|housemate|neighbour|landlord|landlady|best (?:friend|mate)|oldest friend)"
)
_WHOSE = r"(?:my|his|her|our|wor|their|me|mi|(?-i:[A-Z])[\w\-]{1,15}'s|\ufffc's)"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b{_WHOSE} (?:own |late |ex-?|old |then |first |second |big |little |twin |only"
        rf" ){{0,2}}{KIN}(?: is|'s| was| are|'re| were|, )(?: now"
        rf"| also| still| only)? ?(?:an?|the|one of|on|in|at|with) (?:{_WORD})(?: {_WORD}){{0,7}}",
        rf"\b{_WHOSE} (?:own |late |ex-?|old |then |big |little |twin |only ){{0,2}}{KIN} "
        r"(?:works?|worked|drives?|drove|runs?|ran|manages?|managed"
        r"|teaches|taught|sits|sat|serves?|served|trained|qualified|volunteers?|cleans?|cooks?"
        r"|chairs?|chaired|knows|knew|lives"
        r"|lived|sells|sold|delivers|polices|prosecutes|represented|defended|supervised|reviewed"
        r"|interviewed|arrested|hired)"
        rf"\b(?: {_WORD}){{0,6}}",
        rf"\b(?:my|his|her|our|wor) own (?:old |former |late )?(?:{KIN}|trainee|student|pupil"
        r"|officer|manager|po|boss|mentor|teacher|doctor|vicar|solicitor|deputy|spo)s?\b(?:'s)?"
        rf"(?: (?!and\b|but\b|that\b|i'd\b){_WORD}){{0,2}}",
        r"\b(?:is|was|were|'s|being|as|than|by|to|with)(?<!to) (?:my|his|her|our|their) (?:own "
        r"|old |former |ex-?|first |very own )?(?:bridesmaid|best man"
        r"|maid of honour|usher at|midwife|teacher|headmaster|trainee|student|tutor|mentor|boss"
        r"|line manager|manager before"
        r"|neighbour|lodger|landlord|landlady|tenant|godmother|godfather|godson|goddaughter|ex"
        r"|colleague at|lecturer|doctor"
        r"|gp|solicitor|vicar|witness|driving instructor|cousin|flame|in-laws?|stepson"
        r"|stepdaughter)\b",
        r"\b(?:an old|a close|a good|a family|a personal|a dear|an ex-?|my oldest|my closest) "
        r"(?:friend|mate|pal|colleague|neighbour"
        rf"|flame|acquaintance|chum)(?: of (?:mine|his|hers|ours|my {_WORD}|the family))?",
        r"\b(?:cousin|brother|sister|aunt|uncle|niece|nephew|related|relation|in-law)s?,? (?:by"
        r" marriage|once removed|twice removed"
        r"|on (?:my|his|her) (?:mum|dad|mother|father)'s side)\b",
        r"\b(?:I'm|I am|im|I was|he's|she's|who's|she is|he is|she was|he was) (?P<told>(?:her"
        rf"|his|their|(?-i:[A-Z])\w{{1,15}}'s|the {_WORD}'s) "
        r"(?:own |old |former |ex-?)?(?:boss|manager|line manager|supervisor|mentor|tutor"
        rf"|neighbour|{KIN}))\b",
        r"\bwe (?:were|are|had been|used to be|'d been|both|once)(?: both)? (?:at school|at"
        r" college|at uni|married|engaged|neighbours|an item|a couple"
        rf"|flatmates|partners|in the same {_WORD}|trained|grew up|from the same {_WORD}|lived)"
        rf"(?: {_WORD}){{0,4}}",
        r"\b(?:shar(?:e|ed|ing) a (?:house|flat|room|desk|car|lift|birthday|surname|name) with"
        r"|grew up (?:with|next|near|on)"
        r"|named after|christened by|taught by|trained by|married by) (?:the |a |my |his |her"
        rf" )?{_WORD}(?: {_WORD}){{0,3}}",
        rf"\b{_WHOSE} (?:own )?{KIN}(?: is|'s| was)? (?:inside|away|serving|doing \w+|on remand"
        r"|on tag|in \w+ nick|known to us|on the books|on our"
        rf" books|locked up|banged up|out on licence)(?:,? [\w'\-]{{1,20}}){{0,4}}",
        rf"\b(?:my|his|her|our) (?:own )?{KIN}(?:'s|s) (?:trial|case|sentence|hearing|court case"
        r"|arrest|release|name|boss|school|wedding|killer|file"
        rf"|caseload|manager|office|probation officer|officer)\b(?: {_WORD}){{0,3}}",
        r"\b(?:chaired|led|run|heard|decided|signed off|interviewed|inspected|investigated"
        r"|managed|supervised) by (?:my|his|her|our) (?:own |old"
        rf" |former |ex-?)?{_WORD}(?: {_WORD})?",
    )
)


def ties(scene: Scene) -> Iterator[Span]:
    """Find what ties one person to another or to a post."""
    for shape in _SHAPES:
        group = "told" if "told" in shape.groupindex else 0
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if sentence.personal and not (sentence.public and not sentence.self):
                yield Span(match.start(group), match.end(group), "RELATION")
