"""Words the lists and rules leave open, put to the name model."""

from collections.abc import Collection, Sequence

from contributions.deidentify.names.name_model import likelihoods
from contributions.deidentify.names.naming import (
    STRONG,
    evidence_after,
    evidence_before,
    extended,
    given_weight,
    is_drawn_out,
    is_known,
    is_place,
    is_plain,
    is_surname,
    names_a_place,
)
from contributions.deidentify.vocabulary import (
    BELONGINGS,
    DETERMINERS,
    HUMAN_VERBS,
    MOSTLY_WORDS,
    NEVER_NAMES,
    NO_QUIET_WORDS,
    NOT_QUIET_NAMES,
    PEERAGE,
    PEOPLES,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    ROLES,
    SOMEBODY,
)
from contributions.deidentify.words import Word

NEVER = 2.0
_SURNAME_AFTER = 0.25


def seconded(text: str, words: Sequence[Word], taken: Collection[int]) -> list[tuple[int, int]]:
    """Return the indexes of names, from and up to, that the model finds among open words.

    `taken` are the indexes of words that are known to be names already.
    """
    needs: dict[int, float] = {}
    after: dict[int, float] = {}  # What counts only where the word before is a name.
    for index in range(len(words)):
        if index in taken:
            continue
        need = needed(words, index, taken)
        if need < NEVER:
            needs[index] = need
        if (index - 1 in taken or index - 1 in needs) and _may_be_surname(words, index):
            after[index] = _SURNAME_AFTER
    opinions = likelihoods(text, [words[index].start for index in needs.keys() | after.keys()])
    found: list[tuple[int, int]] = []
    named = set(taken)
    for index in sorted(needs.keys() | after.keys()):
        need = needs.get(index, NEVER)
        if index - 1 in named:
            need = min(need, after.get(index, NEVER))
        if index not in named and opinions.get(words[index].start, 0) >= need:
            end = extended(words, index)
            # A surname is given with the name before it, for the two to become one.
            joins = index - 1 in named and index in after
            found.append((index - joins, end))
            named.update(range(index, end))
    return found


def _may_be_surname(words: Sequence[Word], index: int) -> bool:
    """Tell whether the word may go on with the name before: "lisa king", "YUET HO"."""
    word, before = words[index], words[index - 1]
    same_case = word.shouted == before.shouted and word.capital == before.capital
    close = word.gap == " " and not before.ending and same_case
    owned = word.text.islower() and word.lower in BELONGINGS
    return close and is_surname(word) and not is_known(word) and not owned


def needed(words: Sequence[Word], index: int, taken: Collection[int] = ()) -> float:
    """Return how sure the model must be of a word, from 0 to 1, or NEVER for no matter."""
    word = words[index]
    if len(word.text) < 2 or is_known(word) or is_drawn_out(word):
        return NEVER
    if word.lower in PLACE_NOUNS or word.lower in ROLES:
        return NEVER
    if word.text[0].isupper():
        return _written(words, index)
    return _quiet(words, index, taken)


def _written(words: Sequence[Word], index: int) -> float:
    word = words[index]
    before = words[index - 1].lower if index and word.gap == " " else ""
    listed = given_weight(word) > 0 or is_surname(word)
    if names_a_place(words, index) or word.lower in PEOPLES:
        return NEVER
    if any(w.lower in PEERAGE and w.capital for w in words[max(0, index - 2) : index]):
        return NEVER
    if word.lower in MOSTLY_WORDS:
        return NEVER if word.opens or word.shouted or not listed else 0.9
    if (
        before in PLACE_PREPOSITIONS
        or before in DETERMINERS - {"that"}
        or before in ("hmp", "yoi", "st")
    ):
        return NEVER
    if is_place(word):
        return 0.9 if listed else NEVER
    if word.shouted and not _among_shouts(words, index):
        return 0.6 if listed and len(word.text) > 3 else NEVER  # Most likely an abbreviation.
    if is_plain(word):
        if word.shouted:
            return NEVER
        if not listed:
            return NEVER if word.opens else 0.7
        return 0.8 if word.opens else 0.4
    if word.shouted:
        return 0.3 if listed else 0.5
    return 0.15 if listed else 0.3


def _quiet(words: Sequence[Word], index: int, taken: Collection[int]) -> float:
    word = words[index]
    before = words[index - 1].lower if index and word.gap == " " else ""
    listed = given_weight(word) > 0
    if before == "i" or word.lower in HUMAN_VERBS:
        return NEVER
    if before in DETERMINERS or word.lower in NEVER_NAMES or word.lower in SOMEBODY:
        return NEVER
    sign = max(evidence_before(words, index), evidence_after(words, index + 1))
    if _in_row_with(words, index, taken):
        sign = STRONG
    if len(word.text) < 3 or word.lower in NOT_QUIET_NAMES:
        return NEVER if not listed else 0.3 if sign == STRONG else 0.6
    if word.lower in NO_QUIET_WORDS:
        return 0.9 if listed else NEVER
    if is_plain(word) or is_place(word):
        if not listed:
            return 0.8 if sign else NEVER
        return 0.15 if sign == STRONG else 0.5
    if listed:
        return 0.1
    if is_surname(word):
        return 0.4
    return 0.4 if sign == STRONG else 0.8


def _in_row_with(words: Sequence[Word], index: int, taken: Collection[int]) -> bool:
    """Tell whether an "and" joins the word to a name."""
    before = index > 1 and words[index - 1].lower == "and" and index - 2 in taken
    after = index + 2 < len(words) and words[index + 1].lower == "and" and index + 2 in taken
    return before or after


def _among_shouts(words: Sequence[Word], index: int) -> bool:
    """Tell whether the words around are in capitals too, so that they say nothing here."""
    return any(
        0 <= near < len(words) and words[near].shouted and not is_known(words[near])
        for near in (index - 1, index + 1)
    )
