"""Everything that does not name a person but narrows down who it is: the cautions."""

from collections.abc import Callable, Iterator

from .circumstances import circumstances
from .clock import times
from .days import days
from .incidents import incidents
from .keeping import kept_stretches
from .measures import ages, counts
from .normalise import PLACEHOLDER
from .posts import posts
from .qualifying import qualifying
from .scene import Scene
from .service import service
from .spans import Span, merged, outside, parted
from .unit_codes import unit_codes
from .workplaces import workplaces

_DETECTORS: tuple[Callable[[Scene], Iterator[Span]], ...] = (
    service,
    qualifying,
    days,
    times,
    counts,
    ages,
    circumstances,
    incidents,
)


# Facts with a generalisation of their own. The rest are stretches of a tale around them.
_EXACT = frozenset(
    {
        *("WORKPLACE", "PLACE", "ROLE_PLACE", "YEARS_SERVICE", "DATE_QUALIFIED"),
        *("DATE", "TIME", "CASELOAD", "AGE"),
    }
)
_SCRAP = 8


def cautions(text: str) -> list[Span]:
    """Return what narrows down who a reading is about, sorted and apart.

    `text` is a reading in which direct identifiers are placeholders already.
    """
    scene = Scene(text)
    kept = kept_stretches(text)
    places = outside(merged(workplaces(scene)), kept)
    found = [*posts(scene, places), *places, *unit_codes(text)]
    for detect in _DETECTORS:
        found += detect(scene)
    exact = merged(parted(text, (s for s in found if s.category in _EXACT), PLACEHOLDER))
    # A body's name may stay wherever it stands, and what is advised on by itself is said once.
    said = _hidden(text, sorted([*kept, *((s.start, s.end) for s in exact)]))
    told = parted(said, (s for s in found if s.category not in _EXACT), PLACEHOLDER)
    return sorted([*exact, *merged(s for s in told if s.end - s.start > _SCRAP)])


def _hidden(text: str, stretches: list[tuple[int, int]]) -> str:
    parts = []
    position = 0
    for start, end in stretches:
        begin = max(start, position)
        if end > begin:
            parts += [text[position:begin], PLACEHOLDER * (end - begin)]
            position = end
    return "".join([*parts, text[position:]])
