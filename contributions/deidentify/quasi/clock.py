"""Exact times of the day of something that happened to a person."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_MINUTES = r"(?:five|ten|quarter|a quarter|twenty|twenty[- ]five|half|[1-5]?\d)"
_CLOCK = re.compile(
    r"(?<![\w.£$:/,])(?P<lead>(?:at|by|around|about|from|till|til|until|past|since|before|after"
    r"|just after|gone|the|@) )?(?:(?P<hour>[01]?\d"
    r"|2[0-3])[.:](?P<minute>[0-5]\d) ?(?P<half>[ap]\.?m\b\.?|hrs|hours)?|(?:1[0-2]"
    r"|[1-9]) ?(?:[ap]\.?m)\b\.?(?: sharp)?|(?:[01]\d|2[0-3])[0-5]\d ?(?:hrs|hours)\b)(?![\w%/£]"
    r"|[.:]\d| ?(?:per ?cent|million|billion|m\b|k\b|hours? (?:a|per)|fte|and a half|grand))",
    re.I,
)
_SPOKEN = re.compile(
    rf"\b(?:(?:at|by|about|around|just|bang on|dead on|from|till|until|nearly|gone|on the dot of"
    rf"|since) ){{0,2}}(?:{_MINUTES}(?: minutes?)? (?:to|past) {_HOUR}\b(?! (?:of|people|cases"
    rf"|staff|officers|years|months|weeks|days))|half {_HOUR}\b(?= (?:in|on|at|that|this|and|when)"
    rf"|[,.;!?)])|{_HOUR} o'?clock|{_HOUR} (?:in the (?:morning|afternoon|evening)|at night)"
    rf"|{_HOUR} on the dot"
    r"|(?:just (?:gone|before|after|past)|gone|past|nearly) midnight|(?<=at )(?:noon|midday"
    r"|midnight|(?:about |around )?(?:six|seven|eight"
    rf"|nine|ten|eleven|twelve)(?=[.,;!?)]| (?:on|sharp|and|when|that|every|I|he|she|each)\b))"
    rf"|(?:at|by|about|since|around) (?:ten|twenty|quarter|five|half|a quarter|twenty-five"
    rf"|twenty five) (?:to|past)(?=[.,;!?)]| (?:and|I|he|she|with|when)\b))\b",
    re.I,
)
_LOOSE = re.compile(
    rf"\b(?:(?:at|by|about|around|from|till|until) ){{0,2}}(?:[1-9]|1[0-2]|{_HOUR})-?ish\b"
    rf"|\b(?:bang on|dead on|on the stroke of|gone|just gone|just before|just after|till gone"
    rf"|half past|nearly)"
    rf" (?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[3-9])(?= (?:she|he"
    rf"|they|I|we|and|when"
    rf"|that|on|in|the|every)\b|[.,;!?)]|$)"
    rf"|\bbetween {_HOUR} and (?:half past|quarter past|{_HOUR})(?= (?:he|she|I|they|we|on|that"
    rf"|in the)\b|[.,;!?])"
    r"|\b0[5-9][0-5]\d(?= (?:start|finish|on|and|for|meeting|train|hrs|hours|till|to|sharp)\b"
    r"|[,:;])"
    r"|(?:(?<=[,;] )|(?<=[.!?] )|^)(?:[01]?\d|2[0-3])[.:][0-5]\d(?=[,:;]| [-a-z])(?! ?(?:per|%"
    r"|million|billion|m\b|k\b))",
    re.I | re.M,
)
_RATIO = re.compile(
    r"\b(?:ratio|average|score|version|section|rule|para|paragraph|page|band|grade|psi|pi|point"
    r"|factor|ogrs|rsr|rate)\W{1,3}(?:\w+\W){0,2}$",
    re.I,
)
_OPENING = re.compile(r"[ap]?\.?m?\.? ?(?:-|to|till|until) ?(?:\d|five|six|four)", re.I)


def times(scene: Scene) -> Iterator[Span]:
    """Find times of the day."""
    text = scene.text
    for match in _CLOCK.finditer(text):
        plain = match["hour"] is not None and match["half"] is None
        if (
            plain
            and match["lead"] is None
            and not scene.of_self(match.start())
            and "." in match.group()
        ):
            continue
        if _RATIO.search(text, max(0, match.start() - 25), match.start()):
            continue
        if scene.private(match.start()) and not _OPENING.match(text, match.end()):
            yield Span(match.start(), match.end(), "TIME")
    for match in [*_SPOKEN.finditer(text), *_LOOSE.finditer(text)]:
        if scene.private(match.start()):
            yield Span(match.start(), match.end(), "TIME")
