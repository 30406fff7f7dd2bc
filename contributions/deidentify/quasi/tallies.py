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
        rf"\bfrom {NUMBER} (?:\w{{1,20}} )?(?:down |up )?to {NUMBER} in (?:my|our|the|one)\b",
    )
)


def tallies(scene: Scene) -> Iterator[Span]:
    """Find workloads and team sizes by how people boast or complain of them."""
    for shape in _SHAPES:
        for match in shape.finditer(scene.text):
            if scene.private(match.start()) and not scene.at(match.start()).public:
                yield Span(match.start(), match.end(), "CASELOAD")
