"""The public figures about the people who work in probation."""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Workforce(NamedTuple):
    """Hold how many there are of a grade and of a place, and what share has a trait.

    Numbers of people are full-time equivalents in England and Wales in `year`; shares are parts
    of one. What is assumed and not counted is said in docs/estimate.md.
    """

    year: int
    staff: int
    officer: int
    services_officer: int
    senior_officer: int
    trainee: int
    court: int
    regions: int
    areas: int
    units: int
    women: float
    up_to_four_years: float
    leaving_in_a_year: float


@cache
def workforce() -> Workforce:
    """Return the figures, loaded once when first needed."""
    path = files("contributions.deidentify").joinpath("data", "workforce.json")
    figures = json.loads(path.read_text(encoding="utf-8"))
    return Workforce(**{name: figures[name] for name in Workforce._fields})
