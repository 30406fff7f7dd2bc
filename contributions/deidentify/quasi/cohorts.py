"""Ways of saying when and how one qualified that need no year: "fresh off the PQiP"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_AWARD = (
    r"(?:training|pqip|pquip|pqf|tpo|nqo|vq ?\d|nvq(?: ?\d)?|diploma|degree|qualification|course"
    r"|msc|masters|cqsw|dip ?\w{2,3}|apprenticeship|portfolio|core training|fast[- ]?track"
    r"|grad(?:uate)? scheme|unlocked|scheme)"
)
_WHEN = (
    r"(?: (?:in|last|this|back in|at|with|during|on|under|by|through|the) (?:the )?[\w'\-]{1,20}"
    r"(?: (?:of )?'?(?:\d{4}|\d\d)\b)?| '?\d{2,4}\b)"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter)"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        r"\b(?:nqo|pqip|pquip|tpo|trainee|apprentice)\b(?= here\b)",
        r"\b(?:fresh|straight|just|not long|newly|recently|only just) (?:off|out of|from|through"
        rf"|finished|done|completed|passed|come off) (?:the |my )?(?:\w{{1,20}} )?{_AWARD}\b",
        rf"\b(?:completed|finished|started|began|passed|got|did|failed|scraped|doing|sat|submitted)"
        rf" (?:my|the|his|her|our) (?:[\w\-]{{1,20}} )?{_AWARD}\b{_WHEN}?",
        rf"\b(?:completed|finished|started|began) {_AWARD}\b{_WHEN}",
        rf"\b(?:{NUMBER}|a|one|half a|a couple of|a few|barely a|not even a) (?:years?|months?"
        rf"|yrs?|weeks?) "
        r"(?:post[- ]?qual\w*|qualified|pqe|off (?:finishing|completing|qualifying)|into (?:my"
        r"|the) (?:pqip|tpo"
        r"|training|nqo))\b",
        r"\b(?:halfway|half way|part way|most of the way|two[- ]thirds) (?:through|into)"
        r" (?:the|my|his|her) "
        rf"(?:\w{{1,20}} )?{_AWARD}\b",
        r"\bpassed out (?:in |of )?(?:the \w{1,20}|'?\d\d\b|\d{4})|\bpassing[- ]out (?:parade"
        r"|year)\b",
        rf"\bqualified (?:with |under |on |through |via )?(?:the |a |an |my )?{_AWARD}(?:,?"
        rf" (?:in )?'?\d{{2,4}})?\b",
        r"\b(?:an? |the )?(?:19|20)\d\d (?:trainee|pqip|nqo|graduate|cqsw|dipsw|pqf|starter)\b",
        r"\bex-?(?:dps|pqf|cqsw|dipsw|trainee|pqip)\b",
        r"\b(?:converted|progressed|upgraded|trained up|went up|moved up|stepped up|qualified) "
        rf"from (?:being )?(?:an? )?(?:pso|case admin|admin|vlo|psi)\b"
        rf"(?: to (?:an? )?po\b)?{_WHEN}?",
        r"\b(?:my|her|his|our|protected|the|an?) (?:nqo|asye|protected|newly[- ]qualified|pqip|tpo)"
        r" (?:year|period|status|months|caseload|time|days)\b",
        r"\bclass of '?(?:\d{4}|\d\d)\b",
        r"\b(?:first|second|third|final|1st|2nd|3rd)[- ]year (?:apprentice|trainee|student|pqip|tpo"
        r"|learner|nqo)\b|\bapprentice (?:po|probation officer)\b",
        r"\bhome office (?:sponsor\w{0,5}|bursary|route|trainee)\b(?:,? (?:in )?\d{4})?",
        r"\b(?:one of|among) the (?:last|first|original|early|final) "
        r"(?:[\w\-]{1,20} ){0,3}(?:intake|cohort|trainees|graduates|through)\b",
        rf"\b{_MONTH} (?:\d{{4}} )?(?:starter|joiner|qualifier|intake|cohort)s?\b",
        r"\b(?:pqip |tpo |nqo )?(?:cohort|wave|intake) (?:no\.? ?)?(?:\d{1,2}|one|two|three|four"
        r"|five|six|seven|eight|nine|ten)\b",
        rf"\b(?:got|gained|have|did|earned) (?:my|a|an) {_AWARD} (?:in|from|at|through|via|with) "
        r"(?:the )?[\w'\-]{1,20}(?: [\w'\-]{1,20})?",
    )
)


def cohorts(scene: Scene) -> Iterator[Span]:
    """Find what dates somebody's training by its kind, its stage or those who shared it."""
    for shape in _SHAPES:
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if not sentence.public and (sentence.personal or len(scene.text) < _SCRAP):
                yield Span(match.start(), match.end(), "DATE_QUALIFIED")


# So short a text is a writer's own account of himself or herself.
_SCRAP = 120
