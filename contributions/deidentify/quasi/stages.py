"""Places that are named because something public happened there."""

import re

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_CAMPAIGN = re.compile(
    r"\b(?:banner|picket(?:s|ed|ing| lines?)?|march(?:ed|es|ing)|on the march|rall(?:y|ies)|lobby"
    r"|demo(?:s|nstrations?)?|protest(?:s|ed)?|agm|vigil|(?:union|napo|tuc|party"
    r"|annual) conference)\b",
    re.I,
)
_AT_WORK = re.compile(
    r"\b(?:work(?:s|ed|ing)?|based|our (?:office|team|unit|pdu|place)|my (?:office|team|unit|patch)"
    r"|live[sd]?|living|from|cover(?:s|ed|ing)?|transferred|moved|caseload)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:they|he|she|government|grayling|minist(?:er|ry)|hmcts|who)(?:'d|'ve| have| had)? "
    r"(?:shut|closed|sold(?: off)?|flogged(?: off)?|axed|demolished) (?:down )?(?:the |old )?$",
    re.I,
)


def is_a_stage(scene: Scene, place: Span) -> bool:
    """Tell whether something public happened at a place: a march, a strike, its closing down."""
    sentence = scene.at(place.start)
    if _CLOSED.search(scene.text, max(sentence.start, place.start - 30), place.start):
        return True
    return (
        place.category == "PLACE"
        and _CAMPAIGN.search(scene.text, sentence.start, sentence.end) is not None
        and _AT_WORK.search(scene.text, sentence.start, sentence.end) is None
    )
