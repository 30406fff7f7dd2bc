"""Places and workplaces by name: what kind each is, and in which region it lies."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_DULL = frozenset(("and", "the", "of", "city", "upon", "on"))


class Entry(NamedTuple):
    """Describe one name of a place.

    `kind` is town, county, region, elsewhere, office, unit, prison, premises or former (an
    employer of past years). `doubtful` says that the name is also a word, a person's name or,
    for a prison, a town's.
    """

    words: tuple[str, ...]
    kind: str
    region: str
    doubtful: bool


@cache
def entries() -> dict[str, list[Entry]]:
    """Return the entries by their first word in lower case, longest names first."""
    by_word: dict[str, list[Entry]] = {}
    path = files("contributions.deidentify").joinpath("data", "workplaces.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        name, kind, region, flags = line.split("\t")
        for form in (name, *_short_form(name)):
            words = tuple(form.lower().replace(",", "").replace(".", "").split())
            entry = Entry(words, kind, "" if region == "-" else region, flags != "-")
            by_word.setdefault(words[0], []).append(entry)
    for found in by_word.values():
        # A town's bare name means its prison only where the word prison stands beside it.
        found.sort(key=lambda e: (-len(e.words), e.kind == "prison" and e.doubtful))
    return by_word


def _short_form(name: str) -> list[str]:
    """Return a town's name without its "-on-Sea" or "upon Thames", where it has one."""
    short = re.split(r"[ \-](?:on|upon|under|in|le|by|next)[ \-]", name, flags=re.I)[0]
    return [short] if short != name and len(short) > 3 else []


@cache
def units() -> dict[frozenset[str], Entry]:
    """Return delivery units of several words by their words, since people swap them about."""
    return {
        frozenset(words): entry
        for found in entries().values()
        for entry in found
        if entry.kind == "unit"
        for words in [[word for word in entry.words if word not in _DULL]]
        if len(words) > 1
    }


@cache
def unit_words() -> frozenset[str]:
    """Return every word of the units' names."""
    return frozenset(word for words in units() for word in words)


@cache
def by_name() -> dict[str, Entry]:
    """Return the entries by their whole name in lower case, the surest kind first."""
    names: dict[str, Entry] = {}
    for found in entries().values():
        for entry in found:
            names.setdefault(" ".join(entry.words), entry)
    return names


def is_dull(word: str) -> bool:
    """Tell whether a word may be left out of a unit's name."""
    return word in _DULL
