"""Stand-ins for people: the same letter for the same person, and none that is taken."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from contributions.deidentify.names.carrying import name_parts
from contributions.deidentify.names.short_names import kin

_TAKEN = re.compile(r"\[name(?: ([A-Z]{1,3}))?\]")


def stand_ins(names: Sequence[str], text: str) -> list[str]:
    """Return the stand-in for each name, in order.

    `names` are as written, in the order of the text; `text` is the whole, whose stand-ins are
    not used again. One person alone is "[name]"; several are "[name A]", "[name B]" and so on.
    """
    people = _people(names)
    taken = {match.group(1) for match in _TAKEN.finditer(text)}
    if len(set(people)) <= 1 and not taken:
        return ["[name]"] * len(names)
    free = (letters for letters in _letters() if letters not in taken)
    letters: dict[int, str] = {}
    for person in people:
        if person not in letters:
            letters[person] = next(free)
    return [f"[name {letters[person]}]" for person in people]


def _people(names: Sequence[str]) -> list[int]:
    """Number the people: two names that can be one person's get the same number."""
    parts = [name_parts(name) for name in names]
    known: list[list[str]] = []
    numbers = [0] * len(names)
    by_part: dict[str, set[int]] = {}
    # Full names first: "Karen" and "Wray" are one person once "Karen Wray" is known.
    for index in sorted(range(len(names)), key=lambda i: (-len(parts[i]), -len(names[i]))):
        name = parts[index]
        number = _match(name, known, by_part)
        if number is None:
            number = len(known)
            known.append(name)
            if len(name) > 1:
                by_part.setdefault("".join(part[0] for part in name), set()).add(number)
        for part in name:
            by_part.setdefault(_singular(part), set()).add(number)
        numbers[index] = number
    return numbers


def _match(name: list[str], known: list[list[str]], by_part: dict[str, set[int]]) -> int | None:
    """Return the number of the one person already known who can bear this name."""
    if len(name) == 1:
        return _only(name[0], by_part)
    for number in sorted(by_part.get(_singular(name[-1]), ())):
        other = known[number]
        if other[-1] == name[-1] and _same_given(other[0], name[0]):
            return number
    initials = "".join(name)
    return _only(initials, by_part) if len(initials) == len(name) else None


def _only(part: str, by_part: dict[str, set[int]]) -> int | None:
    """Return who bears the name, or a short or long form of it that one person alone bears."""
    bearers = by_part.get(_singular(part))
    if bearers:
        return min(bearers)
    related = set().union(*(by_part.get(other, set()) for other in kin().get(part, ())))
    return related.pop() if len(related) == 1 else None


def _same_given(one: str, other: str) -> bool:
    initial = one[0] == other[0] and (len(one) == 1 or len(other) == 1)
    return one == other or initial or other in kin().get(one, ())


def _singular(part: str) -> str:
    return part[:-1] if len(part) > 4 and part.endswith("s") else part


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA, AB and so on."""
    for number in count(1):
        letters = ""
        while number:
            number, place = divmod(number - 1, 26)
            letters = chr(ord("A") + place) + letters
        yield letters
