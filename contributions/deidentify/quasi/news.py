"""Places and dates that a text names because of what everybody read in the papers."""

import re
from collections.abc import Iterable, Iterator, Sequence

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_DATED = frozenset(("PLACE", "WORKPLACE", "DATE", "TIME"))
# Murders and the like are left out: they may be the writer's own cases.
_BEFORE = re.compile(
    r"\b(?:what happened (?:in|at|on|to|after)|(?:the|all the) (?:press|news|papers|headlines"
    r"|coverage|footage|documentary|scandal|riots?|attacks?|bombings?|strikes?|marches|inquiry"
    r"|protests?) (?:about|on|of|at|in|from|over|into|outside)|(?:seen|read|heard) about)"
    r" (?:HMP |the )?(?:[\w']+ (?:and|or) (?:in |at )?)?$",
    re.I,
)
_AFTER = re.compile(
    r",? (?:attacks?|bombings?|riots?|massacre|disaster|scandal|inquiry|tragedy|atrocity|outrage"
    r"|and what happened)\b",
    re.I,
)
_PRESS = re.compile(
    r"\b(?:seen the press|in all the (?:papers|news|headlines)|the press about|front pages?|made "
    r"national news|national (?:press|news)|what happened in)\b",
    re.I,
)
# "What has gone wrong since 2014" is no one's length of service.
_DECLINE = re.compile(
    r"\b(?:gone (?:wrong|downhill|backwards|to pot)|been (?:broken|worse|downhill|falling|rising"
    r"|declining|in crisis|cut|frozen|flat|eroded)|got worse|never recovered|recovered|fallen|risen"
    r"|dropped|halved|doubled|trebled|collapsed|changed|nothing)(?: [a-z]+){0,2} $",
    re.I,
)


def is_news(scene: Scene, span: Span, people: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place or a date belongs to a public event, or to a public person's doing.

    `people` says where the text names public people.
    """
    text, sentence = scene.text, scene.at(span.start)
    if span.category == "YEARS_SERVICE":
        return _DECLINE.search(text, max(sentence.start, span.start - 60), span.start) is not None
    if span.category not in _DATED:
        return False
    if not sentence.ours and any(
        sentence.start <= start < sentence.end for start, end in people if end <= len(text)
    ):
        return True
    if _BEFORE.search(text, max(sentence.start, span.start - 60), span.start):
        return True
    if _AFTER.match(text, span.end):
        return True
    return not sentence.self and _PRESS.search(text, sentence.start, sentence.end) is not None


def without_names(spans: Iterable[Span], people: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Cut the names of public people off the ends of spans: "trained under people who read …"."""
    for span in spans:
        start, end = span.start, span.end
        for begin, stop in people:
            if start < begin < end <= stop:
                end = begin
            elif begin <= start < stop < end:
                start = stop
        if end - start > 1:
            yield span._replace(start=start, end=end)
