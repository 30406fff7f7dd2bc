"""Whether a word written with a capital begins a person's name."""

from collections.abc import Sequence

from contributions.deidentify.names.naming import (
    MEDIUM,
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
    with_initial,
)
from contributions.deidentify.vocabulary import (
    BEING,
    DETERMINERS,
    MONTHS_AND_DAYS,
    MOSTLY_WORDS,
    NEVER_AT_HEAD,
    NO_SUBJECTS,
    PLACE_PREPOSITIONS,
    TOWARDS,
)
from contributions.deidentify.words import Word

# "They said that Meifeng had left": after a verb "that" begins what was said.
_BEFORE_THINGS = DETERMINERS - {"that"}


def written_name(words: Sequence[Word], start: int) -> int:
    """Return the index after the name that begins with this capitalised word, or its own."""
    word = words[start]
    if len(word.text) < 2 or is_drawn_out(word):
        return start
    if is_known(word):
        return start + 2 if _is_named_for_a_day(words, start) else start
    given, surname = given_weight(word), is_surname(word)
    if not given and not surname and is_plain(word):
        return start
    before = words[start - 1].lower if start and word.gap == " " else ""
    end = extended(words, start)
    after = evidence_after(words, end)
    evidence = max(after, evidence_before(words, start))
    followed = end > start + 1
    if given and not is_plain(word) and not is_place(word):
        sure = before not in ("hmp", "yoi", "st")
    elif given:
        sure = _ambiguous_is_name(words, start, before, followed, after, evidence)
    elif before in _BEFORE_THINGS and evidence < STRONG:
        sure = False
    elif is_plain(word) or is_place(word):
        sure = surname and evidence == STRONG and not word.opens and before not in DETERMINERS
        sure = sure and not (is_place(word) and before in PLACE_PREPOSITIONS | TOWARDS)
    elif surname:
        sure = evidence >= MEDIUM if word.opens else before not in PLACE_PREPOSITIONS
    else:
        telling = followed and any(
            is_surname(w) and not is_plain(w) for w in words[start + 1 : end]
        )
        somebody = telling or (evidence == MEDIUM and not word.opens)
        sure = evidence == STRONG or (somebody and before not in PLACE_PREPOSITIONS)
        sure = sure or (end == start + 1 and with_initial(words, end) > words[start].end)
    return end if sure and not names_a_place(words, start) else start


def _is_named_for_a_day(words: Sequence[Word], start: int) -> bool:
    """Tell whether a month or a day is a first name here: "Sunday Adewale", "April Jones"."""
    if words[start].lower not in MONTHS_AND_DAYS or words[start].ending or start + 1 >= len(words):
        return False
    after = words[start + 1]
    return (
        after.gap == " "
        and after.capital
        and is_surname(after)
        and not is_plain(after)
        and not is_known(after)
        and not is_place(after)
    )


def _ambiguous_is_name(
    words: Sequence[Word], start: int, before: str, followed: bool, after: int, evidence: int
) -> bool:
    """Decide on a given name that is also a word or a place, such as Mark or Chelsea."""
    word = words[start]
    if followed and (after == STRONG or not (word.lower in MOSTLY_WORDS and word.opens)):
        return before not in DETERMINERS
    if with_initial(words, start + 1) > word.end and word.lower not in NEVER_AT_HEAD:
        return True
    if word.opens:
        if word.lower in NO_SUBJECTS and not word.ending and start + 1 < len(words):
            verb = words[start + 1]
            if verb.gap == " " and verb.lower in BEING - {"never"}:
                return True
        return after == STRONG and word.lower not in NEVER_AT_HEAD
    if before in DETERMINERS or before in PLACE_PREPOSITIONS:
        return False
    if is_place(word) and before in TOWARDS:
        return False
    if is_place(word) or word.lower in MOSTLY_WORDS:
        return evidence == STRONG
    # Capitals before and after make a heading, or the title of something.
    alone = not (start and word.gap == " " and words[start - 1].text[0].isupper())
    following = words[start + 1] if start + 1 < len(words) else None
    heading = following is not None and following.gap == " " and following.capital
    return evidence == STRONG or (
        (alone or words[start - 1].opens or words[start - 1].shouted) and not heading
    )
