"""Redaction: the editor's marks in a text, and the fixed tokens that readers see.

A mark is written `[[words|category|reason]]`. An editor who types by hand may leave out the
reason, or both: `[[words]]`.
"""

import re
from dataclasses import dataclass

from django.db.models import TextChoices

from contributions.deidentify.standins import stand_ins


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
# Somebody who was alone in the text; beside others even he needs a letter.
LONE = "[name]"


def without_marks(text):
    """Return a contributor's text with nothing in it that reads as a mark."""
    return re.sub(r"\[(?=\[)", "[ ", re.sub(r"\](?=\])", "] ", text))


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
    words = (part.words if isinstance(part, Mark) else part for part in parts)
    if any("[[" in part or "]]" in part for part in words):
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
    plain = "".join(part for part in parts if isinstance(part, str))
    names = [mark.words for mark in marks(parts) if mark.category == Category.NAME]
    lone = [LONE] if LONE in plain and names else []
    tokens = iter(stand_ins([*lone, *names], plain.replace(LONE, "")))
    first = next(tokens) if lone else LONE
    return "".join(
        part.replace(LONE, first) if isinstance(part, str) else _token(part, tokens)
        for part in parts
    )


def _token(mark, name_tokens):
    if mark.category == Category.NAME:
        return next(name_tokens)
    return "[removed]" if mark.category == Category.OTHER else f"[{mark.category}]"
