"""A name found once is a name wherever it stands in the text."""

from collections.abc import Collection, Iterable, Sequence

from contributions.deidentify.lexicon import is_ordinary
from contributions.deidentify.names.naming import (
    MEDIUM,
    STRONG,
    evidence_after,
    is_known,
    is_place,
    is_plain,
    names_a_place,
)
from contributions.deidentify.names.short_names import kin
from contributions.deidentify.spans import Span
from contributions.deidentify.vocabulary import (
    BELONGINGS,
    MONTHS_AND_DAYS,
    MOSTLY_WORDS,
    NEVER_AT_HEAD,
    NEVER_NAMES,
    NICKS,
    PARTICLES,
    PLACE_PREPOSITIONS,
    RANKS,
    ROLES,
    TITLES,
)
from contributions.deidentify.words import Word, split_words

# Shorter ones are too often another word.
_SHORTEST = 3


def name_parts(name: str) -> list[str]:
    """Return the telling words of a name in lower case: no title, no nickname's adjective.

    What the editor lists as somebody's name may have no word in it, and is one part as it stands.
    """
    skip = TITLES | NICKS | PARTICLES | RANKS
    parts = [word.lower for word in split_words(name)]
    return [part for part in parts if part not in skip] or parts or [name.lower()]


def carried(text: str, spans: Iterable[Span]) -> list[Span]:
    """Find the other places where the words of the names found stand."""
    words = split_words(text)
    rows = [name_parts(text[span.start : span.end]) for span in spans if span.category == "PERSON"]
    parts = {part for row in rows for part in row if len(part) > 2}
    loud = {word.text for word in words if word.shouted and word.lower in parts}
    plurals = {part + "s" for part in parts}
    lower = {w.text for w in words if w.text.islower() and w.lower in parts}
    related = {other for part in parts for other in kin().get(part, ())} - parts
    initials = {"".join(part[0] for part in row).upper() for row in rows if len(row) > 1}
    result = []
    for index, word in enumerate(words):
        if word.shouted and word.text in initials and not is_known(word):
            result.append(Span(word.start, word.end, "PERSON"))
            continue
        # "tolus off" is Tolu's careless possessive where the name itself has no capital either.
        quiet = word.text.islower() and word.text[:-1] in lower
        quiet = quiet and (len(word.text) > 4 or _owns_what_follows(words, index))
        plural = word.lower in plurals and (word.capital or quiet) and not is_plain(word)
        diminutive = word.lower in related and word.capital
        if word.lower not in parts and not plural and not diminutive:
            if _is_form_of_one(words, index, parts):
                result.append(Span(word.start, word.end, "PERSON"))
            continue
        if is_plain(word) or is_place(word):
            # Of a name that is also a word, only what is plainly written as a name is carried.
            before = words[index - 1].lower if index else ""
            if word.text in loud and word.gap == ", " and not _goes_on(words, index):
                result.append(Span(word.start, word.end, "PERSON"))
                continue
            if not word.capital or before in PLACE_PREPOSITIONS | {"the", "from"}:
                continue
            if word.opens and not _heads_a_sentence(words, index):
                continue
            if names_a_place(words, index):
                continue
            if index and word.gap == " " and words[index - 1].capital:
                continue  # "the Sentencing Bill" is not about the Bill of before.
        if is_known(word) and not (
            word.lower in MONTHS_AND_DAYS and evidence_after(words, index + 1) == STRONG
        ):
            continue
        result.append(Span(word.start, word.end, "PERSON"))
    return result


def _goes_on(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].gap == " "


def _owns_what_follows(words: Sequence[Word], index: int) -> bool:
    return _goes_on(words, index) and words[index + 1].lower in BELONGINGS


def _is_form_of_one(words: Sequence[Word], index: int, parts: Collection[str]) -> bool:
    """Tell whether a word is a short form, or another spelling, of one of the names.

    "Bash says" is Bashir, and "Nuur" may be Nur.
    """
    word = words[index]
    if len(word.text) < _SHORTEST or word.shouted or is_known(word) or is_place(word):
        return False
    acts = evidence_after(words, index + 1) == STRONG
    if is_plain(word) and not acts:
        return False
    if not acts and (not word.capital or word.opens):
        return False
    if word.lower in NEVER_AT_HEAD | TITLES | ROLES | NEVER_NAMES:
        return False
    short = any(
        part.startswith(word.lower) and len(part) > len(word.lower) + 1 and not is_ordinary(part)
        for part in parts
    )
    return short or (not is_plain(word) and any(_nearly(word.lower, part) for part in parts))


def _nearly(one: str, other: str) -> bool:
    """Tell whether two words of the same first letter differ by one letter put in or left out."""
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or one[0] != other[0]:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def _heads_a_sentence(words: Sequence[Word], index: int) -> bool:
    """Tell whether a word that may be a name is one at the head of a sentence."""
    if words[index].lower in NEVER_AT_HEAD:
        return False
    if _goes_on(words, index) and words[index + 1].lower.endswith("ed"):
        return words[index].lower not in MOSTLY_WORDS
    return evidence_after(words, index + 1) >= (STRONG if words[index].lower == "will" else MEDIUM)
