"""Posts that few people hold, alone, tied to a place, or said to be the only one."""

import re
from collections.abc import Iterable, Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_RARE = (
    r"(?:(?:(?:acting|interim|deputy|assistant|temporary|co-?) ){0,2}(?:"
    r"heads? of (?:(?:the|our|my|a|an|one|that) )?(?:[\w&\-]{2,15} ){0,3}(?:pdu|ldu|unit|service"
    r"|delivery|operations|probation"
    r"|public protection|interventions|community integration|performance|quality|team|programmes"
    r"|department|office)"
    r"|pdu head|ldu head|ldu cluster head|homd|hoo|hopp|aco|acpo|dco|cpo|rpd|aed|qdo|pta|pda"
    r"|ppcs caseworker|sdm|hoip?|hos"
    r"|chief officer|chief probation officer|chief executive"
    r"|assistant chief(?: probation)? officer|deputy chief|area manager|assistant director"
    r"|regional (?:probation )?director|area executive director|quality development officer"
    r"|practice (?:tutor|development) assessor"
    r"|victim liaison (?:manager|officer)|vlo|vlm|business manager|diary manager|treatment manager"
    r"|interventions manager|programme manager"
    r"|approved premises manager|ap manager|hostel manager|court team manager|mappa co-?ordinator"
    r"|visor officer|victim contact officer"
    r"|sfo reviewer|reviewing manager|senior operational support manager|divisional manager"
    r"|inspector"
    r"|(?:yot|yos|yjs) (?:po|officer|worker|secondee)|seconded (?:po|probation officer)"
    r"|family court adviser|(?:no\.? ?1 )?governor"
    r"|branch (?:chair|secretary|convenor|treasurer)|union rep|napo rep|convenor|shop steward"
    r"|health and safety rep|psychologist|chaplain"
    r"|(?:[\w'\-]{2,20} ){1,2}(?:lead|champion|co-?ordinator|reviewer|specialist|spoc|link worker"
    r"|single point of contact)"
    r"|iom (?:po|officer)|omic po|opd po|pd specialist|forensic psychologist"
    r"|bail information officer|bio|hdc officer|court duty officer"
    r"|breach officer|enforcement officer|waking night|night worker|placement co-?ordinator|usher"
    r"|legal adviser|clerk to the \w+"
    r"|caretaker|receptionist|chief|deputy head|head|director"
    r"))"
)
_ANY_ROLE = (
    r"(?:(?:senior|acting|deputy|duty|trainee|newly qualified|case|community|prison|resettlement"
    r"|residential|probation|court|offender|"
    r"programme|unpaid work|victim|bail|women's|youth|admin|office|night|reception) ){0,2}"
    r"(?:spo|vlo|pom|com|nqo|pqip|cdo|sao|officer|manager|administrator|supervisor|facilitator"
    r"|governor|worker|lead|duty|rep|cleaner|receptionist|tutor)"
)
# What a person says of himself, herself or another: "I'm the", "as an", "she was our".
_CLAIM = (
    r"\b(?:(?:I'm|I am|im|I was|I'd been|I've been|I became|I remain|I work as|I worked as"
    r"|I act as|I acted as|working as|worked as|job as|role as|post as|promoted to"
    r"|me as|now|retired|former|ex-?|speaking as|signed|he is|he's|she's|she is|she was|he was"
    r"|they made (?:me|her|him)|appointed|seconded as|employed as|acting up as)"
    r"(?: now| still| also| currently| actually| only)?(?: the| an?| our| your| its| their"
    r"| one of the)? )"
)
_CLAIMED = re.compile(
    rf"{_CLAIM}(?P<post>{_RARE}\b(?: (?:in|of|for|at|on|with) (?:[\w'\-]+ ){{0,4}}[\w'\-]+)?)", re.I
)
_ACTING = re.compile(
    rf"\b(?:acting|interim|deputy|temporary|stand-in) (?:{_RARE}|{_ANY_ROLE})\b(?: (?:in|of|for"
    rf"|at) (?:the |our |a )?[\w'\-]+)?",
    re.I,
)
_ONLY = re.compile(
    r"\b(?:(?:the|our|their|its|my|your) (?:only|last|sole|lone|one and only|very first"
    r"|first(?= (?:ever|black|asian|female|woman|male|openly|muslim|deaf|disabled|welsh|person|man"
    r"|sikh|jewish|trans|gay)))"
    r"|the one(?= \w+(?: \w+)? (?:in|on|at|here)\b)|one of (?:only )?(?:two|three|four|the two"
    r"|the three|the four|a handful of|just two|just three|only \w+|the last (?:few )?)"
    r"|last of the)"
    r" (?P<what>(?:[\w'\-]+ ){0,5}?(?:one|person|woman|man|ones|people|pos?|psos?|spos?|poms?"
    r"|vlos?|pqips?|officers?|managers?|specialists?|ushers?|staff|workers?|member"
    r"|seniors?|leads?|reps?|admins?|clerks?|trainees?|practitioners?|facilitators?|tutors?"
    r"|nurses?|teachers?|psychologists?|qdos?|left|lad|lass|bloke|girl|lads|women|men|mentor"
    r"|mentors|speakers?|driver|cook|cleaner|supervisors?))\b"
    r"(?P<tail>(?: (?:left|still|ever|qualified|here|in|at|on|for|from|who|with|of"
    r"|to)\b(?: [\w'\-]+){1,6})?)",
    re.I,
)
_THING = re.compile(
    r"\b(?:only|last|first) (?:thing|reason|way|time|question|problem|one thing|people who"
    r"|ones? who)",
    re.I,
)
_IS_ONLY = re.compile(
    r"\b(?:I'm|I am|im|I was|he's|she's|he is|she is|he was|she was|as|being|we've|we have|got"
    r"|I've) (?P<what>(?:the|our|your|their|its) (?:only|last|sole|first|one|oldest|youngest"
    r"|longest[- ]\w+)(?: [\w'\-]+){1,6})",
    re.I,
)
_RUNS = re.compile(
    r"\b(?:I|she|he|who|and)(?:'ve| have|'d| had| also| now| still| used to)* (?:run|ran|runs"
    r"|manage|managed|manages|head|headed|heads|lead|led|leads|chair|chaired|chairs|cover|covered"
    r"|covers|look after|supervise|oversee|oversaw|coordinate|set up) (?P<what>(?:the|a|an|our|two"
    r"|three|four|both|all)(?: [\w'\-]+){0,4}? (?:team|unit|hub|programmes?|offices?|centre|hostel"
    r"|groups?|project|service|department|wing|region|page|clinic|courts?|prisons?|schools?|desk"
    r"|panel|forum|network|branch|contract|patch|county|building|session|kitchen|workshop|library"
    r"|garden)s?)\b",
    re.I,
)
_TITLED = re.compile(
    r"\b(?:I'm|I am|I was|as|became) (?:a|an|the|our) (?P<what>(?:[A-Z][a-z]+ ){1,3}(?:Officer"
    r"|Manager|Lead|Head|Director|Worker|Coordinator|Adviser|Advisor|Specialist|Assessor|Inspector"
    r"|Clerk|Reviewer|Administrator|Practitioner))\b"
)
_COMMON_TITLE = re.compile(
    r"(?:Senior |Qualified |Trainee )?(?:Probation|Case|Prison|Community|Offender"
    r"|Probation Services?) (?:Officer|Administrator|Practitioner|Manager)$",
    re.I,
)
_ONE_MAN = re.compile(
    r"\b(?:our|the|a) (?:[\w'\-]+ ){0,2}one-(?:man|woman|person) (?:[\w'\-]+ ?){1,2}", re.I
)
_ROLE_HERE = re.compile(
    rf"(?P<role>\b(?:{_RARE}|{_ANY_ROLE}))(?:,| -)? ?(?:(?:based |working |out |over |up "
    rf"|down )?(?:at|in|for|of|on|with|covering|across|from) )?(?:(?:the|a|our) )?$",
    re.I,
)
_ROLE_AFTER = re.compile(rf"(?:'s)? (?P<role>{_RARE})\b", re.I)
_ARTICLE = re.compile(r"\b(?:an?|the) $", re.I)
_REACH = 60


def posts(scene: Scene, places: Iterable[Span]) -> Iterator[Span]:
    """Find posts that few hold; one tied to a place comes out as one span with it."""
    for span in _posts(scene, places):
        article = _ARTICLE.search(scene.text, max(0, span.start - 4), span.start)
        yield span._replace(start=article.start()) if article else span


def _posts(scene: Scene, places: Iterable[Span]) -> Iterator[Span]:
    text = scene.text
    for place in places:
        if place.category not in ("WORKPLACE", "PLACE"):
            continue
        before = _ROLE_HERE.search(text, max(0, place.start - _REACH), place.start)
        if before and (before["role"].lower() != "duty" or scene.of_self(place.start)):
            yield Span(before.start("role"), place.end, "ROLE_PLACE")
        after = _ROLE_AFTER.match(text, place.end)
        if after:
            yield Span(place.start, after.end(), "ROLE_PLACE")
    for match in _CLAIMED.finditer(text):
        yield Span(match.start("post"), match.end("post"), "ROLE_PLACE")
    for match in _ONLY.finditer(text):
        if scene.private(match.start()) and not _THING.match(text, match.start() + 4):
            yield Span(match.start(), match.end(), "ROLE_PLACE")
    for match in _ACTING.finditer(text):
        if scene.told:
            yield Span(match.start(), match.end(), "ROLE_PLACE")
    for pattern in (_IS_ONLY, _RUNS, _TITLED):
        for match in pattern.finditer(text):
            what = match["what"]
            if not scene.at(match.start()).public and not _COMMON_TITLE.match(what):
                yield Span(match.start("what"), match.end("what"), "ROLE_PLACE")
    for match in _ONE_MAN.finditer(text):
        yield Span(match.start(), match.end(), "ROLE_PLACE")
