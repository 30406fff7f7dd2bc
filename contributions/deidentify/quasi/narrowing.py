"""Everything that does not name a person but narrows down who it is: the cautions."""

from collections.abc import Callable, Iterator

from contributions.deidentify.names.keeping import kept_stretches, public_names
from contributions.deidentify.normalise import PLACEHOLDER
from contributions.deidentify.quasi.ages import ages
from contributions.deidentify.quasi.ailments import ailments
from contributions.deidentify.quasi.circumstances import circumstances
from contributions.deidentify.quasi.clock import times
from contributions.deidentify.quasi.cohorts import cohorts
from contributions.deidentify.quasi.days import days
from contributions.deidentify.quasi.feasts import feasts
from contributions.deidentify.quasi.happenings import happenings
from contributions.deidentify.quasi.holdings import holdings
from contributions.deidentify.quasi.hours import hours
from contributions.deidentify.quasi.incidents import incidents
from contributions.deidentify.quasi.landmarks import landmarks
from contributions.deidentify.quasi.measures import counts
from contributions.deidentify.quasi.news import is_news, without_names
from contributions.deidentify.quasi.occasions import occasions
from contributions.deidentify.quasi.oddities import oddities
from contributions.deidentify.quasi.posts import posts
from contributions.deidentify.quasi.premises import premises
from contributions.deidentify.quasi.qualifying import qualifying
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.quasi.service import service
from contributions.deidentify.quasi.settings import settings
from contributions.deidentify.quasi.subjects import telling_part
from contributions.deidentify.quasi.tallies import tallies
from contributions.deidentify.quasi.ties import ties
from contributions.deidentify.quasi.trades import trades
from contributions.deidentify.quasi.whereabouts import whereabouts
from contributions.deidentify.quasi.workplaces import workplaces
from contributions.deidentify.spans import Span, merged, outside, parted
from contributions.deidentify.structured.unit_codes import unit_codes

_DETECTORS: tuple[Callable[[Scene], Iterator[Span]], ...] = (
    service,
    qualifying,
    cohorts,
    settings,
    days,
    occasions,
    times,
    counts,
    tallies,
    ages,
    circumstances,
    incidents,
)
# These go by the shape of a phrase alone, so what is kept by name is cut out of their finds.
_BY_SHAPE: tuple[Callable[[Scene], Iterator[Span]], ...] = (
    ailments,
    feasts,
    happenings,
    holdings,
    hours,
    landmarks,
    oddities,
    premises,
    ties,
    trades,
    whereabouts,
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
    people = public_names(text)
    kept = kept_stretches(text, people)
    places = outside(merged(workplaces(scene)), kept)
    found = [*posts(scene, places), *places, *unit_codes(text)]
    for detect in _DETECTORS:
        found += detect(scene)
    unkept = _hidden(text, sorted(kept))
    for detect in _BY_SHAPE:
        found += parted(unkept, detect(scene), PLACEHOLDER)
    found = [span for span in found if not is_news(scene, span, people)]
    found = [*without_names(found, people)]
    exact = merged(parted(text, (s for s in found if s.category in _EXACT), PLACEHOLDER))
    # A body's name may stay wherever it stands, and what is advised on by itself is said once.
    said = _hidden(text, sorted([*kept, *((s.start, s.end) for s in exact)]))
    told = parted(said, (s for s in found if s.category not in _EXACT), PLACEHOLDER)
    whole = merged(s for s in told if s.end - s.start > _SCRAP)
    return sorted([*exact, *(telling_part(text, span) for span in whole)])


def _hidden(text: str, stretches: list[tuple[int, int]]) -> str:
    parts = []
    position = 0
    for start, end in stretches:
        begin = max(start, position)
        if end > begin:
            parts += [text[position:begin], PLACEHOLDER * (end - begin)]
            position = end
    return "".join([*parts, text[position:]])
