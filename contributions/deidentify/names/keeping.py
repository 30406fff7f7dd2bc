"""What stays in a text although it looks like a name: public people, bodies, systems."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from contributions.deidentify.lexicon import kept_bodies, pen_names, towns
from contributions.deidentify.names.known_figures import (
    ends_word,
    inquiries,
    known_figures,
    lone_names,
)
from contributions.deidentify.names.public_people import public_people
from contributions.deidentify.spans import Span, merged, outside
from contributions.deidentify.vocabulary import ROLES, TITLES
from contributions.deidentify.words import Word, split_words

_LINK = re.compile(r"https?://[^\s<>\"\ufffc]{1,2000}", re.I)
# "Remen (1994, p. 96)" cites an author.
_CITED = re.compile(r"(?P<name>[A-Z][\w'\-]{1,30})(?:,? et al\.?)?,? \((?:19|20)\d{2}[a-z]?[,:;)]")


@cache
def _long_towns() -> dict[str, list[str]]:
    by_word: dict[str, list[str]] = {}
    for town in towns():
        if " " in town:
            by_word.setdefault(town.split()[0], []).append(town)
    return by_word


@cache
def _bodies() -> dict[str, list[str]]:
    by_word: dict[str, list[str]] = {}
    for body in kept_bodies():
        first = re.split(r"[\s/\-&'’,]", body)[0].lower()
        by_word.setdefault(first, []).append(body)
    return by_word


def without_kept(spans: Iterable[Span], kept: Iterable[tuple[int, int]]) -> list[Span]:
    """Drop the names of people that touch one of the kept stretches."""
    named = list(spans)
    people = merged(span for span in named if span.category == "PERSON")
    return [*(span for span in named if span.category != "PERSON"), *outside(people, kept)]


def public_names(text: str) -> list[tuple[int, int]]:
    """Return where a text names public people, in order and apart."""
    words = split_words(text)
    people = [*known_figures(text, words), *public_people(text)]
    stretches = [(person.start, person.end) for person in people]
    stretches += lone_names(text, words, {person.surname for person in people} - {""})
    stretches += inquiries(text)
    return [span[:2] for span in merged(Span(start, end, "KEEP") for start, end in stretches)]


def kept_stretches(
    text: str, people: Sequence[tuple[int, int]] | None = None
) -> list[tuple[int, int]]:
    """Return where a text names public people, bodies and systems, in order and apart.

    `people` are the text's `public_names`, where they are known already.
    """
    words = split_words(text)
    stretches = list(public_names(text) if people is None else people)
    for word in words:
        if not (word.text[0].isupper() or word.text[0] == "n"):
            continue
        for town in _long_towns().get(word.lower, ()):
            if text[word.start : word.start + len(town)].lower() == town:
                stretches.append((word.start, word.start + len(town)))
        for body in _bodies().get(word.lower, ()):
            if text.startswith(body, word.start) and ends_word(text, word.start + len(body)):
                stretches.append((word.start, word.start + len(body)))
    stretches += [match.span("name") for match in _CITED.finditer(text)]
    stretches += _pen_names_alone(words)
    # A public page's address names whom its headline names; a private one's goes as a whole.
    stretches += [match.span() for match in _LINK.finditer(text)]
    joined = merged(Span(start, end, "KEEP") for start, end in stretches)
    return [(span.start, span.end) for span in joined]


def _pen_names_alone(words: list[Word]) -> list[tuple[int, int]]:
    """Return where the editor is meant: by a known pen-name, with no surname or role to it."""
    known = pen_names()
    result = []
    for index, word in enumerate(words):
        if word.text not in known:
            continue
        after = words[index + 1] if index + 1 < len(words) else None
        surname = after is not None and after.gap == " " and after.capital and not word.ending
        before = words[index - 1].lower if index and word.gap == " " else ""
        if not surname and before not in ROLES and before not in TITLES:
            result.append((word.start, word.end))
    return result
