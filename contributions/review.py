"""The review step: the text as it would be kept, and what was found in it.

Nothing here is stored. A review is made from what a request brought and lives as long.
"""

from dataclasses import dataclass, replace

from contributions.choices import ACCEPT, KEEP, Choices, value_of
from contributions.deidentify import deidentify
from contributions.deidentify.crowd.estimate import Estimate, estimate
from contributions.deidentify.finding import Finding, Severity
from contributions.deidentify.names.name_model import model_in_use
from contributions.words import Words

MAX_ITEMS = 1_000
MAX_FINISHED = 80_000
# What no detector reads across, so that a title and a text stay apart.
PARTING = "\n\n***\n\n"


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
    finding: Finding
    times: int

    @property
    def keep_value(self):
        """What the form sends for "keep my words"."""
        return value_of(KEEP, self.finding.category, self.words)

    @property
    def accept_value(self):
        """What the form sends for "write this instead"."""
        return value_of(ACCEPT, self.finding.category, self.words)


@dataclass(frozen=True)
class Review:
    """A finished title and text, their pieces for marking, and what was found.

    `findings` is what will be stored: dictionaries with offsets into the finished text or
    title, and never the removed words. `taken_out` and `advice` are Items: what points straight
    at someone, and what may help to tell who is writing. `before` and `after` are Estimates of
    how many people that could be, as written and as it would be kept.
    """

    title: str
    text: str
    title_pieces: list[Piece]
    text_pieces: list[Piece]
    findings: list[dict]
    taken_out: list[Item]
    advice: list[Item]
    before: Estimate
    after: Estimate
    with_model: bool

    @property
    def words(self):
        """What will be stored."""
        return Words(self.title, self.text, self.findings)

    @property
    def asks_twice(self):
        """Tell whether so few people fit that a second thought is asked for."""
        return self.after.level in ("below 10", "below 5")

    @property
    def problem(self):
        """Say why this cannot be sent as it is, or ""."""
        if len(self.taken_out) + len(self.advice) > MAX_ITEMS:
            return (
                f"There are more than {MAX_ITEMS:,} things to look at in this text, more than "
                "one page can show. Please send it in parts."
            )
        if len(self.text) > MAX_FINISHED:
            return "With what we would write instead it is too long. Please send it in parts."
        if not self.text.strip():
            return "Nothing would be left of your text. Please say a little more."
        return ""


def review(title, text, choices=None, watched=()):
    """Return the Review of a title and a text, de-identified as one.

    A name that stands in both has one stand-in in both. `choices` are the contributor's Choices,
    `watched` the editor's lists.
    """
    choices = choices or Choices()
    parting = PARTING if title else ""
    written = title + parting + text
    result = deidentify(written, keep=choices.keep, accept=choices.accept, watched=watched)
    placed = result.placed()
    title_ends, text_begins = _parting(len(title), len(parting), placed)
    in_title = [place for place in placed if place[0] < title_ends]
    in_text = [place for place in placed if place[0] >= text_begins]
    sentences = [place for place in result.placed_sentences() if place[0] >= text_begins]
    items = _items(written, result.everything)
    return Review(
        title=result.text[:title_ends],
        text=result.text[text_begins:],
        title_pieces=in_pieces(result.text[:title_ends], in_title),
        text_pieces=in_pieces(result.text, in_text, text_begins),
        findings=[
            *(_stored("title", place, 0) for place in in_title),
            *(_stored("text", place, text_begins) for place in [*in_text, *sentences]),
        ],
        taken_out=[item for item in items if item.finding.severity is Severity.STRIP],
        advice=[item for item in items if item.finding.severity is Severity.CAUTION],
        before=estimate(written, result.everything, as_written=True),
        after=estimate(written, result.everything),
        with_model=model_in_use(),
    )


@dataclass(frozen=True)
class SecondLook:
    """What the de-identifier says today of a title and a text as the desk has them.

    `words` carries everything found, with nothing replaced. `overlooked` are stretches that point
    straight at someone and were neither taken out nor kept by choice: the lists have grown since,
    or the model was out of order. `advice` is (words, finding) of what may help to tell who it is.
    """

    words: Words
    estimate: Estimate
    overlooked: list[str]
    advice: list[tuple[str, Finding]]
    with_model: bool


def second_look(words, watched=(), *, title=None, text=None):
    """Return the SecondLook at stored Words, or at what an editor has made of them.

    `watched` are the editor's lists as they are now.
    """
    title = words.title if title is None else title
    text = words.text if text is None else text
    begins = len(title + PARTING) if title else 0
    written = title + PARTING + text if title else text
    keep = Choices.made_in(words.content).keep
    result = deidentify(written, keep=keep, watched=watched)
    said = [(written[found.start : found.end], found) for found in result.findings]
    return SecondLook(
        words=Words(title, text, [_as_it_stands(found, begins) for found in result.everything]),
        estimate=estimate(written, result.everything),
        overlooked=[
            stretch
            for stretch, found in said
            if found.severity is Severity.STRIP and not found.kept
        ],
        advice=[(stretch, found) for stretch, found in said if found.severity is Severity.CAUTION],
        with_model=model_in_use(),
    )


def _as_it_stands(finding, text_begins):
    """Return a finding as it is stored, its words in place though they might be replaced."""
    field, shift = ("text", text_begins) if finding.start >= text_begins else ("title", 0)
    return _stored(field, (finding.start, finding.end, replace(finding, kept=True)), shift)


def _parting(title_length, parting_length, placed):
    """Return where the title ends and the text begins in the finished whole."""
    shift = 0
    for _, end, finding in placed:
        if finding.start >= title_length + parting_length:
            break
        if finding.end > title_length:  # It runs across, so the title takes it whole.
            return end, end
        shift = end - finding.end
    return title_length + shift, title_length + shift + parting_length


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
        "replaced": finding.replaced,
        "watched": finding.watched,
    }


def _items(written, findings):
    """Return one item for each (category, words), in the order of their first occurrence."""
    items = {}
    for finding in findings:
        words = " ".join(written[finding.start : finding.end].split())
        items.setdefault((finding.category, words.casefold()), []).append((words, finding))
    return [Item(same[0][0], same[0][1], len(same)) for same in items.values()]
