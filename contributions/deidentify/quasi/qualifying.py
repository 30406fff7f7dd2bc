"""How, where and when somebody trained and qualified."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_ROUTE = re.compile(
    r"\b(?:c\.?q\.?s\.?w\.?|dip ?s\.?w\.?|dip ?p\.?s\.?|dipps|p\.?q\.?f\b|vq ?[345]|nvq ?[345]"
    r"|ppc\b|graduate diploma in|diploma in (?:probation|social work)(?: studies)?"
    r"|(?:home office )?sponsored (?:student|place|trainee)|direct entry|bridging (?:thing|module"
    r"|course|route|programme|year)|fast stream"
    r"|social work (?:degree|qualification|course|training)|first wave of [\w]+|typing pool"
    r"|called to the bar)\b"
    r"|\b(?:my|our|her|his|the|that|same|each|whole|last|first|second|march|september|october"
    r"|january|april|july|spring|autumn|summer|winter|\d{4}|'\d\d|pilot|\w+ )(?: (?:pqip|tpo|dipps"
    r"|pqf|training|trainee|pso|first|second|last|original|final|old|whole|\d{4}))? (?:cohort"
    r"|intake)\b(?: of [\w']+| the (?:year|summer) [\w' ]{2,30})?"
    r"|\b(?:cohort|intake) (?:of|\d)[\w' ]{1,20}|\b(?:19|20)\d\d (?:entry|entrant|intake|cohort"
    r"|starters?|joiner)\b",
    re.I,
)
_TRAINEE = re.compile(
    r"\b(?:(?:I'm|I am|im|I was|as|I'd been|being|I started (?:out )?as|I came in as|joined as"
    r"|she's|he's|began as|did (?:the|my|his|her)|finish(?:ed|ing) (?:the|my)|on (?:the|my)"
    r"|through (?:the|my)|done (?:the|my)|passed (?:the|my)|before (?:the|my)|hi,?|former"
    r"|ex-?) )(?:(?:a|an|the|my|second year|first year|year \w+|current|newly) ){0,2}(?P<route>tpo"
    r"|pqip|pqp|pquip|nqo|dps|pqf|dipps|trainee(?: probation officer| po)?)\b",
    re.I,
)
_QUALIFIED = re.compile(
    r"\b(?:qualified|graduated|trained(?= (?:at"
    r"|in|as|with|on|under))|finished(?= (?:training|my|the (?:course|diploma|degree)|in|\d{4}))"
    r"|did my (?:training|diploma|degree|cqsw|masters)) ?"
    r"(?P<when>(?:(?:only |just |back |way )?(?:in|since|that|last|the|at|on|with|under|as|from"
    r"|through|before|after|around|during|via|just)\b ?(?:(?!and\b|but\b)[\w']+ ?){1,3}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* '?\d{2,4}"
    r"|'?\d{2,4}\b|(?:\w+ ){1,3}ago|\w+ years?))",
    re.I,
)
_LEARNT = re.compile(
    r"\b(?:my|our|his|her|the) (?:training|trainee|diploma|degree|university|uni|course|placement"
    r"|practice (?:teacher|tutor|assessor|placement)|final (?:placement|board|year)|bursary"
    r"|dissertation|apprenticeship|induction)\b(?: (?:year|course|days|at|in|with|was|under"
    r"|came))?(?: [\w'\-]+){0,3}"
    r"|\b(?:I|we|he|she) (?:trained|learnt|learned (?:the|my)|studied|did the (?:course|training"
    r"|degree|msc|ba|ma)|came in(?:to (?:it|this|the job|probation))? (?:as|on|through|under|with"
    r"|via|by|from)|came (?:up )?(?:through|via)|started (?:out )?(?:as|on|in|at|with|the)"
    r"|joined (?:as|from|the|under|in|when|straight|at)|went (?:in|straight)|(?:was"
    r"|were) (?:taken on|recruited|sworn in|called|ordained|commissioned))(?: [\w'\-]+){1,6}"
    r"|\b(?:when|before|until|since|after) (?:I|we) (?:qualified|trained|joined|started|came in"
    r"|first (?:walked|came|started))(?: [\w'\-]+){0,4}|\b(?:at|from"
    r"|through) (?-i:[A-Z])\w+ (?:university|uni|college|poly(?:technic)?)|\b(?:old|new|last"
    r"|first) (?:diploma|route|entry route|intake|programme) (?:people|lot|ones|route|students?)"
    r"|\b(?:open university|distance learning|portfolio|level [3-7])\b",
    re.I,
)
_NOT_DATED = re.compile(
    r"qualified (?:staff|officers?|pos?|people|colleagues|to|for|by|in the)", re.I
)
_SAME_DAY = re.compile(
    rf"\b{NUMBER} of us (?:started|joined|qualified|trained|began|came in"
    rf"|graduated)[^.!?\n,;]{{0,40}}",
    re.I,
)


def qualifying(scene: Scene) -> Iterator[Span]:
    """Find when, where and by which route someone qualified."""
    text = scene.text
    for pattern in (_ROUTE, _QUALIFIED, _SAME_DAY, _LEARNT):
        for match in pattern.finditer(text):
            if scene.private(match.start()) and not _NOT_DATED.search(match.group()):
                end = match.start() + len(match.group().rstrip())
                yield Span(match.start(), end, "DATE_QUALIFIED")
    for match in _TRAINEE.finditer(text):
        yield Span(match.start("route"), match.end("route"), "DATE_QUALIFIED")
