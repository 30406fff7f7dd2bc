"""The review step: the text as it would be kept, and what was found in it.

Nothing here is stored. A review is made from what a request brought and lives as long.
"""

from dataclasses import dataclass

from contributions.deidentify import deidentify

MAX_ITEMS = 500
MAX_FINISHED = 80_000
# What no detector reads across, so that a title and a text stay apart.
_PARTING = "\n\n***\n\n"


@dataclass(frozen=True)
class Piece:
    """A stretch of the finished text; `finding` is set where something was found."""

    words: str
    finding: object = None


@dataclass(frozen=True)
class Item:
    """One thing found, however often it occurs, and the choice it offers.

    `words` are as the contributor wrote them: they go back to that browser and nowhere else.
    """

    words: str
    category: str
    replacement: str
    reason: str
    kept: bool
    times: int

    @property
    def keep_value(self):
        """What the form sends for "keep my words"; `chosen` reads it back."""
        return keep_value(self.category, self.words)


@dataclass(frozen=True)
class Review:
    """A finished title and text, their pieces for marking, and the list of what was found.

    `findings` is what will be stored: dictionaries with offsets into the finished text or
    title, and never the removed words.
    """

    title: str
    text: str
    title_pieces: list[Piece]
    text_pieces: list[Piece]
    findings: list[dict]
    items: list[Item]

    @property
    def problem(self):
        """Say why this cannot be sent as it is, or ""."""
        if len(self.items) > MAX_ITEMS:
            return (
                f"There are more than {MAX_ITEMS} names, links or numbers in this text, more "
                "than one page can show. Please send it in parts."
            )
        if len(self.text) > MAX_FINISHED:
            return "With what we would write instead it is too long. Please send it in parts."
        if not self.text.strip():
            return "Nothing would be left of your text. Please say a little more."
        return ""


def keep_value(category, words):
    """Return what a form sends to keep these words; `chosen` reads it back."""
    return f"keep:{category}:{words}"


def chosen(data):
    """Return the (category, words) pairs that the choices in a form's `data` keep as written."""
    choices = (value for name, value in data.items() if name.startswith("choice-"))
    kept = (value.split(":", 2) for value in choices if value.startswith("keep:"))
    return {(parts[1], parts[2]) for parts in kept if len(parts) == 3}


def kept_in(finished):
    """Return the (category, words) pairs that were kept in a finished title and text.

    `finished` is a mapping with "title", "text" and "findings", as a Review has them.
    """
    return {
        (f["category"], finished[f["field"]][f["start"] : f["end"]])
        for f in finished["findings"]
        if f["kept"]
    }


def review(title, text, keep=()):
    """Return the Review of a title and a text, de-identified as one.

    A name that stands in both has one stand-in in both. `keep` holds (category, words) pairs
    that stay as written.
    """
    written = title + _PARTING + text
    result = deidentify(written, keep=keep)
    placed = result.placed()
    title_ends, text_begins = _parting(len(title), placed)
    in_title = [place for place in placed if place[0] < title_ends]
    in_text = [place for place in placed if place[0] >= text_begins]
    return Review(
        title=result.text[:title_ends],
        text=result.text[text_begins:],
        title_pieces=in_pieces(result.text[:title_ends], in_title),
        text_pieces=in_pieces(result.text, in_text, text_begins),
        findings=[
            *(_stored("title", place, 0) for place in in_title),
            *(_stored("text", place, text_begins) for place in in_text),
        ],
        items=_items(written, result.findings),
    )


def _parting(title_length, placed):
    """Return where the title ends and the text begins in the finished whole."""
    shift = 0
    for _, end, finding in placed:
        if finding.start >= title_length + len(_PARTING):
            break
        if finding.end > title_length:  # It runs across, so the title takes it whole.
            return end, end
        shift = end - finding.end
    return title_length + shift, title_length + shift + len(_PARTING)


def in_pieces(text, places, begin=0):
    """Return `text` from `begin` on as Pieces, parted at `places`: (start, end, finding)."""
    pieces = []
    for start, end, finding in places:
        pieces += [Piece(text[begin:start]), Piece(text[start:end], finding)]
        begin = end
    return [piece for piece in [*pieces, Piece(text[begin:])] if piece.words]


def _stored(field, place, offset):
    start, end, finding = place
    return {
        "field": field,
        "start": start - offset,
        "end": end - offset,
        "category": finding.category,
        "severity": str(finding.severity),
        "replacement": finding.replacement,
        "reason": finding.reason,
        "kept": finding.kept,
    }


def _items(written, findings):
    """Return one item for each (category, words), in the order of their first occurrence."""
    items = {}
    for finding in findings:
        words = " ".join(written[finding.start : finding.end].split())
        items.setdefault((finding.category, words.casefold()), []).append((words, finding))
    return [
        Item(
            words=same[0][0],
            category=finding.category,
            replacement=finding.replacement,
            reason=finding.reason,
            kept=finding.kept,
            times=len(same),
        )
        for same in items.values()
        for finding in [same[0][1]]
    ]
