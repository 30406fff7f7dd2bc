"""Days told by the church's, the street's or the weather's calendar, and by the day's parts."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|aug|sept?|oct|nov|dec)"
)
_SEASON = r"(?:spring|summer|autumn|winter|back[- ]end|christmas|easter|xmas|half[- ]term)"
_WORD = r"[\w'\-]{1,20}"
_NTH = r"(?:first|second|third|fourth|last|last but one|penultimate|final|middle|next|other|very)"
_FEAST = (
    r"(?:candlemas|lammas|michaelmas|martinmas|lady day|epiphany|advent|lent|pentecost"
    r"|corpus christi|ascension day|all (?:saints|souls)(?:'? day)?|holy (?:saturday|week|thursday)"
    r"|trinity sunday|passion sunday|low sunday|stir-up sunday|plough monday|collop monday"
    r"|spy wednesday|passover|purim|sukkot|rosh hashanah|yom kippur|hanukkah|chanukah|simchat torah"
    r"|eid(?:[- ](?:al|ul)[- ]\w{3,5})?|ramadan|ashura|mawlid|muharram|navratri|holi|vaisakhi"
    r"|diwali"
    r"|onam|pongal|janmashtami|guru nanak'?s (?:birthday|gurpurab)|gurpurab|wesak|vesak|nowruz"
    r"|lunar new year|hogmanay|burns night|st (?:swithin|andrew|stephen|david|dwynwen|piran|lucy"
    r"|nicholas|brigid|martin)'?s(?: day)?|guy fawkes(?: night)?|mischief night|twelfth night"
    r"|the (?:summer|winter|spring|autumn)? ?(?:solstice|equinox)|the derby|the grand national"
    r"|the boat race|the (?:cup )?final|the world cup|the euros|eurovision|glastonbury|wimbledon"
    r"|the (?:\w{2,12} )?(?:show|fair|gala|mela|regatta|carnival|eisteddfod|races|half marathon"
    r"|marathon|jubilee|coronation|eclipse|commonwealth games|olympics|paralympics))"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        r"\b(?:on|since|at|by|until|till|before|after|over|during|through|in|from|for|of|dead"
        r" since)"
        rf" (?:last |this |that |the )?{_FEAST}(?: (?:day|eve|week|weekend|monday|sunday))?\b",
        rf"\b{_FEAST} (?:day|eve|week|weekend|monday|tuesday|saturday|sunday)\b",
        rf"\b(?:the |on the |that )?{_NTH} (?:{_WEEKDAY}|weekend|week|day) (?:but one )?"
        rf"(?:of|in|before|after) (?:the )?{_WORD}",
        rf"\b(?:the )?(?:{_NTH} )?{_WEEKDAY} but one\b",
        rf"\b(?:by|on|until|till|from|since|before|after|of|was|that|and|come|comes) (?:the|that) "
        rf"{_WEEKDAY}(?: (?:morning|afternoon|evening|night|teatime))?\b(?! (?:night )?(?:club"
        r"|papers"
        rf"|blues|feeling|meeting|group|rota|team))",
        rf"\bthe {_WEEKDAY} (?:in|at|when|it|I|he|she|we|they|my|our|his|her) {_WORD}"
        rf"(?: {_WORD}){{0,2}}",
        r"\b(?:the|that) (?:day|night|morning|afternoon|evening|week|weekend|month|summer|winter"
        r"|autumn|spring|year) (?:of|after|before) (?:the )?(?:'\d\d|\d{4}|"
        r"(?-i:[A-Z])[\w'\-]{1,20})"
        r"(?: (?-i:[A-Z])[\w'\-]{1,20})?",
        rf"\b(?:in |during |since |after |all )?the (?:(?:hot|wet|cold|dry|bad|long|big|great|first"
        rf"|second|last|third) (?:summer|winter|year|freeze|snow|lockdown)"
        rf"|(?:floods?|big freeze|heat ?wave|snow|storm|ice|power ?cut|blackout|cyber[- ]?attack)"
        rf"(?=,| (?:in|at|of|last|this|that)\b))(?: (?:in|at|of|last) {_WORD})?",
        r"\bstorm (?-i:[A-Z])[a-z]{2,12}\b",
        r"\b(?:last|that|the same|this past|one|late|early|mid|all|over the|in the|since the|by"
        r" the"
        rf"|before the|after the|until the|back in the) {_SEASON}\b(?! (?:holidays?|party|card"
        rf"|present|jumper))",
        rf"\b(?:in|since|until|till|after|before|by|end of|start of|late|early|mid) {_MONTH}\b"
        rf"(?! (?:be|have|not|well|or|the force|\d{{4}}))",
        rf"\b(?:of|in|since|back in) (?:the )?(?:{_SEASON} (?:of )?)?'\d\d\b",
        rf"\b(?<!on a )(?:on |last |this |that |one |the )?{_WEEKDAY} (?:morning|afternoon"
        r"|evening|night|teatime"
        rf"|lunchtime|dinnertime|dinner ?time|tea ?time|breakfast)\b(?!s)",
        rf"\b(?:every|each|alternate|most) (?:other |second |third )?{_WEEKDAY}s?\b|\bon"
        rf" {_WEEKDAY}s"
        rf"(?: (?:and|to|till|at|between) {_WEEKDAY}s?)?\b",
        rf"\b{_WEEKDAY} to {_WEEKDAY}s?\b",
        r"\b(?:the )?(?:\d{1,2}(?:st|nd|rd|th)) (?:o'|of) (?:the|this|that|last|next) month\b",
        rf"\b(?:I|he|she|we|they|it|my|our)\b(?:'d|'s)?(?: {_WORD}){{1,3}} (?:on|last|this|that)"
        rf" (?P<told>{_WEEKDAY})(?=[.,;!?]| (?:and|at|in|with|to|when|I|he|she)\b)",
        rf"\bthe (?:(?:first|second|third|last|next) )?week(?:end)? of (?:the )?{_WORD}",
    )
)


def feasts(scene: Scene) -> Iterator[Span]:
    """Find days that need no figure to be found in a diary."""
    for shape in _SHAPES:
        group = "told" if "told" in shape.groupindex else 0
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if sentence.personal and not sentence.public and scene.private(match.start()):
                yield Span(match.start(group), match.end(group), "DATE")
