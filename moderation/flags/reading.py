"""A submission as a row of words in sentences, ready to be looked through."""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from contributions.deidentify.sentences.splitting import sentences
from moderation.flags.phrases import Hit

# A stand-in is one word ("[case_number]", every "[name A]" a "[name]"); "he's" is two,
# "didn't" and "no one" are one, "self-harm" two.
_TOKEN = re.compile(
    r"\[[A-Za-z][A-Za-z ]{1,28}\]|'(?:s|ve|re|ll|d|m)\b|\bno[ -]one\b|[^\W\d_]+(?:'t\b)?+|\d+",
    re.IGNORECASE,
)
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc`", "''''")
_WRITTEN_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty"""
_NUMBERS = dict(
    zip(
        _WRITTEN_NUMBERS.split(),
        [*range(21), 30, 40, 50],
        strict=True,
    )
)
_CONTRACTIONS = "don't can't won't didn't doesn't isn't wasn't hasn't haven't couldn't"
# As hurried people write them.
_HASTY = {
    "im": ("i", "'m"),
    "ive": ("i", "'ve"),
    "hes": ("he", "'s"),
    "shes": ("she", "'s"),
    "theyre": ("they", "'re"),
    "weve": ("we", "'ve"),
    "thats": ("that", "'s"),
    "no_one": ("noone",),
    "no-one": ("noone",),
} | {word.replace("'", ""): (word,) for word in _CONTRACTIONS.split()}
_ADULT = 18
# "tagged", "tagging" and "tags" are looked up as "tag" too.
_ENDINGS = (("ies", ("y",)), ("es", ("",)), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")))
_NO_BASES = {"not", "the", "his", "her", "him", "our", "has", "had", "are", "for", "who", "all"}


class Token(NamedTuple):
    """One word: what it can be looked up as, where it stands, and the sentence it is in."""

    keys: tuple
    start: int
    end: int
    sentence: int


class Reading:
    """Title and text as one row of tokens, and what the de-identifier left in them.

    Offsets are in `written`: the title, a line break, then the text from `text_begins` on.
    """

    def __init__(self, words):
        self.written = f"{words.title}\n{words.text}"
        self.text_begins = len(words.title) + 1
        self._findings = [
            (found["start"] + shift, found["end"] + shift, found)
            for field, shift in (("title", 0), ("text", self.text_begins))
            for found in (place[2] for place in words.places(field))
        ]

    @cached_property
    def sentences(self):
        """(start, end) of each sentence."""
        return list(sentences(self.written))

    @cached_property
    def tokens(self):
        """The words in order."""
        named = {start for start, _, found in self._findings if found["category"] == "PERSON"}
        plain = self.written.translate(_APOSTROPHES)
        tokens = []
        for number, (begin, end) in enumerate(self.sentences):
            for match in _TOKEN.finditer(plain, begin, end):
                word, start = match[0].lower(), match.start()
                if start in named or word.startswith("[name"):
                    word = "[name]"
                word = word.replace(" ", "_")
                for part in _HASTY.get(word, (word,)):
                    tokens.append(Token(_keys(part), start, match.end(), number))
        return tokens

    def finding_hits(self):
        """Return {"@CATEGORY": hits in order} of what a reader of the text still sees."""
        found = {}
        number, spans = 0, self.sentences
        for start, end, finding in sorted(self._findings, key=lambda place: place[:2]):
            while number + 1 < len(spans) and start >= spans[number][1]:
                number += 1
            if not finding["replaced"]:
                hit = Hit(number, start, end, None)
                found.setdefault("@" + finding["category"], []).append(hit)
        return found


def _bases(word):
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield from (stem + other for other in others)
            if stem[-1:] == stem[-2:-1]:
                yield stem[:-1]


@lru_cache(4096)
def _keys(word):
    """Return what a word can be looked up as: itself, and what it may be a form of."""
    number = int(word[:6]) if word.isdecimal() else _NUMBERS.get(word)
    if number is None:
        return (word, *(base for base in _bases(word) if len(base) > 2 and base not in _NO_BASES))
    return (word, "#", "#child") if number < _ADULT else (word, "#")
