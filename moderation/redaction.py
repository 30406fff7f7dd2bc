"""Redaction: the editor's marks in a text, and the fixed tokens that readers see.

A mark is written `[[words|category|reason]]`. An editor who types by hand may leave out the
reason, or both: `[[words]]`.
"""

import re
from dataclasses import dataclass

from django.db.models import TextChoices

from contributions.deidentify.names.standins import stand_ins


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
_MARK = re.compile(r"\[\[((?:(?!\[\[)(?!\]\](?!\])).)+)\]\](?!\])", re.DOTALL)
_LABELS = re.compile(
    rf"(.+?)(?:\|({'|'.join(Category.values)})(?:\|({'|'.join(Reason.values)}))?)?",
    re.DOTALL | re.IGNORECASE,
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
        parts.append(_mark(match[1], category, reason))
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


def finished(parts, title=""):
    """Return (title, text) as readers will see them, a fixed token for each mark.

    Names are told apart by letters, the same name by the same letter, going on from the
    letters that title and text already use.
    """
    plain = title + "".join(part for part in parts if isinstance(part, str))
    names = [mark.words for mark in marks(parts) if mark.category == Category.NAME]
    lone = [LONE] if LONE in plain and names else []
    tokens = iter(stand_ins([*lone, *names], plain.replace(LONE, "")))
    first = next(tokens) if lone else LONE
    text = "".join(
        part.replace(LONE, first) if isinstance(part, str) else _token(part, tokens)
        for part in parts
    )
    return title.replace(LONE, first), text


def _mark(inner, category, reason):
    """Return the Mark of what stands between brackets: words, perhaps |category, |reason."""
    match = _LABELS.fullmatch(inner)
    words, its_category, its_reason = match[1], match[2], match[3]
    return Mark(words, (its_category or category).lower(), (its_reason or reason).lower())


def _token(mark, name_tokens):
    if mark.category == Category.NAME:
        return next(name_tokens)
    return "[removed]" if mark.category == Category.OTHER else f"[{mark.category}]"
