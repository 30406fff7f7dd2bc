"""Where the text says that somebody lives, in shapes that alone would be no address."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import capitalised_words, is_kept_word, towns
from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span
from contributions.deidentify.structured.streets import (
    HOUSE_KIND,
    NAMED,
    NOT_A_STREET,
    NUMBER,
    OLD_HOUSE,
    STREET,
    SURE_STREET,
    with_tail,
)

_WORDS = rf"(?:{NOT_A_STREET}[a-z'\-]{{2,20}} )"
_LIVING = (
    r"(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|bailed|moved|lodg(?:es|ing)|rent(?:s|ed|ing)?|tagged"
    r"|released|curfewed|discharged|evicted|registered|grew up|sofa[ -]surf(?:s|ed|ing))"
)
_WHOSE = r"(?:my|her|his|our|their|bail|release|home|last|new|known|current|registered)"
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # "my road is quarry lane", "she lives on Oak Tree Rise"
        rf"\b(?:{_WHOSE} (?:road|street|lane|address|house|place)|{_LIVING}"
        rf"|address)\b[\s,:(]{{1,3}}"
        rf"(?:(?:is|was|at|to|as|of|now|down|the|on|in|off|just|round|last|one) ){{0,4}}"
        rf"(?P<street>(?:(?:no\.? ?|flat )?{NUMBER},? )?{_WORDS}{{1,3}}{STREET})(?!\w)",
        r"\baddress\b[\s,:(]{1,3}(?:is )?(?P<street>the (?:[a-z'\-]{2,20} ){0,2}"
        rf"(?:house|cottage|farm|lodge)(?:, (?:[a-z'\-]{{2,20}} ){{1,2}}{SURE_STREET})?)\b",
        # "I live at 23 Larkspur": with a verb like this, a number and a name are enough.
        rf"\b(?:{_LIVING}|home|house|address|parked)"
        r"[ ,:]{1,2}(?:(?:is|at|to|outside|addr|now|just|round|over|of) ){0,3}"
        rf"(?P<street>(?:(?:number|no\.?|flat|room) )?\d{{1,4}}[a-f]?,? "
        rf"{NOT_A_STREET}(?:the )?{NOT_A_STREET}[a-z'\-]{{3,20}}"
        rf"(?: (?-i:[A-Z])[\w'\-]{{1,20}}){{0,2}})",
    )
)
_LIVES_AT_HOUSE = re.compile(
    rf"\b(?:[Ll]iv(?:e|es|ed|ing)|[Hh]ome is|[Hh]ouse is|[Ss]tay(?:s|ed|ing)|[Bb]ailed|[Rr]eleased)"
    rf" (?:up |down |over |out )?(?:at|in|to )? ?(?P<street>(?:The |the )?{NAMED}(?:{OLD_HOUSE}"
    rf"|{HOUSE_KIND}))(?!\w)"
)
_LIVES_ON = re.compile(
    r"\b(?:[Ll]iv(?:e|es|ed|ing)|[Hh]ome is|[Hh]ouse is|[Ff]lat is) (?:up |down |over )?"
    r"(?:on|off|at) (?P<street>[A-Z][a-z]{3,20}(?: [A-Z][a-z]{2,20})?)(?![\w'])"
)


def homes(text: str) -> Iterator[Span]:
    """Find streets and houses that the text calls somebody's address, or where somebody lives."""
    text = unbroken(text)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Span(match.start("street"), with_tail(text, match.end("street")), "ADDRESS")
    for match in _LIVES_AT_HOUSE.finditer(text):
        yield Span(match.start("street"), with_tail(text, match.end("street")), "ADDRESS")
    for match in _LIVES_ON.finditer(text):
        first = match["street"].split()[0]
        if first.lower() not in towns() and not (
            is_kept_word(first) or first in capitalised_words()
        ):
            yield Span(match.start("street"), match.end("street"), "ADDRESS")
