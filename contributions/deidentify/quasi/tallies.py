"""Workloads and team sizes that are told without the word for them: "I'm carrying fifty-eight"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_ABOUT = r"(?:(?:about|around|over|nearly|almost|only|just|roughly|some|now|still) ){0,2}"
_TENS = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0'?s)"
_ENDS = (
    r"(?=\s?(?:[,.;:!?)]|$)| (?:at (?:the|any|one)|and|right now|this|now|most|every|with|when"
    r"|before|on)\b)"
)
_PER_CENT = r"(?: ?%| per ?cent)"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b(?:carrying|holding|juggling|supervising|managing|sitting on) {_ABOUT}{NUMBER}{_ENDS}",
        rf"\b(?:case ?load|workload|list|wmt)'s (?:at )?{_ABOUT}{NUMBER}(?:{_PER_CENT})?",
        rf"\b(?:I've|I have|we've|ive|she's|he's) (?:got )?{_ABOUT}{NUMBER} to (?:see|supervise"
        r"|manage|write|visit|ring|assess|close|allocate|cover)\b",
        rf"\b(?:we're|we are|we were|we should be|supposed to be|meant to be|should be) "
        rf"{_ABOUT}{NUMBER}(?=\s?(?:[,;!?)]|\.(?!\d)|$))",
        rf"\bcase ?loads?\b[^.!?\n]{{0,12}} in (?:the|my) (?:low |mid |high )?{_TENS}\b",
        r"\b(?:\d\.\d{1,2}|\d|two|three|double|twice|treble|triple|half as (?:much|many) again)"
        r"(?: and a half)? ?(?:times |as )?(?:(?:my|the|what|over|that) ){0,2}(?:capacity"
        r"|recommended(?: \w{1,20})?|i should (?:have|hold|carry)|safe (?:number|limit|level))\b",
        rf"\b{NUMBER} (?:very )?(?:highs?|mediums?|mods|lows|tier (?:one|two|three|four|\d))\b"
        rf"(?:(?:,| and) {NUMBER} (?:very )?(?:highs?|mediums?|mods|lows)\b){{0,3}}",
        rf"\b(?:vacancy|sickness|turnover|attrition) (?:rate|level|figure)s? (?:of|is|at|was|hit) "
        rf"{_ABOUT}{NUMBER}{_PER_CENT}",
        rf"\b(?:my|her|his|our) (?:number|count|total|tally|figure|percentage|score|wmt|tool)"
        rf"(?: is|'s| was| says| said| stood at| stands at| hit| went to| reads| shows) "
        rf"{_ABOUT}{NUMBER}(?:{_PER_CENT})?(?! (?:years|hours|minutes|days|weeks|months))",
        rf"\b{NUMBER}(?:{_PER_CENT})? (?:by|next to|against|beside|under) (?:my|her|his) name\b",
        rf"\b{NUMBER} (?:\w{{1,20}} )?(?:short|light|down|under|over) (?:of|on) (?:\w{{1,20}} )?"
        r"(?:target|staffing|strength|complement|establishment|headcount|what we)\b",
        rf"\b{NUMBER} (?:pos?|psos?|officers|staff|of us|people|seniors|spos?) (?:covering|doing"
        rf"|for|instead of|where there (?:should be|were|was)|not|out of|holding) (?:the work of )?"
        rf"{NUMBER}(?: (?:posts|jobs|people|desks|\w{{1,12}}'s work))?",
        rf"\b(?:allocated|given|handed|landed with|inherited|picked up|took on|dumped) (?:me )?"
        rf"{_ABOUT}{NUMBER}{_ENDS}",
        rf"\b(?:there's|there is|there are|there were|there was|there used to be|used to be)"
        rf" (?:only |just |now "
        rf"|about )?{NUMBER}(?= (?:left|now|here|then|today|once)\b|\s?[.,;!?)]|$)",
        rf"\b(?:we|they|team|office|unit|she|he|i)(?:'ve| have|'s| has)? (?:lost|gained|shed"
        rf"|recruited|got rid of|buried"
        rf"|let go)(?: about| nearly| another)? (?!one\b){NUMBER}(?= (?:since|in|this|last|to"
        rf"|before|by|over"
        r"|good|more)\b|[.,;!?])",
        rf"\b(?:gone|went|going|jumped|dropped|crept|up|down|risen|rose|fallen|fell)"
        rf" by {NUMBER}"
        r"(?! ?%| (?:per ?cent|minutes|points|grand|pounds|quid|pence))",
        rf"\b(?:down|short|up|minus) {NUMBER} (?:posts?|desks|bodies|heads|pos?\b|psos?\b"
        rf"|spos?\b|officers|staff|people)",
        rf"\b{NUMBER} (?:posts?|bodies|heads|spos?|pos?|psos?|officers|staff) (?:down|short"
        rf"|light|under|vacant|gone)\b",
        rf"\b{NUMBER} (?:unallocated|unfilled|vacant|allocated|awaiting allocation|outstanding"
        rf"|overdue)\b",
        rf"\b{NUMBER} (?:\w{{1,20}} )?in (?:{NUMBER}|one|a|the last|the first|the same)"
        rf" (?:days?|weeks?|months?"
        r"|shifts?|hours?|mornings?|afternoons?|years?)\b",
        rf"\b(?:had|has|have|'d|got|get|given|allowed) (?:me |us |him |her"
        rf" )?{_ABOUT}{NUMBER}"
        r" (?:minutes|mins)\b",
        r"\bat (?:less than |under |barely |about )?(?:half|two[- ]thirds|a third|a quarter"
        r"|three[- ]quarters)(?: of)?"
        r" (?:strength|staffing|capacity|complement|establishment)\b",
        rf"\b(?!one\b){NUMBER} out of (?:the |our |only |all )?{NUMBER}(?! (?:people in"
        rf"|prisoners|prisons|areas|pdus"
        r"|regions|services|probation))\b",
        rf"\b{NUMBER}(?:{_PER_CENT}) (?:vacanc\w{{1,3}}|sickness|turnover|staffing|staffed"
        rf"|attrition|capacity)(?: rate)?\b",
        rf"\b(?!one\b){NUMBER} (?:patients|pupils|students|kids|souls|calls|callers|visits"
        rf"|bodies|names|hcas?|nurses"
        r"|hearings|home visits|induction\w{0,1}|duty (?:days|slots|shifts)|late nights|lates"
        r"|earlies|shifts|duties"
        r"|emails|recalls|dv cases|sex offenders)\b(?: (?:and|to|a|per|on|in) (?:\w{1,12}"
        r" ){0,2}\w{1,12})?",
        r"\b(?:on|at|over|doing|carrying) (?:about |nearly |over )?(?:twice|double|three times"
        r"|half as much again as)"
        r" (?:what|the|my) (?:i|we|number|load|it)? ?\w{0,20}(?: \w{1,12})?",
        rf"\b{NUMBER} (?:he|she|i) (?:had|has|have)\b",
        rf"\b(?!one\b){NUMBER} (?:in post|in the building|on the floor|turned up|showed up|left"
        rf" standing|as of (?:this|today|last))\b",
        rf"\bfrom {NUMBER} \w{{3,20}} (?:down |up )?to {NUMBER}(?= and\b|[.,;!?)]|$)",
        rf"\bfrom {NUMBER} (?:\w{{1,20}} )?(?:down |up )?to {NUMBER} in (?:my|our|the|one)\b",
    )
)


def tallies(scene: Scene) -> Iterator[Span]:
    """Find workloads and team sizes by how people boast or complain of them."""
    for shape in _SHAPES:
        for match in shape.finditer(scene.text):
            if scene.private(match.start()) and not scene.at(match.start()).public:
                yield Span(match.start(), match.end(), "CASELOAD")
