"""What the site holds of what people send: every column, said in plain words.

Each app keeps its part in a file holdings.toml. /safety/ is made from it, docs/threat-model.md
carries it (`manage.py list_holdings`), and a test compares it with the schema, so none of the
three can say less than there is.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import apps

FILE = "holdings.toml"


@dataclass(frozen=True)
class Column:
    """One column: what it tells, and either why it is clear or to whom it is sealed."""

    name: str
    tells: str
    clear_because: str = ""
    sealed_to: str = ""


@dataclass(frozen=True)
class Holding:
    """One table; `model` is its label, such as "contributions.Submission"."""

    model: str
    about: str
    kept: str
    clear: tuple[Column, ...]
    sealed: tuple[Column, ...]

    @property
    def columns(self):
        return (*self.clear, *self.sealed)


@cache
def holdings():
    """Return the Holding of every table that stores something about what people send."""
    return tuple(_holding(row) for file in _files() for row in file.get("table", ()))


@cache
def of_contributions():
    """Return those that a contributor's own sending fills, which /safety/ lists."""
    return tuple(found for found in holdings() if found.model.startswith("contributions."))


@cache
def nothing_held():
    """Return {model: what is in it} of all other tables."""
    return {model: why for file in _files() for model, why in file.get("nothing", {}).items()}


def _files():
    paths = (Path(app.path) / FILE for app in apps.get_app_configs())
    return [tomllib.loads(path.read_text("utf-8")) for path in paths if path.exists()]


def _holding(row):
    return Holding(
        model=row["model"],
        about=row["about"],
        kept=row["kept"],
        clear=tuple(
            Column(name, tells, clear_because=why)
            for name, (tells, why) in row.get("clear", {}).items()
        ),
        sealed=tuple(
            Column(name, tells, sealed_to=whom)
            for name, (tells, whom) in row.get("sealed", {}).items()
        ),
    )
