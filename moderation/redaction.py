"""Redaction: the editor's marks in a text.

A mark is written `[[words|category|reason]]`, or `[[words|category|reason|other words]]` where
readers are to see other words instead of a token. An editor who types by hand may leave out the
reason, or both: `[[words]]`. A mark stands where its words stand, so what is changed elsewhere
cannot shift it.
"""

import re
from dataclasses import dataclass, replace

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
    """One stretch to be replaced: by its category's token, or by `instead`."""

    words: str
    category: str
    reason: str
    instead: str = ""

    def __str__(self):
        labels = [self.words, self.category, self.reason, *filter(None, [self.instead])]
        return f"[[{'|'.join(labels)}]]"


class UnclosedMark(ValueError):
    """Raised when a text opens or closes a mark alone."""


MAX_INSTEAD = 200
# "]]]" ends in the mark's own brackets, so a token such as [name A] may stand last in a mark.
_MARK = re.compile(r"\[\[((?:(?!\[\[)(?!\]\](?!\])).)+)\]\](?!\])", re.DOTALL)
_LABELS = re.compile(
    rf"(.+?)(?:\|({'|'.join(Category.values)})(?:\|({'|'.join(Reason.values)})(?:\|([^|]+))?)?)?",
    re.DOTALL | re.IGNORECASE,
)


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


def unmarked(parts):
    """Return the words of `parts`, those in marks as well."""
    return "".join(part.words if isinstance(part, Mark) else part for part in parts)


def marks(parts):
    """Return the marks among `parts`."""
    return [part for part in parts if isinstance(part, Mark)]


def put_back(parts, number, *, everywhere=False):
    """Return `parts` without the mark of that number, counted from 0: its words stay.

    With `everywhere`, every mark of the same words goes.
    """
    found = marks(parts)
    if not 0 <= number < len(found):
        return parts
    if not everywhere:
        return _changed(parts, number, lambda mark: mark.words)
    same = _key(found[number].words)
    return [
        part.words if isinstance(part, Mark) and _key(part.words) == same else part
        for part in parts
    ]


def put_instead(parts, number, words):
    """Return `parts` with other words for the mark of that number, counted from 0."""
    words = re.sub(r"[|]|\[\[|\]\]", " ", words).strip()[:MAX_INSTEAD]
    return _changed(parts, number, lambda mark: replace(mark, instead=words))


def everywhere(parts):
    """Return `parts` with each mark's words marked wherever else they stand as words."""
    by_words = {_key(mark.words): mark for mark in marks(parts)}
    if not by_words:
        return parts
    longest_first = sorted(by_words, key=len, reverse=True)
    spaced = (r"\s+".join(map(re.escape, words.split())) for words in longest_first)
    wanted = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
    found = []
    for part in parts:
        if isinstance(part, Mark):
            found.append(part)
            continue
        position = 0
        for match in wanted.finditer(part):
            found.append(part[position : match.start()])
            found.append(replace(by_words[_key(match[0])], words=match[0]))
            position = match.end()
        found.append(part[position:])
    return [part for part in found if part]


def _key(words):
    return " ".join(words.casefold().split())


def _changed(parts, number, change):
    places = [place for place, part in enumerate(parts) if isinstance(part, Mark)]
    if not 0 <= number < len(places):
        return parts
    place = places[number]
    return [*parts[:place], change(parts[place]), *parts[place + 1 :]]


def _mark(inner, category, reason):
    """Return the Mark of what stands between brackets: words, perhaps with labels."""
    words, its_category, its_reason, instead = _LABELS.fullmatch(inner).groups()
    return Mark(
        words, (its_category or category).lower(), (its_reason or reason).lower(), instead or ""
    )
