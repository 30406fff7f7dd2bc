"""Redaction: the editor's marks in a text, and the fixed tokens that readers see.

A mark is written `[[words|category|reason]]`. An editor who types by hand may leave out the
reason, or both: `[[words]]`.
"""

import re
from dataclasses import dataclass
from itertools import product
from string import ascii_uppercase

from django.db.models import TextChoices


class Category(TextChoices):
    NAME = "name", "Name"
    PLACE = "place", "Place"
    OFFICE = "office", "Office"
    ROLE = "role", "Role"
    DATE = "date", "Date"
    DETAIL = "detail", "Detail"
    OTHER = "other", "Other"


class Reason(TextChoices):
    CONTRIBUTOR = "contributor", "Identifies the contributor"
    ANOTHER = "another", "Identifies somebody else"
    LEGAL = "legal", "Legal"
    TONE = "tone", "Tone"
    OTHER = "other", "Other"


@dataclass(frozen=True)
class Mark:
    """One stretch to be replaced."""

    words: str
    category: str
    reason: str

    def __str__(self):
        return f"[[{self.words}|{self.category}|{self.reason}]]"


class UnclosedMark(ValueError):
    """Raised when a text opens or closes a mark alone."""


# "]]]" ends in the mark's own brackets, so a token such as [name A] may stand last in a mark.
_MARK = re.compile(
    rf"\[\[(.+?)(?:\|({'|'.join(Category.values)}))?(?:\|({'|'.join(Reason.values)}))?\]\](?!\])",
    re.DOTALL,
)
_NAME_TOKEN = re.compile(r"\[name(?: ([A-Z]{1,2}))?\]")


def without_marks(text):
    """Return a contributor's text with nothing in it that reads as a mark."""
    return text.replace("[[", "[ [").replace("]]", "] ]")


def parse(marked, category=Category.DETAIL, reason=Reason.ANOTHER):
    """Return the stretches of a marked text, each a string or a Mark.

    Marks that name no category or reason get the given ones. Raises UnclosedMark.
    """
    parts, position = [], 0
    for match in _MARK.finditer(marked):
        parts.append(marked[position : match.start()])
        parts.append(Mark(match[1], match[2] or category, match[3] or reason))
        position = match.end()
    parts.append(marked[position:])
    if any("[[" in part or "]]" in part for part in parts if isinstance(part, str)):
        raise UnclosedMark("Each [[ needs its ]]. One of them stands alone.")
    return [part for part in parts if part]


def written(parts):
    """Return the marked text of `parts`, every mark in full."""
    return "".join(map(str, parts))


def marks(parts):
    """Return the marks among `parts`."""
    return [part for part in parts if isinstance(part, Mark)]


def finished(parts):
    """Return the text as readers will see it, a fixed token for each mark.

    Names are told apart by letters, the same name by the same letter, going on from the
    letters that the text already uses.
    """
    names = {_key(mark) for mark in marks(parts) if mark.category == Category.NAME}
    plain = "".join(part for part in parts if isinstance(part, str))
    used = {match[1] or "" for match in _NAME_TOKEN.finditer(plain)}
    if len(names) + len(used) < 2:
        tokens, first = dict.fromkeys(names, "[name]"), "[name]"
    else:
        free = (letter for letter in _letters() if letter not in used)
        first = f"[name {next(free)}]" if "" in used else "[name]"
        ordered = dict.fromkeys(
            _key(mark) for mark in marks(parts) if mark.category == Category.NAME
        )
        tokens = {name: f"[name {next(free)}]" for name in ordered}
    return "".join(
        part.replace("[name]", first) if isinstance(part, str) else _token(part, tokens)
        for part in parts
    )


def _key(mark):
    return " ".join(mark.words.casefold().split())


def _token(mark, names):
    if mark.category == Category.NAME:
        return names[_key(mark)]
    return "[removed]" if mark.category == Category.OTHER else f"[{mark.category}]"


def _letters():
    yield from ascii_uppercase
    yield from map("".join, product(ascii_uppercase, repeat=2))
