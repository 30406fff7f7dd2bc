"""What kind of word a word is, seen as part of a name, and what speaks for its being one."""

from collections.abc import Sequence

from contributions.deidentify.lexicon import (
    capitalised_words,
    first_names,
    is_family_name,
    is_kept_word,
    is_ordinary,
    kept_words_lower,
    surnames,
    towns,
)
from contributions.deidentify.vocabulary import (
    BEING,
    HUMAN_VERBS,
    LANDS,
    MEETING,
    MONTHS_AND_DAYS,
    NICKS,
    OTHER_CAPITALS,
    PARTICLES,
    PLACE_NOUNS,
    ROLES,
    SITES,
    SLIPS,
    TELLING,
    TITLES,
)
from contributions.deidentify.words import Word

STRONG = 2
MEDIUM = 1

_LONGEST_RUN = 6
_NAME_PREFIXES = ("Mc", "Mac", "De", "Di", "Da", "La", "Le", "Fitz", "Van", "O", "Al", "El")


def given_weight(word: Word) -> int:
    """Return how common the word is as a given name: 0 for never, at least 1 if listed."""
    names = first_names()
    weight = names.get(word.lower)
    if weight is None and "-" in word.lower:
        weight = names.get(word.lower.partition("-")[0])
    return 0 if weight is None else weight + 1


def is_surname(word: Word) -> bool:
    """Tell whether the word is on the list of family names, or shaped like one of them."""
    names = surnames()
    lower = word.lower
    if is_family_name(lower) or lower.replace("'", "") in names:
        return True
    if lower.startswith(("mc", "o'")) and len(lower) > 4:
        return not is_ordinary(lower)
    return "-" in lower and any(part in names for part in lower.split("-"))


def is_plain(word: Word) -> bool:
    """Tell whether the word also has an everyday meaning, so that a list alone proves nothing."""
    lower = word.lower
    return (
        is_ordinary(lower)
        or lower.endswith("n't")
        or lower in MONTHS_AND_DAYS
        or lower in SLIPS
        or (lower.endswith("in") and len(lower) > 4 and is_ordinary(f"{lower}g"))
    )


def is_place(word: Word) -> bool:
    """Tell whether the word is the name of a town or land."""
    return word.lower in LANDS or word.lower in towns()


def is_known(word: Word) -> bool:
    """Tell whether the word, as written, names something else: a body, a month, a people."""
    return (
        is_kept_word(word.text)
        or (word.lower in kept_words_lower() and not is_ordinary(word.lower))
        or word.text in capitalised_words()
        or word.lower in MONTHS_AND_DAYS
        or word.lower in TITLES
        or word.lower in OTHER_CAPITALS
        or (not word.text[1:].islower() and _has_a_hump(word.text))
    )


def is_drawn_out(word: Word) -> bool:
    """Tell whether a letter stands three times in a row, as in "Sooo" and "lolll"."""
    lower = word.lower
    return any(a == b == c for a, b, c in zip(lower, lower[1:], lower[2:], strict=False))


def _has_a_hump(text: str) -> bool:
    """Tell whether capitals stand in the word as in SharePoint or SPOs, not as in McEwen."""
    if text.isupper() or not text.isalpha():
        return False
    grades = len(text) > 2 and text[-1] == "s" and text[:-1].isupper()
    return grades or (len(text) > 4 and not text.startswith(_NAME_PREFIXES))


def run_end(words: Sequence[Word], start: int) -> int:
    """Return the index after the last of the capitalised words that follow on each other.

    A run longer than any name is cut short, which keeps a text all in capitals quick to read.
    """
    end = start + 1
    limit = min(len(words), start + _LONGEST_RUN)
    while end < limit and words[end].follows_closely and words[end - 1].ending == "":
        word = words[end]
        particle = word.lower in PARTICLES and end + 1 < len(words) and words[end + 1].capital
        if not (word.text[0].isupper() or particle):
            break
        end += 1
    return end


def names_a_place(words: Sequence[Word], start: int) -> bool:
    """Tell whether the word begins, or stands in, the name of a place or a body."""
    end = run_end(words, start)
    # In "Siân ap Rhys" it is no abbreviation of approved premises.
    if any(w.lower in PLACE_NOUNS and w.text != "ap" for w in words[start + 1 : end]):
        return True
    after = words[end] if end < len(words) else None
    return after is not None and after.gap == " " and after.lower in SITES


def evidence_after(words: Sequence[Word], end: int) -> int:
    """Weigh what follows a possible name: a person's doing, or a description."""
    if end >= len(words):
        return 0
    last, after = words[end - 1], words[end]
    if last.ending in ("'ll", "'d", "'ve"):
        return MEDIUM
    if after.gap == " ":
        written = after.lower + after.ending
        if after.lower in HUMAN_VERBS or written in HUMAN_VERBS:
            return STRONG
        if after.lower in BEING or after.lower == "who":
            return MEDIUM
    if after.gap == " " and after.lower == "and" and end + 1 < len(words):
        return STRONG if words[end + 1].lower in ("i", "me", "myself") else 0
    if after.gap in (", ", " (", " - ") and after.lower in ("who", "whose"):
        return STRONG
    if after.gap in (", ", " (", " - ") and after.lower in ("our", "my", "his", "her", "the", "a"):
        described = [word.lower for word in words[end + 1 : end + 4]]
        return STRONG if not ROLES.isdisjoint(described) else 0
    if last.ending == "'s":
        return MEDIUM
    return 0


def evidence_before(words: Sequence[Word], start: int) -> int:
    """Weigh what precedes a possible name: a person's role or relation, or an address."""
    if start == 0:
        return 0
    before, word = words[start - 1], words[start]
    if word.gap not in (" ", ", ", " ("):
        return 0
    if before.lower in NICKS and word.gap == " " and (before.capital or _is_by_name(words, start)):
        return STRONG
    if before.lower in ROLES and (word.gap != ", " or not word.opens):
        return STRONG if word.gap == " " else MEDIUM
    if word.gap == " " and before.lower in TELLING:
        return STRONG
    if before.lower == "and" and start > 1 and words[start - 2].lower in ("me", "myself"):
        return STRONG
    return MEDIUM if word.gap == " " and before.lower in MEETING else 0


def _is_by_name(words: Sequence[Word], start: int) -> bool:
    """Tell whether "wee" or "big" before a word in lower case makes a name of it: "wee davie"."""
    word = words[start]
    return not word.text[0].isupper() and given_weight(word) > 0 and not is_plain(word)


def continues(words: Sequence[Word], position: int) -> bool:
    """Tell whether the word goes on with a name that stands before it."""
    word, before = words[position], words[position - 1]
    if not word.follows_closely or before.ending:
        return False
    if word.lower in PARTICLES:
        return position + 1 < len(words) and words[position + 1].capital
    if before.shouted and not word.shouted and not word.capital:
        return False
    if word.lower in PLACE_NOUNS or is_known(word):
        return False
    if word.text[0].isupper():
        if word.shouted and not before.shouted:
            return False
        if not is_plain(word):
            return True
        # After "Greg" even an everyday word is a surname; after "Mark" it had better be listed.
        named = given_weight(before) > 0 and not is_plain(before)
        return not word.shouted and (named or is_surname(word))
    return not before.capital and not is_plain(word) and is_surname(word)


def extended(words: Sequence[Word], start: int) -> int:
    """Return the index after the name that begins here, of four words at most."""
    end = start + 1
    while end < len(words) and end < start + 4 and continues(words, end):
        end += 1
    return end


def with_initial(words: Sequence[Word], end: int) -> int:
    """Return the offset after the name, and after the initial that follows it, if one does."""
    last = words[end - 1]
    if end < len(words) and words[end].gap == " " and len(words[end].text) == 1 and not last.ending:
        initial = words[end]
        following = words[end + 1] if end + 1 < len(words) else None
        stands_alone = following is None or following.gap != " "
        if initial.text not in "aiouxAI&" or (initial.text == "A" and stands_alone):
            return initial.end
    return last.end
