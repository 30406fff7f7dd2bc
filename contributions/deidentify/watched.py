"""The editor's own lists, as data, and where their entries stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from contributions.deidentify.normalise import PLACEHOLDER, read, without_accents

_LETTER = r"[^\W_][\u0300-\u036f]*"
_WORD = re.compile(rf"{_LETTER}(?:['_]?{_LETTER})*")
_ENDING = re.compile(r"'(?:s|ll|d|ve|re|m)$", re.I)
_NOT_SPELT = re.compile(r"['\u0300-\u036f]")
_SPACE, _HYPHEN = " ", "-"


class Kind(StrEnum):
    """Tell what is done about the words of an entry."""

    STRIP = "strip"
    KEEP = "keep"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Watched:
    """Hold one entry: its number on the list, its words, and what is done about them.

    `category` is that of a finding (see `categories.py`) and decides what stands in for words
    that are taken out; the other kinds need none.
    """

    number: int
    phrase: str
    kind: Kind
    category: str = ""


class Match(NamedTuple):
    """Point at the characters in which an entry was found."""

    start: int
    end: int
    entry: Watched


@dataclass(slots=True)
class _Node:
    """Where the words read so far have led: what may follow, and which entries end here."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    gaps: set[str] = field(default_factory=lambda: {_SPACE, _HYPHEN})
    entries: dict[Kind, Watched] = field(default_factory=dict)

    def after(self, key: str, gap: str) -> "_Node | None":
        """Return where a word leads that stands so far from the one before."""
        node = self.following.get(key)
        return node if node and gap in node.gaps else None


class Watchlist:
    """Find entries in texts, in time that grows with the text and hardly with the list.

    Whole words match, whatever their case, accents and apostrophes, with a space or a hyphen
    between them. A hyphen in an entry may also be left out: "Mill-Gate" finds "Millgate". A
    possessive ending stays outside. A plural counts, save for what is to stay, since it may be
    another's surname. Of two matches of a kind, none lies within the other.
    """

    def __init__(self, entries: Iterable[Watched]) -> None:
        self._root = _Node()
        for entry in filter(lambda entry: can_be_found(entry.phrase), entries):
            words = _words(read(entry.phrase).text)
            for row in (words, _joined(words)):
                node = self._root
                for word in row:
                    node = node.following.setdefault(word.key, _Node())
                    node.gaps.add(word.gap)
                node.entries.setdefault(entry.kind, entry)

    def matches_in(self, text: str) -> list[Match]:
        """Return the matches in a text as written, in order of their starts."""
        reading = read(text)
        return [
            Match(*reading.origin(start, end), entry)
            for start, end, entry in self.matches_in_reading(reading.text)
        ]

    def matches_in_reading(self, text: str) -> list[Match]:
        """Return those in the text of a reading, with offsets in that."""
        if not self._root.following:
            return []
        found = []
        furthest = dict.fromkeys(Kind, 0)
        words = _words(text)
        for index, word in enumerate(words):
            for kind, (end, entry) in self._longest(words, index).items():
                if end > furthest[kind]:
                    furthest[kind] = end
                    found.append(Match(word.start, end, entry))
        return found

    def _longest(self, words: list["_Word"], index: int) -> dict[Kind, tuple[int, Watched]]:
        """Return end and entry of the longest phrase of each kind that begins at a word."""
        found: dict[Kind, tuple[int, Watched]] = {}
        node: _Node | None = self._root
        gap = _SPACE
        while node is not None and index < len(words):
            word = words[index]
            for key, end, is_plural in _as_last(word):
                last = node.after(key, gap)
                for kind, entry in last.entries.items() if last else ():
                    if not (is_plural and kind is Kind.KEEP):
                        found[kind] = (end, entry)
            node = node.after(word.key, gap)
            index += 1
            gap = words[index].gap if index < len(words) else ""
        return found


@lru_cache(maxsize=4)
def watchlist(entries: tuple[Watched, ...]) -> Watchlist:
    """Return the Watchlist of these entries, made once for as long as they stay the same."""
    return Watchlist(entries)


def can_be_found(phrase: str) -> bool:
    """Tell whether a phrase has words to look for, and no stand-in among them."""
    reading = read(phrase).text
    return bool(_words(reading)) and PLACEHOLDER not in reading


class _Word(NamedTuple):
    """One word as it is looked up; `gap` is what parts it from the one before."""

    key: str
    start: int
    end: int
    gap: str
    stem: str


def _as_last(word: _Word) -> Iterator[tuple[str, int, bool]]:
    """Yield what a word may be at the end of a phrase, where that ends, and if as a plural."""
    if word.stem:
        yield _key(word.stem), word.start + len(word.stem), False
    else:
        for singular in _singulars(word.key):
            yield singular, word.end, True
    yield word.key, word.end, False


def _singulars(key: str) -> Iterator[str]:
    if key.endswith("s"):
        yield key[:-1]
    if key.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield key[:-2]
    if key.endswith("ies"):
        yield f"{key[:-3]}y"


def _words(text: str) -> list[_Word]:
    words = []
    before = 0
    for match in _WORD.finditer(text):
        written = match.group()
        ending = _ENDING.search(written) if "'" in written else None
        stem = written[: ending.start()] if ending else ""
        gap = _gap(text[before : match.start()])
        words.append(_Word(_key(written), match.start(), match.end(), gap, stem))
        before = match.end()
    return words


def _joined(words: list[_Word]) -> list[_Word]:
    """Return the words with those as one that a hyphen parts."""
    result: list[_Word] = []
    for word in words:
        if result and word.gap == _HYPHEN:
            result[-1] = result[-1]._replace(key=result[-1].key + word.key)
        else:
            result.append(word)
    return result


def _key(written: str) -> str:
    return _NOT_SPELT.sub("", without_accents(written)).casefold()


def _gap(between: str) -> str:
    """Return what parts two words: a space, a hyphen, or what else there is, which counts only
    where an entry has the same."""
    between = between.replace("'", "")
    if between.isspace() and between.count("\n") < 2:
        return _SPACE
    return between if between == _HYPHEN else f" {''.join(between.split())}\n"
