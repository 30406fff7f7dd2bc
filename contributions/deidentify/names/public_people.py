"""People who are public in what the text itself says of them: in office, in print, on the air."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contributions.deidentify.lexicon import first_names, is_ordinary
from contributions.deidentify.vocabulary import ROLES

_WORD = r"[A-Z][\w'\-]{1,30}"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_FULL = rf"(?P<name>{_WORD}(?: [A-Z]\.?)?(?: {_WORD}){{1,2}})"
_POST = (
    r"(?:(?:[Jj]ustice|[Hh]ome|[Hh]ealth|[Ff]oreign|[Ee]ducation|[Dd]efence) [Ss]ecretary"
    r"|[Mm]inisters?"
    r"|[Pp]rime [Mm]inister|[Cc]hancellor|[Mm]ayors?|[Gg]eneral [Ss]ecretary|[Cc]hief [Ii]nspector"
    r"|[Ss]ecretary of [Ss]tate|[Ss]ecretary[ \-][Gg]eneral|(?:[Dd]eputy )?[Ll]eader of"
    r"|[Dd]eputy [Ll]eader"
    r"|[Nn]ational (?:[Cc]hair|[Oo]fficial|[Oo]fficer|[Oo]rganiser|[Ss]ecretary)"
    r"|[Cc]ouncil [Ll]eader|[Cc]ommissioners?|[Pp]resident|[Cc]oroner(?!'s)"
    r"|[Cc]hief [Pp]robation [Oo]fficer|MPs?|[Oo]mbudsman|[Dd]irector[ \-][Gg]eneral"
    r"|[Cc]ommittee [Cc]hair(?:man|woman)?|[Ff]irst [Mm]inister)"
)
_BODY = (
    r"(?:Council|Committee|Commission|Inspectorate|Institute|League|Reform Trust|Parole Board|Napo"
    r"|NAPO|UNISON|Unison|GMB|POA|PCS|TUC|HMPPS|NOMS|MoJ|Ofsted|Howard League|Clinks|Nacro|Sodexo"
    r"|Serco|G4S|Seetec|Interserve|Sentencing Council|Federation|Law Society|Bar Council)"
)
_CHAIR = (
    r"(?:(?:then|former|deputy|national|acting) )?(?:chair(?:man|woman)?|chief exec(?:utive)?|CEO"
    r"|director|president|leader|boss|general secretary|spokes(?:man|woman|person))"
)
_ROYAL = (
    r"(?:Leo|Francis|Benedict|John Paul|Charles|Harry|William|Andrew|Edward|George|Henry|John"
    r"|Richard|James|Anne|Kate|Diana|Elizabeth|Victoria|Camilla|Mary|Margaret|Louis|Philip|Albert"
    r"|Alfred|Arthur|Wenceslas|Solomon|Herod|Canute|Lear)"
)
_IN_OFFICE = (
    re.compile(rf"\b{_POST},? (?P<name>{_NAME})"),
    re.compile(
        rf"(?P<name>{_NAME})(?: KC| QC| CBE| OBE)?,? "
        r"(?:(?:the|our|then|former|shadow|new|his majesty's) ){0,3}"
        rf"(?:[Pp]risons? |[Pp]robation ){{0,2}}{_POST}\b(?!'s)"
    ),
    re.compile(rf"\b(?:(?:Mr|Mrs|Ms|Lord|Lady) Justice) (?P<name>{_NAME})"),
    re.compile(rf"{_FULL} (?:is|was|were|became) (?:an?|the|our) (?:\w{{1,20}} ){{0,2}}{_POST}\b"),
    re.compile(rf"\b{_BODY}(?:'s)? {_CHAIR},? (?P<name>{_NAME})"),
    re.compile(rf"{_FULL},? (?:the )?{_CHAIR} of (?:the )?(?:\w{{1,20}} )?{_BODY}\b"),
    re.compile(rf"\b(?:Pope|King|Queen|Princess) (?P<name>{_ROYAL})\b"),
)
_PEER = re.compile(
    rf"\b(?:Lord|Baroness|Viscount|(?:Sir|Dame) {_WORD}) (?P<name>{_WORD}(?: of {_WORD})?)"
)
_PRESS = (
    r"(?:Guardian|Observer|Independent|Times|Telegraph|Mirror|Sun|Express|Daily Mail|BBC|ITV"
    r"|Sky News|Channel 4|Newsnight|Panorama|Radio (?:4|5)|Inside Time|Byline Times|Today programme"
    r"|Commons|House of (?:Commons|Lords)|Probation Journal|British Journal|Lancet|Spectator"
    r"|New Statesman|Financial Times|Press Association)"
)
_WRITER = (
    r"(?:journalist|columnist|correspondent|broadcaster|presenter|author|criminologist|academic"
    r"|historian|novelist|playwright|film-?maker|spokes(?:man|woman|person)|economist"
    r"|philosopher|sociologist|documentary maker)"
)
_STATED = r"(?:wrote|writes|writing|argued|argues|told|tells|said|says|reported|reports|spoke)"
# A full name beside a paper, a programme, Parliament, or a calling that lives in public.
_IN_PRINT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_FULL},? (?:has |had )?{_STATED} (?:\w{{1,20}} ){{0,3}}(?:the )?{_PRESS}\b",
        rf"{_FULL} {_STATED} (?:MPs|peers|reporters|the justice (?:select )?committee)\b",
        rf"{_FULL},? (?:of|from|in|at|for|on) (?:the |BBC ){{0,2}}{_PRESS}\b",
        rf"\b(?:{_PRESS}(?:'s)? )?(?:\w{{1,20}} )?{_WRITER},? {_FULL}",
        rf"{_FULL},? (?:[\w'\-]{{1,20}} ){{0,3}}{_WRITER}\b",
        rf"{_FULL} (?:(?:was|is|went|goes|came|been) (?:back |just )?)?on "
        r"(?:the (?:radio|telly|TV|news|Today programme)|Radio \d|Newsnight|LBC)\b",
        r"\b[Ii]n (?:his|her|their) (?:\w{1,20} )?(?:book|article|column|memoir|lecture|essay),? "
        rf"{_FULL}",
        rf"\b(?:book|article|essay|memoir|column|novel|documentary|podcast|paper) by {_FULL}",
        rf"{_FULL}'s? (?:\w{{1,20}} )?"
        r"(?:book|article|essay|memoir|column|novel|documentary|podcast)\b",
        # What one writes a dissertation on, and what stands on a shelf.
        r"\b(?:dissertation|thesis|essay|master'?s|doctorate|phd|PhD|lecture|biography|book|chapter"
        rf"|talk|study) (?:was )?(?:on|about|of) {_FULL}",
        rf"{_FULL}[^.!?\n]{{0,60}}\b(?:when|while|as|before) (?:she|he) (?:was|were|became|is) "
        rf"(?:the |our |still ){{0,2}}{_POST}",
        rf"{_FULL} (?:had|has|got|took|held) the (?:justice|prisons?|home|probation) "
        r"(?:job|brief|post)\b",
        rf"\b[Tt]he {_FULL} (?:murders?|killings?|inquiry|inquest|scandal|judgment|case review"
        r"|murder trial|independent review)\b",
        rf"\bProf(?:essor)?\.? {_FULL}(?=[^.!?\n]{{0,80}}\b(?:written|wrote|writes|book|research"
        r"|stud(?:y|ies)|argue[ds]?|lecture|[Uu]niversity|review|evidence|theory|paper)\b)",
    )
)
# "a copy of Jarvis on the probation service": an author's surname alone.
_SHELVED = re.compile(
    rf"\b(?:cop(?:y|ies)|edition) of (?P<name>{_WORD}(?: {_WORD}){{0,2}})(?:'s)? (?:on|about) "
)
# First names of prime ministers that hardly any colleague bears.
_MONONYM = re.compile(r"(?<![\w'\-])(?P<name>Boris|Rishi|Keir)(?!\w|-)(?! [A-Z])")
_POLITICS = re.compile(
    r"\b(?:government|tor(?:y|ies)|labour|brexit|prime minister|downing street|number ten|no\.? ?10"
    r"|election|cabinet|parliament|manifesto|ministers?|partygate|voters?|pm|mps)\b",
    re.I,
)
_RULES = re.compile(
    r"(?:'s (?:government|cabinet|party|budget|manifesto|election|reforms|tories|ministers)"
    r"| (?:called an election|won the election|lost the election|prorogued|came to power"
    r"|was prime minister|as prime minister|in number ten|(?P<vague>promised|pledged|announced"
    r"|wants|said|told)))\b",
    re.I,
)
_OWN = re.compile(r"\b(?:I|I'\w{1,2}|me|my|mine|our|us|we|team|office|desk|admin|manager)\b", re.I)
_END = re.compile(r"[.!?\n]")
_REACH = 300
_VOTED = re.compile(r"\b(?:voted? for|voting for|under|elected) $", re.I)
_OWNED = re.compile(r"\b(?:my|our|his|her|their|a|the|your) (?:[\w'\-]+ ){0,3}$", re.I)


class PublicName(NamedTuple):
    """Hold where a public person is named, and the surname that stands for him or her later."""

    start: int
    end: int
    surname: str


def public_people(text: str) -> Iterator[PublicName]:
    """Find the names beside which the text says what makes their bearers public."""
    for pattern in _IN_OFFICE:
        for match in pattern.finditer(text):
            yield _named(match)
    owned: dict[str, bool] = {}
    for match in _PEER.finditer(text):
        # A Nelson after "the Lord Nelson" may be anybody.
        doubtful = match["name"].lower() in first_names()
        person = _named(match)._replace(start=match.start())
        yield person._replace(surname="") if doubtful else person
    for pattern in (*_IN_PRINT, _SHELVED):
        for match in pattern.finditer(text):
            person = _named(match)
            name = _without_lead(match["name"])
            for part in (name, person.surname):
                if part not in owned:
                    owned[part] = _is_somebodys(text, part)
            shelved = pattern is _SHELVED
            if (" " in name or shelved) and not owned[name] and not owned[person.surname]:
                yield person
    for match in _MONONYM.finditer(text):
        if _governs(text, match):
            yield PublicName(match.start(), match.end(), "")


def _named(match: re.Match[str]) -> PublicName:
    return PublicName(match.start("name"), match.end("name"), match["name"].split()[-1])


def _without_lead(name: str) -> str:
    """Return a name without the words that only begin its sentence: "As Gareth Pinnock"."""
    words = name.split()
    while words and is_ordinary(words[0].lower()) and words[0].lower() not in first_names():
        del words[0]
    return " ".join(words)


def _is_somebodys(text: str, name: str) -> bool:
    """Tell whether the text anywhere makes the name that of a colleague, friend or client."""
    position = text.find(name)
    while position >= 0:
        before = _OWNED.search(text, max(0, position - 60), position)
        if before and not ROLES.isdisjoint(before.group().lower().split()):
            return True
        position = text.find(name, position + 1)
    return False


def _governs(text: str, match: re.Match[str]) -> bool:
    """Tell whether a first name stands where only the politician can be meant."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    sentence = f"{_END.split(before)[-1]}{match.group()}{_END.split(after)[0]}"
    if _POLITICS.search(sentence) is None:
        return False
    if _VOTED.search(text, max(0, match.start() - 12), match.start()):
        return True
    rules = _RULES.match(text, match.end())
    return rules is not None and not (rules["vague"] and _OWN.search(sentence))
