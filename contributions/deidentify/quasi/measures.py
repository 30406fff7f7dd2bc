"""Exact numbers that a team list or the workload tool would show."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER, find_number, value_of
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_UP_TO = (
    r"(?:(?:about|around|over|nearly|almost|only|just|up to|down to|roughly|some|a|another|all|the"
    r"|my|our|those) ){0,2}"
)
_CASES = (
    r"(?:cases?\b(?! of| for| in point| law| notes?)|clients|offenders|pops?\b"
    r"|people on (?:probation|licence|orders?|my)|men\b|women\b|lads|reports|psrs?|orders\b"
    r"|licences|(?:open |new |live )?referrals|residents|lifers|sfos?|breaches"
    r"|oasys(?:es)?|assessments|allocations|ipps?|high[- ]risks?|parole (?:reports|dossiers)"
    r"|recalls|appointments|contacts|inductions|dossiers|prisoners|hours (?:one|that|a|this|in) )"
)
_STAFF = (
    r"(?:staff\b|officers\b|pos\b|psos\b|spos?\b|poms\b|seniors\b|colleagues\b|admins?\b"
    r"|trainees\b|pqips\b|nqos\b|vacancies|vacant posts|practitioners\b|(?:of )?my team"
    r"|people (?:in|on) (?:my|our|the) team|desks\b|on (?:the|our) (?:rota|team)|leavers"
    r"|in the team)"
)
_CARRIED = re.compile(
    rf"\b(?P<number>{_UP_TO}(?!one\b){NUMBER}) (?!of (?:the"
    rf"|those)\b)(?:(?:\w+(?:-\w+)? ){{0,2}}?)(?:{_CASES})\b",
    re.I,
)
_CASELOAD = re.compile(
    rf"\b(?:case ?loads?|workload|list|books|protected load|numbers) (?:(?:of|is|was|were|are|at"
    rf"|stands at|stood at|went (?:up )?to|hit|:|now|currently|up to|down to|has|had|which is"
    rf"|still) ?){{1,3}}(?:about |around |over |nearly )?{NUMBER}(?: ?%| per ?cent| cases"
    rf"| people)?",
    re.I,
)
_ON_MINE = re.compile(
    rf"\b{NUMBER} (?:of them |cases |people |men |women )?(?:on|to|under|in) (?:my|her"
    rf"|his) (?:name|caseload|list|books|plate|desk|team)\b",
    re.I,
)
_HAVE = re.compile(
    rf"\b(?:I've|I have|I had|I hold|I carry|I carried|ive|I'm on|im on|he's|she's|we've|we have"
    rf"|she had|he had|they gave me|gave me|given me|left with|I manage|I supervise|I picked up"
    rf"|I inherited)(?: (?:got|now|only|about|currently"
    rf"|over))* (?P<number>{NUMBER})(?=\s?(?:[,.;!?)\n]|$)| (?:at the moment|now|and|on my"
    rf"|between)\b)",
    re.I,
)
_OF_US = re.compile(
    rf"\b(?:between |only |just |for |of |the )?(?!one\b)(?P<number>{NUMBER}) of (?:us"
    rf"|them)\b(?: (?:in|on|at|left|for|who|here|now|started|covering) ?(?:(?:the|that|this|our|my"
    rf"|a) )?(?:\w+)?)?",
    re.I,
)
_TEAM = re.compile(
    rf"\b(?:team|bay|office|unit|department|cluster|wing|corridor|building|staff|group|cohort"
    rf"|shift) of (?:about |around |just |only )?{NUMBER}\b|\b{NUMBER}(?:[- ](?:strong|desk|bed)"
    rf"|-(?:person|man|woman|officer))\b(?: team| office| unit| bay)?|\b(?:we're|we are|we were|now"
    rf"|left us) (?:down )?{NUMBER} (?:down|short|light|under)\b",
    re.I,
)
_STAFFED = re.compile(
    rf"\b(?P<number>{_UP_TO}(?!one\b){NUMBER}) (?!of (?:the"
    rf"|those)\b)(?:(?:\w+ ){{0,2}}?)(?:{_STAFF})",
    re.I,
)
_LOST = re.compile(
    rf"\b(?:lost|losing|down|short(?: of)?|missing|left with|we've got|we have|there (?:are|were"
    rf"|was|is)|there's) {NUMBER} (?:people|of (?:us|them)|staff|leavers|off sick|left)\b",
    re.I,
)
_PERCENT = re.compile(
    rf"\b(?:(?:at|on|over|hit|was|am|is|me at|i'm|im|around|about|running at|sitting at|up to"
    rf"|nearly|reads?|showing|says|wmt(?: of| at| is| says)?"
    rf"|capacity) ){{1,3}}(?:an? )?{NUMBER} ?(?:%|per ?cent)(?: (?:on (?:the )?(?:wmt|tool)"
    rf"|capacity|workload))?|\b1[0-9]\d ?(?:%|per ?cent)|\b2\d\d ?(?:%|per ?cent)",
    re.I,
)
_ON_THE_TOOL = re.compile(r" on (?:the )?(?:wmt|tool)$", re.I)
_RISING = re.compile(
    rf"\b(?:from|between) (?:about |around )?{NUMBER} (?:cases |people |staff )?(?:up "
    rf"|down )?(?:to|and) (?:about |around |over )?{NUMBER}\b(?! (?:years|per|o'clock|pounds"
    rf"|quid))",
    re.I,
)
_REACHED = re.compile(
    r"\b(?:had|have|got|gets|with|carrying|holding|carried|hit|reached|was|were|is|are|to|on|at|me"
    r"|numbers?|about|around|over|nearly|only|just|now) (?P<number>(?:1[1-9]|[2-9]\d|1\d\d"
    r"|2[0-4]\d)|(?:a hundred(?: and [a-z]+(?:[ -][a-z]+)?)?|(?:twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))(?: odd"
    r"|ish)?(?=\s?[.,;!?)]|$)(?![.,]\d)",
    re.I,
)
_PEOPLE = re.compile(
    rf"\b(?P<number>{_UP_TO}(?!one\b){NUMBER})(?: other| new| young| good| more| agency| qualified"
    rf"| unqualified| full[- ]time)? (?:people|officers|colleagues|of them|desks|chairs|beds|rooms"
    rf"|cars|laptops|managers|agency workers|volunteers|students|mentors|women|men|names|faces"
    rf"|empty desks|to a (?:room|desk)|in (?:a|one|the) (?:room|office|team|van|group|cohort|queue"
    rf"|waiting room)|each|apiece|on (?:the|our|my) (?:list|rota|books|wing|landing|landings|floor"
    rf"|call|shift|go)|a (?:day|week|month))\b",
    re.I,
)
_RANKED = re.compile(
    rf"\b(?:bottom|top|last|first|one|second|third) (?:out )?of (?:only )?{NUMBER}\b(?! (?:the|my"
    rf"|our|your|those|these))",
    re.I,
)
_PAY = re.compile(r"[£$]\s?$|\bper (?!cent)|\bpay\b|\boffer\b|\bturnout\b|\brise\b", re.I)


def counts(scene: Scene) -> Iterator[Span]:
    """Find numbers of cases and of staff, and percentages on the workload tool."""
    text = scene.text
    for match in [*_CASELOAD.finditer(text), *_PERCENT.finditer(text)]:
        number = find_number(match.group())
        if number is None or _PAY.search(text, max(0, match.start() - 30), match.end()):
            continue
        start = match.start() + number.start()
        sure = not scene.at(start).public and value_of(number.group()) > 99
        if sure or scene.private(start):
            tool = _ON_THE_TOOL.search(match.group())  # The tool's name is public.
            end = match.start() + tool.start() if tool else match.end()
            yield Span(start, end, "CASELOAD")
    for pattern in (_ON_MINE, _HAVE, _OF_US, _TEAM, _LOST, _RANKED, _RISING):
        for match in pattern.finditer(text):
            if scene.private(match.start()):
                yield Span(match.start(), match.end(), "CASELOAD")
    for pattern in (_CARRIED, _STAFFED, _PEOPLE, _REACHED):
        for match in pattern.finditer(text):
            sentence = scene.at(match.start())
            if (
                scene.private(match.start())
                and not sentence.public
                and not _PAY.search(text, max(0, match.start() - 3), match.end())
            ):
                yield Span(match.start("number"), match.end(), "CASELOAD")
