"""Counts of people and of work, whatever they are called: "163 families", "nine men"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WORD = r"[\w'\-]{1,20}"
_PEOPLE = (
    r"(?:families|blokes|men|women|lads|lasses|tutors|members|practitioners|victims|witnesses"
    r"|offenders|clients|cases"
    r"|officers|staff|managers|colleagues|residents|prisoners|lifers|girls|boys|youngsters"
    r"|volunteers|mentors"
    r"|facilitators|trainees|students|apprentices|starters|leavers|nurses|teachers|ushers|clerks"
    r"|judges|magistrates"
    r"|interpreters|drivers|cooks|cleaners|supervisors|seniors|reps|stewards|bodies|heads|faces"
    r"|names|souls|people"
    r"|agency|temps|locums|secondees|referrals|licences|orders|lines|breaches|recalls|reports"
    r"|psrs|parole reports"
    r"|assessments|interviews|visits|home visits|hearings|appointments|reviews|appeals|complaints"
    r"|grievances"
    r"|courses|groups|sessions|modules|sites|offices|units|beds|rooms|desks|laptops|chairs|cars"
    r"|vans|phones|wings"
    r"|landings|courts|prisons|pdus|hostels|patches|vacancies|posts|spos|pos|psos|vlos|poms|coms"
    r"|pqips|nqos|oasys"
    r"|sfos|ipps|mappa \w+|level \w+s?|hours of \w+|emails|recordings|contacts|entries|actions)"
)
_ABOUT = (
    r"(?:(?:about|around|over|nearly|almost|only|just|roughly|some|another|all|the|my|our|those"
    r"|these|us|now|up to"
    r"|down to|got|me|him|her|currently) ){0,3}"
)
_HELD = (
    r"(?:have|has|'ve|ive|had|'d|hold|holds|got|get|given|gave|inherited|left|lost|cover|covers"
    r"|covered|carry|carries|run|runs"
    r"|ran|manage|manages|managed|supervise|supervised|see|saw|sees|seen|with|for|of|between|from"
    r"|to|are|were|was|is|collect"
    r"|drove|drive|took|take|taught|teach|feed|fed|wrote|write|written|did|done|do|chased"
    r"|interviewed|lead|led|had|it's|its"
    r"|there's|theres|there are|there were|us|my|our|all|the|at|on|,|and|,)"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"(?:\b|(?<=')){_HELD} (?P<told>{_ABOUT}(?:\d,\d{{3}}|(?!one\b){NUMBER}) (?:(?!hours"
        r"|minutes|days|weeks|months|years|of the"
        rf"\b){_WORD} ){{0,2}}?{_PEOPLE})\b(?! (?:ago|a week old))",
        rf"(?:^|[.!?\n] )(?P<told>(?!one\b){NUMBER} (?:{_WORD} ){{0,2}}?{_PEOPLE})\b",
        r"\b(?:my|our|her|his) (?P<told>(?:cases|caseload|list|numbers?|tool|wmt|workload|team"
        r"|case load|lifers|recalls"
        rf"|reports),? (?:all )?{NUMBER}(?: ?%| per ?cent)?)(?=\s?[,.;)]|$)",
        rf"\b(?:all|the|us|both|any|just|only) (?P<told>{NUMBER} of us(?: (?:on|in|at|with|who"
        rf"|that|from|left|doing)(?: {_WORD})"
        rf"{{1,6}})?)",
        r"\b(?:and|but|only|just|of whom|of them|of us|,|barely|maybe) (?P<told>"
        rf"(?!one\b){NUMBER} (?:of them |of us )?(?:opened"
        r"|voted|answered|replied|came|left|resigned|quit|applied|stayed|passed|failed|turned up"
        r"|signed|joined|died|went"
        rf"|survived|remain|showed|didn't|did|got|made|were|are))\b",
        r"\b(?:gave me|given me|have|got|inherited|handed|landed|allocated) (?P<told>an? "
        rf"(?:{_WORD} )?(?:lifer|ipp|sex offender"
        rf"|life-sentence man|mappa \w+(?: \d)?)(?:,| and) (?:an?|{NUMBER}) {_WORD}(?:"
        rf" {_WORD}){{0,2}})",
        r"\b(?P<told>(?:on |at |over |under )?(?:1\d\d|2\d\d) ?(?:%|per ?cent|percent))(?! of)",
        rf"\b(?P<told>team of (?:about |just )?{NUMBER}(?: when I \w+)?|(?:down )?from {NUMBER} "
        rf"(?:{_WORD} )?to {NUMBER})\b",
        rf"\b(?P<told>{NUMBER} {_WORD} (?:with nobody|with no one|without anyone|empty"
        r"|unstaffed)(?: at (?:them|it))?)",
        r"\b(?P<told>(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten) of (?:us|them) "
        rf"(?:on|in|at) (?:the |our )?{_WORD}"
        rf"(?: {_WORD}){{0,3}})",
        r"\b(?:I've|I have|I|we|we've|she|he)\b[^.!?\n]{0,25} (?P<told>(?:about |over |nearly "
        r"|some )?\d{1,2},\d{3} [a-z]{4,15}s)\b"
        r"(?<!pounds)(?<!years)(?<!miles)(?<!days)(?<!hours)",
    )
)


def holdings(scene: Scene) -> Iterator[Span]:
    """Find counts of people, of work and of rooms in what somebody tells of the own place."""
    for shape in _SHAPES:
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start("told"))
            if sentence.personal and not sentence.public and scene.private(match.start("told")):
                yield Span(match.start("told"), match.end("told"), "CASELOAD")
