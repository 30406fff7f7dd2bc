"""Days told by an occasion or the turn of the year: "on World Book Day", "the Monday after"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|aug|sept?|oct|nov|dec)"
)
_SEASON = r"(?:spring|summer|autumn|winter|christmas|easter|year|term)"
_OCCASION = (
    r"(?:world book day|red nose day|comic relief|children in need|international women's day"
    r"|pride(?: weekend| day)?|derby day|cup final day|grand national day|boat race day"
    r"|chinese new year|hanukkah|yom kippur|passover|vaisakhi|holi|vesak|gala day"
    r"|results night|sports day|snow day|mad friday|black friday"
    r"|(?:the )?(?:coronation|jubilee) (?:day|weekend)|eclipse|harvest festival|michaelmas"
    r"|whitsun(?:tide)?|midsummer|clocks (?:changed|went (?:back|forward))|the longest day)"
)
_PERSON = r"(?:I|he|she|we|they|it|my|his|her|our|the|[A-Z][a-z]{2,15})"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b(?:on |since |over |at |by )?(?:last |this |next |the )?{_OCCASION}\b",
        rf"\b(?:on )?(?:the|that) {_WEEKDAY}(?: morning| afternoon| evening| night)? (?:after"
        rf"|before|following)"
        r"(?=[.,;:!?)]|$)",
        rf"\b(?:the |that )?(?:\w{{2,12}}est|first|last|second|third|final|opening|back end"
        rf"|tail end|start|end"
        rf"|middle|beginning) (?:(?:day|week|weekend|month|night|{_WEEKDAY}) )?(?:of|in)"
        rf" (?:last |this |that )?"
        rf"(?:{_MONTH}|(?:the )?{_SEASON})\b",
        rf"\b(?:early doors|late on|early on|midway|sometime) in (?:the )?{_MONTH}\b",
        rf"\b(?:in|by|since|from|until|that|every|each) (?:the |that )?(?:{_MONTH})(?=[.,;:!?)]"
        rf"|$| (?:I|he|she|they|we|when"
        r"|and|my)\b)",
        rf"\b(?:on )?{_WEEKDAY} (?:gone|just (?:gone|past)|week|last|coming|next)\b",
        rf"\b(?:{NUMBER}|a few|a couple of) (?:days|weeks|nights|months|hours) (?:before|after)"
        rf" (?:christmas|easter|eid"
        r"|new year|(?:my|his|her|our|the|their|i|he|she|we|they) [\w'\-]{1,20})",
        r"\b(?:christmas|easter|new year|half[- ]term|bank holiday|inspection|race|carnival"
        r"|fair|wakes) "
        r"(?:week|weekend|period|fortnight)\b",
        rf"\b(?:on |at |near )?(?:my|his|her) (?:own )?birthday(?: (?:in|on) (?:the )?{_MONTH})?\b",
        rf"\b(?:the|that) (?:very )?(?:day|morning|night|week|weekend|month|summer|autumn"
        rf"|winter|spring|year|{_WEEKDAY})"
        rf" (?:that |when |of the |of )?(?-i:{_PERSON}|\ufffc) [\w'\-]{{2,20}}(?:"
        rf" [\w'\-]{{1,20}}){{0,3}}",
        r"\b(?:on |dated |from |since |by |in )?(?:0?[1-9]|1[0-2])/(?:19|20)?[0-3]\d(?![\w/%]"
        r"|\.\d)(?! (?:of|staff|people|cases"
        r"|on|at|for|success))",
        r"\b(?:in|by|during|end of|start of) q[1-4]\b(?: (?:of )?(?:last year|this year|20\d\d))?",
        r"\bin week (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b",
        rf"\b{_WEEKDAY} is (?:my|his|her) (?:last|first|final)(?: day| shift)?\b",
    )
)


def occasions(scene: Scene) -> Iterator[Span]:
    """Find days that an occasion or the turn of the year tells."""
    for shape in _SHAPES:
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if not sentence.public and scene.private(match.start()):
                end = match.start() + len(match.group().rstrip())
                yield Span(match.start(), end, "DATE")
