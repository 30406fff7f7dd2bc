"""How many people could have written a text, going by what can be counted in it.

A rough count from public figures, made to warn and never to reassure. docs/estimate.md says what
it rests on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from contributions.deidentify.crowd.workforce import workforce
from contributions.deidentify.crowd.writer import Writer, writer
from contributions.deidentify.finding import Finding, Severity

Level = Literal["none", "below 20", "below 10", "below 5"]

# What only those know who were there, or are close: no public figure can count them.
_KNOWN_TO_SOME = frozenset(
    ("EVENT", "UNUSUAL_CASE", "HEALTH_FAMILY", "RELATION", "STYLE", "SENTENCE")
)
_LEVELS: tuple[tuple[int, Level], ...] = ((5, "below 5"), (10, "below 10"), (20, "below 20"))
_LONGEST_SERVICE = 30
_WORTH_SAYING = 1.5


@dataclass(frozen=True, slots=True)
class Estimate:
    """Hold a rough count and the sentences that go with it.

    `people` is None where nothing can be counted or counting would mislead. `basis` says what
    the count rests on, or why there is none. `level` tells how strongly to warn, also where
    `people` is None. `best_change` is one sentence, or "". `cannot_tell` says that the text
    holds something by which anyone who knows of it could tell.
    """

    people: int | None
    basis: str
    level: Level
    best_change: str
    cannot_tell: bool


def estimate(text: str, findings: Sequence[Finding], as_written: bool = False) -> Estimate:
    """Estimate how many people the text could be by.

    `findings` are all of them, sentences included. Advice that is taken counts by its
    replacement; with `as_written` it counts as if it were not.
    """
    told = writer(text, findings, as_written)
    kept = any(f.severity is Severity.STRIP and not f.replaced for f in findings)
    standing = [f for f in findings if as_written or not f.replaced]
    counted = 0.0 if told.elsewhere else _count(told)
    level = _level(counted) if counted else "none"
    if kept:
        basis = "A name, number or address that stays in the text points straight at someone."
        return Estimate(None, basis, level, "Taking it out helps most.", True)
    if any(f.category in _KNOWN_TO_SOME for f in standing):
        basis = "Anyone who knows of what you tell here could tell who wrote it."
        change = "Leaving out or changing what only a few people know helps most."
        return Estimate(None, basis, level, change, True)
    if not counted:
        basis = (
            "Nothing here can be counted with the public figures, and that does not mean that "
            "nobody could tell."
        )
        return Estimate(None, basis, "none", "", False)
    change = _best_change(told, counted)
    return Estimate(_rounded(counted), _basis(told, counted), level, change, False)


def _count(told: Writer) -> float:
    """Return how many people fit, or 0 where the text names neither grade, post nor place."""
    figures = workforce()
    if told.post is not None:
        people = float(told.post)
    elif told.grade is not None or told.place is not None:
        people = float(getattr(figures, told.grade or "staff"))
    else:
        return 0.0
    parts = {"unit": figures.units, "area": figures.areas, "region": figures.regions}
    people /= parts.get(told.place or "", 1)
    if told.sex is not None:
        people *= figures.women if told.sex == "woman" else 1 - figures.women
    if told.years is not None:
        people *= _share_of_years(told.years) * (5 if told.roughly else 1)
    if told.joined_in_month:
        people /= 2  # Intakes come about twice a year.
    if told.left is not None:
        people *= figures.leaving_in_a_year / (12 if told.left == "month" else 1)
    return max(1.0, people)


def _share_of_years(years: int) -> float:
    """Return the share of staff with just so many years, spread evenly on either side of four."""
    newer = workforce().up_to_four_years
    if years <= 4:
        return newer / 5
    share = (1 - newer) / (_LONGEST_SERVICE - 4)
    return share if years <= _LONGEST_SERVICE else share / 2


def _level(people: float) -> Level:
    return next((level for least, level in _LEVELS if people < least), "none")


def _basis(told: Writer, people: float) -> str:
    named = [name for name, is_told, _ in _TRAITS if is_told(told)]
    listed = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
    if people < 5:
        return f"Perhaps fewer than 5 people fit the {listed} you give."
    fit = f"Roughly {_rounded(people):,} people fit the {listed} you give"
    return f"{fit}." if people < 20 else f"{fit}, and what you tell may narrow it down."


def _best_change(told: Writer, people: float) -> str:
    """Name the one trait whose loss, or loosening, lets most others fit."""
    best, most = "", people * _WORTH_SAYING
    for name, is_told, without in _TRAITS:
        if is_told(told):
            others = _count(without(told))
            if others > most:
                best, most = name, others
    return f"Without the {best}, some {_rounded(most):,} would fit." if best else ""


_Trait = tuple[str, Callable[[Writer], bool], Callable[[Writer], Writer]]
_TRAITS: tuple[_Trait, ...] = (
    ("grade", lambda w: w.grade is not None and w.post is None, lambda w: replace(w, grade=None)),
    ("post", lambda w: w.post is not None, lambda w: replace(w, post=None)),
    ("office", lambda w: w.place == "unit", lambda w: replace(w, place="region")),
    ("county", lambda w: w.place == "area", lambda w: replace(w, place="region")),
    ("region", lambda w: w.place == "region", lambda w: replace(w, place=None)),
    ("sex", lambda w: w.sex is not None, lambda w: replace(w, sex=None)),
    (
        "years of service",
        lambda w: w.years is not None,
        lambda w: replace(w, years=None, joined_in_month=False),
    ),
    (
        "month of joining",
        lambda w: w.joined_in_month and w.years is None,
        lambda w: replace(w, joined_in_month=False),
    ),
    ("date of leaving", lambda w: w.left is not None, lambda w: replace(w, left=None)),
)


def _rounded(people: float) -> int:
    """Round as roughly as the count is rough."""
    if people < 20:
        return max(1, round(people))
    step = 10 if people < 1000 else 100 if people < 10_000 else 1000
    return round(people / step) * step
