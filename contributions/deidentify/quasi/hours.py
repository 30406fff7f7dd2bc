"""Times told loosely: "about 2", "from teatime on the Thursday", "It was 16.35"."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_PART = (
    r"(?:tea ?time|lunch ?time|dinner ?time|breakfast(?: time)?|home ?time|bedtime|first thing"
    r"|last thing|close of play|closing time|opening time|first light|day ?break|dawn|dusk|sunrise"
    r"|sunset|midnight|midday|noon|elevenses|knocking[- ]off time|handover|roll call|unlock"
    r"|lock-?up"
    r"|bang[- ]up|the (?:early|small|wee) hours)"
)
_LEAD = (
    r"(?:at|by|around|about|from|till|until|since|before|after|just before|just after|just gone"
    r"|gone|past|nearly|round)"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b(?:{_LEAD} )?{_PART},? (?:on )?(?:the |that |a )?{_WEEKDAY}(?: (?:to|till|until)"
        rf" (?:the )?(?:\d{{1,2}}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|{_HOUR}|{_PART})(?: (?:on )?"
        r"(?:the )?"
        rf"{_WEEKDAY})?)?",
        rf"\b{_LEAD} (?:tea ?time|dawn|dusk|midnight|midday|noon|first light|the (?:early|small"
        r"|wee) hours|unlock|bang[- ]up)\b(?=[.,;!?]| (?:and|I|he|she|we|they|the|when|with|in"
        r"|on|a)\b)",
        r"\b(?:about|around|round|just before|just after|just gone|gone|nearly|dead on|bang on)"
        r" (?:[1-9]|1[0-2])(?=[.,;!?]|$| (?:in the|on the|that|and|when|he|she|I|we|they|o)\b)"
        r"(?!\.\d)",
        r"\b(?:it was|it were|was|said|reads?|showed|clock|time) (?P<told>(?:[01]?\d"
        r"|2[0-3])[.:][0-5]\d)"
        r"(?=[.,;!?](?!\d)|$| (?:and|when|on|by|in|a\.?m|p\.?m)\b)",
        rf"\b{_HOUR} (?:to|till|until|'til) {_HOUR}(?= (?:shift|on|and|every|nights?|lates|earlies"
        rf"|with|at|\w+day)\b|[,.;!?])(?! (?:of|in))",
        r"\b(?:ten|twenty|quarter|a quarter|five|half|twenty[- ]five|[1-5]?\d) ?(?:to|past|after"
        r"|before)"
        rf" (?:{_HOUR}|1[0-2]|[1-9])\b(?! (?:of|people|cases|staff|officers|years|months|weeks"
        r"|days))",
        rf"\b(?:the )?(?:[1-9]|1[0-2]|{_HOUR})[ -]o'?clock\b",
        r"\bthe (?P<told>(?:[01]?\d|2[0-3])[.:][0-5]\d) (?:meeting|train|bus|call|slot"
        r"|appointment|to"
        r"|from|start|review|briefing|huddle|list)\b",
        rf"\b{_HOUR} (?:a\.?m|p\.?m)\b\.?|\b\d{{1,2}}(?:[.:]\d\d)?(?:ish)? ?(?:bells|in the "
        r"(?:morning"
        rf"|afternoon|evening)|at night|on the dot|sharp)\b",
        rf"\b(?:{_LEAD}) half[- ]?(?:past )?(?:{_HOUR})\b",
    )
)
_AMOUNT = re.compile(r"(?:[£$%]|\b(?:ratio|score|version|section|para|page|chapter|rule) )$", re.I)


def hours(scene: Scene) -> Iterator[Span]:
    """Find times of the day that are told in passing."""
    for shape in _SHAPES:
        group = "told" if "told" in shape.groupindex else 0
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if (sentence.personal or scene.private(match.start())) and not (
                sentence.public
                or _AMOUNT.search(scene.text, max(0, match.start() - 12), match.start())
            ):
                yield Span(match.start(group), match.end(group), "TIME")
