"""A name found once is a name wherever it stands in the text."""

from collections.abc import Iterable, Sequence

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
    MONTHS_AND_DAYS,
    NEVER_AT_HEAD,
    NICKS,
    PARTICLES,
    PLACE_PREPOSITIONS,
    RANKS,
    TITLES,
)
from contributions.deidentify.words import Word, split_words


def name_parts(name: str) -> list[str]:
    """Return the telling words of a name in lower case: no title, no nickname's adjective."""
    skip = TITLES | NICKS | PARTICLES | RANKS
    parts = [word.lower for word in split_words(name)]
    return [part for part in parts if part not in skip] or parts


def carried(text: str, spans: Iterable[Span]) -> list[Span]:
    """Find the other places where the words of the names found stand."""
    words = split_words(text)
    rows = [name_parts(text[span.start : span.end]) for span in spans if span.category == "PERSON"]
    parts = {part for row in rows for part in row if len(part) > 2}
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
        quiet = word.text.islower() and word.text[:-1] in lower and len(word.text) > 4
        plural = word.lower in plurals and (word.capital or quiet) and not is_plain(word)
        diminutive = word.lower in related and word.capital
        if word.lower not in parts and not plural and not diminutive:
            continue
        if is_plain(word) or is_place(word):
            # Of a name that is also a word, only what is plainly written as a name is carried.
            before = words[index - 1].lower if index else ""
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


def _heads_a_sentence(words: Sequence[Word], index: int) -> bool:
    """Tell whether a word that may be a name is one at the head of a sentence."""
    if words[index].lower in NEVER_AT_HEAD:
        return False
    return evidence_after(words, index + 1) >= (STRONG if words[index].lower == "will" else MEDIUM)
