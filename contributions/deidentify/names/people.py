"""Names of private people in the flow of a text, by list and by context."""

from collections.abc import Iterator, Sequence

from contributions.deidentify.names.naming import (
    continues,
    extended,
    given_weight,
    is_known,
    is_place,
    is_plain,
    is_surname,
    names_a_place,
    run_end,
    with_initial,
)
from contributions.deidentify.names.second_opinion import seconded
from contributions.deidentify.names.unusual_case import quiet_name, shouted_name
from contributions.deidentify.names.written_names import written_name
from contributions.deidentify.spans import Span
from contributions.deidentify.vocabulary import (
    MOSTLY_WORDS,
    NEVER_NAMES,
    NICKS,
    PEERAGE,
    PLACE_NOUNS,
    PRONOUNS,
    RANKS,
    ROLES,
    TITLES,
)
from contributions.deidentify.words import Word, split_words


def names(text: str) -> Iterator[Span]:
    """Find people's names, also after titles, in capitals, in lower case and in rows."""
    words = split_words(text)
    found = _walk(words)
    found += _in_rows(words, found)
    taken = {index for start, end in found for index in range(start, end)}
    found += seconded(text, words, taken)
    for start, end in found:
        yield Span(words[start].start, with_initial(words, end), "PERSON")


def _walk(words: Sequence[Word]) -> list[tuple[int, int]]:
    found = []
    position = 0
    while position < len(words):
        start, end = _name_at(words, position)
        if end > start:
            if start and words[start - 1].lower in NICKS and words[start].follows_closely:
                start -= 1
            found.append((start, end))
        position = max(end, position + 1)
    return found


def _name_at(words: Sequence[Word], position: int) -> tuple[int, int]:
    """Return the indexes of the name that begins here; equal ones say that none does.

    An end further on than the start may still come with no name, to step over a public person.
    """
    word = words[position]
    if word.lower in TITLES or (word.lower in RANKS and word.text[0].isupper()):
        return position, _after_title(words, position)
    if word.lower in PEERAGE and word.capital:
        end = run_end(words, position)
        return end, end
    if word.capital:
        return position, written_name(words, position)
    if word.shouted:
        return position, shouted_name(words, position)
    return position, quiet_name(words, position)


def _after_title(words: Sequence[Word], position: int) -> int:
    start = position + 1
    if start >= len(words) or words[start].gap not in (" ", ". ", ".", "  "):
        return position
    title, word = words[position], words[start]
    if title.text == "miss" and position and words[position - 1].lower in PRONOUNS:
        return position  # "I miss Imogen" is no Miss Imogen.
    if word.lower in ("justice", "speaker", "president") or word.lower in PLACE_NOUNS:
        return position
    written = word.text[0].isupper()
    listed = is_surname(word) or given_weight(word) > 0
    # "Miss" and "miss" are words too, and a rank in capitals may be something else.
    doubtful = title.lower == "miss" or title.lower in RANKS or word.gap.startswith(".")
    if not written and (is_plain(word) or (doubtful and not listed)):
        return position
    if doubtful and is_plain(word) and (not listed or len(word.text) < 3):
        return position
    end = start + 1
    while end < len(words) and end < start + 4 and continues(words, end):
        end += 1
    return end


def _in_rows(words: Sequence[Word], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find names in a row with a name already found: "Nguyen, Oluwaseun and Mrs Wray"."""
    taken = {index for start, end in found for index in range(start, end)}
    result = []
    for start, end in found:
        quiet = words[end - 1].text.islower()
        index = _next_in_row(words, end)
        while index is not None and index not in taken and _may_be_in_row(words, index, quiet):
            stop = extended(words, index)
            result.append((index, stop))
            taken.update(range(index, stop))
            index = _next_in_row(words, stop)
        index = start - 2 if start > 1 and words[start - 1].lower == "and" else start - 1
        joined = start > 0 and (words[start].gap == ", " or words[start - 1].lower == "and")
        if joined and index >= 0 and index not in taken and _may_be_in_row(words, index, quiet):
            result.append((index, index + 1))
            taken.add(index)
    return result


def _next_in_row(words: Sequence[Word], end: int) -> int | None:
    if end < len(words) and not words[end - 1].ending:
        if words[end].gap == ", ":
            return end
        if words[end].gap in (" ", ", ") and words[end].lower == "and" and end + 1 < len(words):
            return end + 1
    return None


def _may_be_in_quiet_row(words: Sequence[Word], index: int) -> bool:
    """Tell whether a word in lower case can only be a name too: "big trev, tink, and wee trev"."""
    word = words[index]
    return (
        len(word.text) > 2
        and not word.ending
        and not word.lower.endswith(("ing", "ed", "ly", "s"))
        and not is_plain(word)
        and not is_known(word)
        and not is_place(word)
        and word.lower not in ROLES | TITLES | NEVER_NAMES | NICKS
    )


def _may_be_in_row(words: Sequence[Word], index: int, quiet: bool) -> bool:
    word = words[index]
    if word.text.islower():
        return quiet and _may_be_in_quiet_row(words, index)
    return (
        word.capital
        and len(word.text) > 2
        and not word.opens
        and not is_known(word)
        and not is_place(word)
        and not names_a_place(words, index)
        and (not is_plain(word) or given_weight(word) > 0)
        and word.lower not in MOSTLY_WORDS
    )
