"""Callings and posts that few hold, by the shape of the claim: "I'm a polygraph examiner"."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WORD = r"[\w'\-]{1,20}"
_NAME = (
    r"(?:the )?(?:whole (?:of )?(?:the )?|entire |north of |south of )?(?:"
    r"(?-i:[A-Z])[\w'\-]{2,20}|north|south|east|west|midlands|coast|county|region|area|service"
    r"|valleys?|island|peninsula|country|estate|prison|city|town|borough|division|patch)"
)
_ENDS = (
    r"(?:examiner|ian|ist|wife|nurse|lead|chaplain|lecturer|worker|keeper|carer|runner|driver"
    r"|instructor|tutor"
    r"|trainer|mentor|interpreter|translator|handler|sergeant|constable|inspector|analyst|adviser"
    r"|advisor"
    r"|organiser|facilitator|mediator|advocate|solicitor|barrister|magistrate|usher|clerk"
    r"|librarian|imam|rabbi"
    r"|vicar|priest|curate|deacon|sister|monitor|scheduler|co-?ordinator|assessor|supervisor"
    r"|planner|commissioner"
    r"|counsellor|councillor|governor|psychologist|therapist|physio|paramedic|medic|midwife"
    r"|visitor|teacher"
    r"|cook|chef|gardener|caretaker|cleaner|porter|receptionist|secretary|treasurer|convenor"
    r"|steward|rep"
    r"|specialist|consultant|engineer|technician|researcher|volunteer|reviewer|investigator"
    r"|auditor|trustee"
    r"|housing officer|welfare officer|detention officer|liaison officer|custody officer|tagging"
    r" officer"
    r"|enforcement officer|contact officer|court officer|duty officer|detective|call handler"
    r"|dispatcher|matron"
    r"|manager of [\w'\-]{1,20}|chair)"
)
_I_AM = (
    r"\b(?:I'm|I am|im|I was|I've been|I'd been|she's|he's|she is|he is|she was|he was|who's|as"
    r"|am|once|former"
    r"|ex-?|retired|hi,?|mine's|husband's|wife's|partner's) (?:now |still |just |only |also |by"
    r" trade )?"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        # "a hospital chaplain, the Pentecostal one"
        rf"{_I_AM}(?P<told>(?:an?|the|our|their|your)(?: (?!probation\b|prison officer|po\b"
        r"|senior probation|member\b"
        rf"|trainee\b|taxpayer\b|reader\b|case administrator)[\w'&\-]{{2,20}}){{1,3}}? {_ENDS}\b"
        r"(?! (?:of|to) (?:the"
        rf" )?(?:view|opinion))(?: \([^()\n]{{3,50}}\))?(?:, (?:the|a) [\w'\-]{{2,20}} one)?(?:,?"
        r" (?:for|in|at|with|on"
        rf"|of|across|covering) {_NAME})?)",
        # "one of four in the whole of the South West", "one of two Tamil speakers in the region"
        r"\b(?:one|either|both|any) of (?:only |just |the |about )?(?:two|three|four|five|six"
        r"|seven|eight|nine|ten"
        rf"|\d{{1,2}})(?: (?!them|us|times|days|years)[\w'\-]{{2,20}}){{0,3}} (?:in|for|across|on"
        r"|at|left in|covering)"
        rf" (?:the |all (?:of )?)?{_NAME}(?: (?-i:[A-Z])[\w\-]{{2,20}})?",
        r"\b(?:the|our|their|your|my)? ?(?:deputy |assistant |acting |interim |vice[- ])?"
        r"(?:heads?|director|chief|lead|chair"
        r"|manager|governor|secretary|superintendent|commissioner|inspector|dean|leader) (?:of"
        rf"|for) (?:{_WORD} )"
        rf"{{1,4}}?(?:for|in|at|across|over) {_NAME}(?: (?-i:[A-Z])[\w\-]{{2,20}})?",
        r"\b(?:the|our|their|a|my) (?:deputy |assistant |acting |interim )?(?:head|director|lead"
        r"|chief|manager|chair)"
        r" (?:of|for) (?:something|some thing|what's) called [\w'\-]{2,20}",
        rf"{_I_AM}(?P<told>(?:vice[- ]|deputy |assistant )?(?:chair|secretary|treasurer|convenor"
        r"|rep|steward|union|napo"
        r"|unison|gmb|poa|lead|head|president|organiser|clerk) (?:of|for|in|at) (?:an? |the )?"
        rf"(?:{_WORD} ){{0,3}}?"
        rf"(?:branch|{_NAME})(?: [\w'\-]{{1,20}}){{0,9}}?)(?=[,.;:!?)\n]|$| (?:and|but|I|so)\b)",
        r"\b(?:acting|stepped|stepping|covering|standing|stood) (?:up|in|down) (?:as|for|to"
        r"|from) (?:an? |the )?"
        rf"(?:{_WORD} )?(?:spo|po|pso|manager|head|deputy|senior|lead|governor|aco|chair)\b(?: "
        r"(?:in|at|of|for)"
        rf" {_NAME})?",
        # "the Muslim one", "the one with the stick"
        rf"\b(?:I'm|I am|im|I was|she's|he's|as) (?P<told>(?:also )?the [\w'\-]{{3,20}} one|the"
        r" one (?:with|in|who|by|that)"
        rf" (?:the |a )?{_WORD}(?: {_WORD}){{0,4}})",
        r"\b(?:you'd|you'll|they|everyone|people|colleagues) (?:know|knows|recognise|call|calls)"
        r" me (?:by|as|from)"
        rf" (?P<told>(?:the |my )?{_WORD}(?: {_WORD}){{0,3}})",
        r"\bthere(?:'s| is| are|'re| was| were) (?:only |just )?(?P<told>(?:(?:one|two|three)"
        r" other|one of me)"
        rf"(?: {_WORD}){{0,4}})",
        rf"(?:^|[.!?\n] ?)(?P<told>(?-i:[A-Z])[\w\-]{{2,20}}(?: [\w&\-]{{2,20}}){{0,2}}? {_ENDS}"
        rf"(?: \([^()\n]{{3,40}}\))?),"
        rf" (?:{_WORD} ?){{1,6}}[,.]",
    )
)


def trades(scene: Scene) -> Iterator[Span]:
    """Find callings and posts by the way somebody lays claim to them."""
    for shape in _SHAPES:
        group = "told" if "told" in shape.groupindex else 0
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start(group))
            if not sentence.public and (sentence.personal or scene.told and group):
                start, end = match.span(group)
                start += len(scene.text[start:end]) - len(scene.text[start:end].lstrip())
                yield Span(start, end, "ROLE_PLACE")
