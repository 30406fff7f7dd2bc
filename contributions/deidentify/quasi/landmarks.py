"""Careers dated by a landmark or their end: "since the tall ships", "laid down my pen in 2009"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_SPELL = r"(?:years?|yrs?|months?|mths?|weeks?|wks?)\b"
_WORD = r"[\w'\-]{1,20}"
_YEAR = r"(?:(?:19[5-9]|20[0-3])\d\b|'\d\d\b)"
_PART = r"(?:spring|summer|autumn|winter|christmas|easter|lockdown|pandemic|covid|strikes?|floods?)"
_POINT = (
    rf"(?:(?:\w{{3,9}} )?{_YEAR}|the {_WORD} (?:of )?{_YEAR}"
    rf"|the (?!\w{{3,6}}day\b)(?:{_WORD} ){{0,3}}{_PART}"
    rf"|the (?:early |mid |late )?(?:\w{{3,9}}ties|[5-9]0s)|{_PART})"
)
# Somebody in a post, a place or a habit of work: what follows "since" dates it.
_IN_POST = re.compile(
    r"\b(?:been|bin|worked|working|here|there|in (?:the|this) (?:job|service|post|role|team)|in"
    r" post"
    r"|at the (?:front )?desk|doing (?:it|this)|on (?:the|this) (?:wing|desk|counter|team|landing)"
    r"|convenor|steward|rep|chair|officer|pso|po|spo|usher|with (?:them|us|the)|started)\b",
    re.I,
)
_NO_POST = re.compile(
    r"\b(?:not|never|no|nobody|stopped|gone|without|happened|changed|slept|heard|seen|off|sick"
    r"|dead|ill|poorly|closed|shut|empty|broken)\b|n't\b",
    re.I,
)
_SINCE = re.compile(
    rf"\bsince (?!(?:then|yesterday|last|this|that|lunch|breakfast|i|we|he|she|they|it|when|his|her"
    r"|its|nobody|no|there|you|all|any|mon|tue|wed|thu|fri|sat|sun|\d|before (?:he|she|they|it)"
    r"|the (?:mon|tues|wednes|thurs|fri|satur|sun)day|one|two|three|four|five|six|seven|eight"
    rf"|nine|ten|eleven|twelve|half|noon|midnight|dawn)\b)(?:{_WORD})"
    rf"(?: {_WORD}){{0,4}}",
    re.I,
)
_FROM_LANDMARK = re.compile(
    rf"\b(?:started|joined|began|came in|arrived|qualified)\b,?(?: which was| that was)? "
    rf"(?:just |shortly |a bit )?(?P<told>(?:after|before|during) the {_WORD}(?: {_WORD}){{0,2}})",
    re.I,
)
_TURN = (
    r"(?:left|came|went|moved|started|began|joined|finished|retired|resigned|walked|quit|jumped"
    r"|got (?:in|out)|signed up|packed it in|(?:handed|gave|laid|hung|put|turned|sent|threw)"
    r" (?:in|back|down|up)|handed (?:over )?my|took (?:my|the)|first (?:came|walked|sat|worked))"
)
_TURNED = re.compile(
    rf"\b(?:I|he|she|we|and)(?:'d| had| have|'ve| then| first| only| finally)? (?P<told>{_TURN}\b"
    rf"(?: (?!and\b|but\b|\w{{3,6}}day\b){_WORD}){{0,6}}? (?:in|during|before|after|just before"
    r"|just after|at the"
    rf" end of|back in|around|of) {_POINT})",
    re.I,
)
_ENDING = re.compile(
    rf"\b(?:(?:one|{NUMBER}|a few|a couple) more {_SPELL}"
    rf"|(?:I|I'll|I'm|he|she|she's|he's) (?:leave|leaves|leaving|finish|finishes|finishing|go|going"
    rf"|am off|retire|retires) (?:on|at|in|after|come|by|before) (?:the |my )?{_WORD}"
    rf"(?: (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november"
    rf"|december))?"
    rf"|(?:my|her|his) (?:last|final|first) (?:day|shift|week|month|year)"
    rf"(?: (?:is|was|as|in|on|at) {_WORD}(?: {_WORD}){{0,2}})?"
    rf"|(?:on|in|into|doing|starting|serving|seeing out) (?:my|her|his) notice"
    rf"|(?:\d|two|three|four|five|six|seven|eight|nine|ten) (?:more )?(?:paydays|christmases"
    rf"|winters|summers|inspections) (?:to go|left|to do))\b",
    re.I,
)
_MORE = re.compile(
    rf"\b{NUMBER} {_SPELL},? (?:and )?(?:{NUMBER}|half) (?:of (?:them|those|it|which)|{_SPELL})"
    rf"(?: (?:as|in|at|on|with|under|doing) {_WORD}(?: {_WORD}){{0,5}})?"
    rf"|\b{NUMBER} {_SPELL}, (?:the )?(?:{NUMBER}|most|all|half|the last \w+|the first \w+)(?: of"
    rf" (?:them|those))? (?:as|in|at|on|with|under|doing) {_WORD}(?: {_WORD}){{0,4}}"
    rf"(?:, (?:by|near|at|in|under) {_WORD}(?: {_WORD}){{0,3}})?"
    rf"|\b{NUMBER} {_SPELL} (?:now|already|today|tomorrow|tonight|gone|since)\b"
    rf"|\b{NUMBER} (?:seasons|winters|summers|christmases|inspections|governors|chief officers"
    rf"|reorganisations|restructures|home secretaries|justice secretaries|cohorts|spos|pdu heads)"
    rf"(?= (?:in|and|now|later|on|of)\b|[.,;!?])",
    re.I,
)
_SCRAP = re.compile(
    rf"(?:^|[,;(.] ?)(?P<told>(?:week|month|year|day) {NUMBER}|(?:first|second|third|final|last|1st"
    rf"|2nd|3rd)[- ]year|{NUMBER} {_SPELL} (?:in|on|a|here))(?=\s?[,.;)]|$)",
    re.I | re.M,
)


def landmarks(scene: Scene) -> Iterator[Span]:
    """Find what dates a career without saying its length."""
    text = scene.text
    for match in _SINCE.finditer(text):
        sentence = scene.at(match.start())
        start = max(sentence.start, match.start() - 80)
        posted = _IN_POST.search(text, start, match.start())
        if (
            posted
            and not sentence.public
            and scene.private(match.start())
            and not _NO_POST.search(text, posted.start(), match.start())
        ):
            yield Span(match.start(), match.end(), "YEARS_SERVICE")
    for pattern in (_FROM_LANDMARK, _TURNED, _ENDING, _MORE, _SCRAP):
        for match in pattern.finditer(text):
            sentence = scene.at(match.start())
            group = "told" if "told" in pattern.groupindex else 0
            if scene.private(match.start(group)) and (sentence.self or not sentence.public):
                yield Span(match.start(group), match.end(group), "YEARS_SERVICE")
