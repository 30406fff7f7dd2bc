"""Names in capitals throughout, and names without any."""

from collections.abc import Sequence

from contributions.deidentify.lexicon import first_names, is_ordinary
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
)
from contributions.deidentify.vocabulary import (
    BELONGINGS,
    NEVER_NAMES,
    NO_QUIET_WORDS,
    NOT_QUIET_NAMES,
    POSSESSIVES,
    ROLES,
)
from contributions.deidentify.words import Word

# Given names rarer than this, per million, need a second sign when written without a capital.
_QUIET_WEIGHT = 10
_LONE_SHOUT_WEIGHT = 100


def shouted_name(words: Sequence[Word], start: int) -> int:
    """Return the index after the name that begins with this word in capitals, or its own."""
    word = words[start]
    if is_known(word) or is_plain(word):
        return start
    following = words[start + 1] if start + 1 < len(words) else None
    if (
        following is not None
        and following.gap == ", "
        and following.capital
        and given_weight(following)
        and (is_surname(word) or not is_plain(following))
        and len(word.text) > 3
    ):
        return start + 2  # "SURNAME, Forename", as forms have it.
    shouting = (following is not None and following.shouted) or (
        start > 0 and words[start - 1].shouted
    )
    threshold = _QUIET_WEIGHT if shouting else _LONE_SHOUT_WEIGHT
    if len(word.text) < 3 or is_place(word) or given_weight(word) <= threshold:
        return start
    return extended(words, start)


def quiet_name(words: Sequence[Word], start: int) -> int:
    """Return the index after the name that begins with this lower-case word, or its own."""
    word = words[start]
    if start and word.gap == " " and words[start - 1].lower == "i" or is_drawn_out(word):
        return start  # "I rob nobody", "I ken": what the writer does.
    weight = given_weight(word)
    if not weight and _owns(words, start):
        return start + 1
    if not weight and not is_plain(word) and _is_relation(words, start):
        # "my manager zebedoo said": no list knows the name, but the sentence does. A slip of
        # the pen such as "my manager actualy said" has the ending of an adverb.
        doing = evidence_after(words, start + 1)
        return start + (doing == STRONG and len(word.text) > 3 and not word.lower.endswith("ly"))
    if not weight or word.lower in NOT_QUIET_NAMES or is_place(word):
        return start
    evidence = evidence_before(words, start)
    if len(word.text) < 3 and (
        word.lower in NEVER_NAMES or max(evidence, evidence_after(words, start + 1)) < STRONG
    ):
        return start
    if is_plain(word):
        # "my mate rob": a verb would be "robs" after one mate, so this is a name.
        named = evidence == STRONG and weight > _QUIET_WEIGHT and word.lower not in NO_QUIET_WORDS
        return start + 1 if named and _is_relation(words, start) else start
    if weight <= _QUIET_WEIGHT and max(evidence, evidence_after(words, start + 1)) < STRONG:
        return start
    return extended(words, start)


def _owns(words: Sequence[Word], start: int) -> bool:
    """Tell whether a name without its apostrophe owns what follows: "reeces nan"."""
    word, after = words[start], words[start + 1] if start + 1 < len(words) else None
    stem = word.lower[:-1]
    return (
        after is not None
        and after.gap == " "
        and after.lower in BELONGINGS
        and word.lower.endswith("s")
        and len(stem) > 2
        and first_names().get(stem, 0) > _QUIET_WEIGHT
        and stem not in NOT_QUIET_NAMES | NEVER_NAMES
        and not is_ordinary(stem)
        and not is_plain(word)
        and not is_known(word)
    )


def _is_relation(words: Sequence[Word], start: int) -> bool:
    """Tell whether "my manager", "her brother" or the like stands right before the word."""
    if start < 2 or words[start].gap != " " or words[start - 1].gap != " ":
        return False
    return words[start - 1].lower in ROLES and words[start - 2].lower in POSSESSIVES
