"""The word lists, loaded once when first needed."""

import re
from functools import cache
from importlib.resources import files

from contributions.deidentify.normalise import without_accents


@cache
def first_names() -> dict[str, int]:
    """Return given names in lower case with their weight per million people (0: unknown)."""
    return _weighted("first_names.txt")


@cache
def surnames() -> dict[str, int]:
    """Return family names in lower case with their weight per million people (0: unknown)."""
    return _weighted("surnames.txt")


@cache
def ordinary_words() -> frozenset[str]:
    """Return the everyday words of British English in lower case."""
    return frozenset(lines("ordinary_words.txt"))


@cache
def capitalised_words() -> frozenset[str]:
    """Return words that are written with a capital but name no private person."""
    return frozenset(lines("capitalised_words.txt"))


@cache
def towns() -> frozenset[str]:
    """Return the towns of England and Wales in lower case, also without their "-on-Sea"."""
    names = [line.lower() for line in lines("towns.txt")]
    short = [re.split(r"[ \-](?:on|upon|under|in|le|by|next)[ \-]", name)[0] for name in names]
    return frozenset([*names, *short])


@cache
def kept_bodies() -> frozenset[str]:
    """Return organisations, systems and grades that stay in a text, as written."""
    return frozenset(lines("kept_bodies.txt"))


@cache
def kept_words() -> frozenset[str]:
    """Return the single words among the kept bodies, as written."""
    return frozenset(body for body in kept_bodies() if " " not in body)


@cache
def kept_words_lower() -> frozenset[str]:
    """Return the single words among the kept bodies in lower case, as hasty people write them."""
    return frozenset(word.lower() for word in kept_words())


def is_family_name(word: str) -> bool:
    """Tell whether a word in lower case is a listed family name, or a woman's form of one."""
    names = surnames()
    return word in names or (word.endswith(("ska", "cka", "dzka")) and f"{word[:-1]}i" in names)


def is_ordinary(word: str) -> bool:
    """Tell whether a word in lower case, or each part of a hyphened one, is everyday English."""
    ordinary = ordinary_words()
    return word in ordinary or ("-" in word and all(p in ordinary for p in word.split("-") if p))


def is_kept_word(word: str) -> bool:
    """Tell whether a word as written is itself an organisation, system or grade."""
    return word in kept_words()


def lines(name: str) -> list[str]:
    """Return the lines of a file of the `data` folder."""
    path = files("contributions.deidentify").joinpath("data", name)
    return path.read_text(encoding="utf-8").splitlines()


def _weighted(name: str) -> dict[str, int]:
    rows = [line.split("\t") for line in lines(name)]
    plain = {without_accents(word).lower(): int(weight) for word, weight in rows}
    return plain | {word.lower(): int(weight) for word, weight in rows}


@cache
def public_figures() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return (kind, cues, names) of each public person.

    Whoever has cues is meant only where one of them, or of the kind's, is near; "!" says that
    the name is always meant.
    """
    rows = (line.split("\t") for line in lines("public_figures.txt"))
    return tuple(
        (kind, () if cues == "-" else tuple(cues.split()), tuple(names))
        for kind, cues, *names in rows
    )


@cache
def public_cues() -> dict[str, tuple[str, ...]]:
    """Return, for each kind of public person, the words beside which such a one is meant."""
    rows = (line.split("\t") for line in lines("public_cues.txt"))
    return {kind: tuple(cues.split()) for kind, cues in rows}


@cache
def pen_names() -> frozenset[str]:
    """Return, as written, the names by which contributors address the site's own editor."""
    return frozenset(lines("pen_names.txt"))


@cache
def sayings() -> dict[str, list[tuple[str, bool]]]:
    """Return sayings with a name in them by their first word, all in lower case.

    The second of each pair tells that the name is also a word, so that the saying is meant only
    where it stands without a capital: "I was miles away".
    """
    by_word: dict[str, list[tuple[str, bool]]] = {}
    for line in lines("sayings.txt"):
        saying = line.removeprefix("=")
        first = re.split(r"[\s,\-]", saying)[0].partition("'")[0]
        by_word.setdefault(first, []).append((saying, line != saying))
    return by_word
