"""What stays in a text although it looks like a name: public people, bodies, systems."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from contributions.deidentify.lexicon import is_ordinary, kept_bodies, pen_names, sayings, towns
from contributions.deidentify.names.first_names_alone import given_names_alone
from contributions.deidentify.names.known_figures import (
    ends_word,
    inquiries,
    known_figures,
    lone_names,
)
from contributions.deidentify.names.public_people import public_people
from contributions.deidentify.normalise import without_accents
from contributions.deidentify.spans import Span, merged, outside
from contributions.deidentify.vocabulary import ROLES, TITLES
from contributions.deidentify.words import Word, split_words

_LINK = re.compile(r"https?://[^\s<>\"\ufffc]{1,2000}", re.I)
# "Remen (1994, p. 96)" cites an author.
_CITED = re.compile(r"(?P<name>[A-Z][\w'\-]{1,30})(?:,? et al\.?)?,? \((?:19|20)\d{2}[a-z]?[,:;)]")
# "A printer called Sheila", "the box's name is Kevin".
_NAMED_THING = re.compile(
    r"\b(?:box|robot|printer|photocopier|copier|kettle|machine|computer|laptop|server|fridge|boiler"
    r"|chatbot|bot|tool|app|algorithm|system|satnav|hoover|microwave|dishwasher|toaster|plant|cactus"
    r"|rubber plant|teddy|puppet|mannequin|skeleton|snowman|scarecrow|van|minibus|storm|hurricane"
    r"|bench|tree|shredder|vending machine)(?:'s name is|,? (?:is |was )?(?:called|named|christened"
    r"|nicknamed)) \"?(?P<name>[A-Z][a-z]{1,15})\b(?! [A-Z])"
)
# "To "Old Hand" at 09:52": what somebody calls himself below the line, in everyday words.
_QUOTED = re.compile(
    r"(?P<to>\b(?:[Tt]o|[Rr]e|@|[Rr]eply to|[Aa]gree with|[Aa]nswer to) )?"
    r"\"(?P<name>[A-Z][A-Za-z'\-]+(?: [A-Za-z'\-]+){1,3})\",?"
    r"(?P<at> (?:at \d|@|above|below|\d{1,2}[:.]\d\d))?"
)
# The share of an address that a kept stretch must be for it to be that and no address.
_MOST = 0.7


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
        first = without_accents(re.split(r"[\s/\-&'’,]", body)[0]).lower()
        by_word.setdefault(first, []).append(body)
    return by_word


def without_kept(spans: Iterable[Span], kept: Iterable[tuple[int, int]]) -> list[Span]:
    """Drop the names of people that touch one of the kept stretches.

    So is an address dropped that is hardly more than such a stretch: Aston Villa is no villa.
    """
    named, stretches = list(spans), list(kept)
    people = merged(span for span in named if span.category == "PERSON")
    others = (span for span in named if span.category != "PERSON")
    rest = [s for s in others if s.category != "ADDRESS" or not _is_mostly_in(s, stretches)]
    return [*rest, *outside(people, stretches)]


def _is_mostly_in(span: Span, stretches: Iterable[tuple[int, int]]) -> bool:
    inside = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in stretches)
    return inside > _MOST * (span.end - span.start)


def public_names(text: str) -> list[tuple[int, int]]:
    """Return where a text names public people, in order and apart."""
    words = split_words(text)
    people = [*known_figures(text, words), *public_people(text)]
    stretches = [(person.start, person.end) for person in people]
    stretches += lone_names(text, words, people)
    stretches += given_names_alone(text, words, people)
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
        stretches += _sayings_at(text, word)
        if not (word.text[0].isupper() or word.text[0] == "n"):
            continue
        for town in _long_towns().get(word.lower, ()):
            if text[word.start : word.start + len(town)].lower() == town:
                stretches.append((word.start, word.start + len(town)))
        for body in _bodies().get(word.lower, ()):
            if text.startswith(body, word.start) and ends_word(text, word.start + len(body)):
                stretches.append((word.start, word.start + len(body)))
    stretches += [match.span("name") for match in _CITED.finditer(text)]
    stretches += [match.span("name") for match in _NAMED_THING.finditer(text)]
    stretches += _made_up_names(text)
    stretches += _pen_names_alone(words)
    # A public page's address names whom its headline names; a private one's goes as a whole.
    stretches += [match.span() for match in _LINK.finditer(text)]
    joined = merged(Span(start, end, "KEEP") for start, end in stretches)
    return [(span.start, span.end) for span in joined]


def _sayings_at(text: str, word: Word) -> Iterator[tuple[int, int]]:
    """Yield the stretches of sayings such as "happy as Larry" that begin with the word."""
    for saying, as_written in sayings().get(word.lower, ()):
        end = word.start + len(saying)
        written = text[word.start : end]
        same = written[1:] == saying[1:] if as_written else written.lower() == saying
        if same and not text[end : end + 1].isalnum():
            yield word.start, end


def _made_up_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield what commenters call themselves, where it is made of everyday words alone."""
    for match in _QUOTED.finditer(text):
        parts = match["name"].lower().split()
        if (match["to"] or match["at"]) and all(is_ordinary(part) for part in parts):
            yield match.span("name")


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
