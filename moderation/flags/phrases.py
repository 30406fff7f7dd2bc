"""Phrases as the data folder writes them, and where they stand in a reading.

A phrase is a row of words; it never reaches over the end of a sentence.

    word      that word            word*   a word that begins so
    a|b       either               word?   there or not
    <set>     a word of that set   ..      up to three words between, "..." up to seven
    #         a number             #child  a number below eighteen

Words are looked up, not searched for, so the time grows with the text and hardly with the lexicon.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

_GAPS = {"..": 3, "...": 7}
_LONGEST_PREFIX = 14


class Hit(NamedTuple):
    """Where something stands: its sentence, its characters, and a phrase's first token."""

    sentence: int
    start: int
    end: int
    token: int | None


class _Element(NamedTuple):
    exact: frozenset
    prefixes: tuple
    optional: bool
    gap: int  # How many words may stand before it.

    def fits(self, token):
        """Tell whether a token is one of the words."""
        return not self.exact.isdisjoint(token.keys) or (
            bool(self.prefixes) and any(key.startswith(self.prefixes) for key in token.keys)
        )


class Lexicon:
    """All groups of phrases, indexed by their first words."""

    def __init__(self, sets, groups):
        self._sets = {name: words.split() for name, words in sets.items()}
        self._exact, self._prefixes = {}, {}
        self.groups = frozenset(groups)
        for group, phrases in groups.items():
            for line in filter(None, map(str.strip, phrases.splitlines())):
                self._add(group, line)

    def hits(self, reading):
        """Return {group: its hits in order} for a Reading."""
        found, candidates = {}, {}
        tokens = reading.tokens
        vocabulary = _Vocabulary(tokens)
        for index, token in enumerate(tokens):
            for group, phrase in self._beginning_with(token, candidates, vocabulary):
                end = _end(phrase, 1, tokens, index + 1, token.sentence)
                if end:
                    hit = Hit(token.sentence, token.start, tokens[end - 1].end, index)
                    found.setdefault(group, []).append(hit)
        return found

    def _add(self, group, line):
        phrase = self._elements(line)
        first = phrase[0]
        if first.optional or first.gap:
            raise ValueError(f"A phrase of {group} begins with what may be missing: {line}.")
        for word in first.exact:
            self._exact.setdefault(word, []).append((group, phrase))
        for prefix in first.prefixes:
            if len(prefix) > _LONGEST_PREFIX:
                raise ValueError(f"A beginning in {group} is too long: {line}.")
            self._prefixes.setdefault(prefix, []).append((group, phrase))

    def _elements(self, line):
        elements, gap = [], 0
        for part in line.split():
            if part in _GAPS:
                gap = _GAPS[part]
                continue
            optional = part.endswith("?")
            words = list(self._words(part.rstrip("?")))
            exact = frozenset(word for word in words if not word.endswith("*"))
            prefixes = tuple(word[:-1] for word in words if word.endswith("*"))
            elements.append(_Element(exact, prefixes, optional, gap))
            gap = 0
        return tuple(elements)

    def _words(self, part):
        for word in part.split("|"):
            named = re.fullmatch(r"<(\w+)>", word)
            yield from self._sets[named[1]] if named else [word]

    def _beginning_with(self, token, known, vocabulary):
        """Return the (group, phrase) pairs that may begin with a token and can be complete."""
        if token.keys not in known:
            pairs = []
            for key in token.keys:
                pairs += self._exact.get(key, ())
                for length in range(1, min(len(key), _LONGEST_PREFIX) + 1):
                    pairs += self._prefixes.get(key[:length], ())
            known[token.keys] = [
                (group, phrase)
                for group, phrase in pairs
                if all(element.optional or vocabulary.has(element) for element in phrase[1:])
            ]
        return known[token.keys]


class _Vocabulary:
    """The distinct words of a reading: most phrases lack one, and need not be looked for."""

    def __init__(self, tokens):
        self._words = {key for token in tokens for key in token.keys}
        self._sorted = sorted(self._words)

    def has(self, element):
        """Tell whether any of the words fits an element."""
        return not element.exact.isdisjoint(self._words) or any(
            self._begins(prefix) for prefix in element.prefixes
        )

    def _begins(self, prefix):
        place = bisect_left(self._sorted, prefix)
        return place < len(self._sorted) and self._sorted[place].startswith(prefix)


def _end(phrase, element, tokens, index, sentence):
    """Return the index after the last token of a phrase, or 0 where it does not go on so."""
    if element == len(phrase):
        return index
    wanted = phrase[element]
    for place in range(index, min(index + wanted.gap + 1, len(tokens))):
        if tokens[place].sentence != sentence:
            break
        if wanted.fits(tokens[place]):
            end = _end(phrase, element + 1, tokens, place + 1, sentence)
            if end:
                return end
    return _end(phrase, element + 1, tokens, index, sentence) if wanted.optional else 0
