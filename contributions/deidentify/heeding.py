"""What the editor's lists change about what is taken out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contributions.deidentify.categories import CATEGORIES
from contributions.deidentify.finding import Finding, Severity
from contributions.deidentify.normalise import PLACEHOLDER
from contributions.deidentify.spans import Span, parted
from contributions.deidentify.vocabulary import PEERAGE, RANKS, TITLES
from contributions.deidentify.watched import Kind, Match, Watchlist
from contributions.deidentify.words import split_words

REASON = (
    "This is on the editor's list of what is always taken out, and the editor is told which entry "
    "it was."
)


def to_take_out(matches: Sequence[Match]) -> list[Match]:
    """Return what has to go; a part of a longer phrase that is to stay does not."""
    kept = _to_keep(matches)
    result = []
    for match in matches:
        keep = _around(kept, match)
        longer = keep is not None and keep.end - keep.start > match.end - match.start
        if match.entry.kind is Kind.STRIP and not longer:
            result.append(match)
    return result


def spared(text: str, spans: Iterable[Span], matches: Sequence[Match]) -> list[Span]:
    """Return the spans without what is to stay.

    A name in full is cut out of a longer one. One word is not, save beside a title, as whoever
    bears a longer name may be a namesake; nor is a part of an address, whose rest would still
    lead there.
    """
    kept = _to_keep(matches)
    result = []
    for span in spans:
        if _around(kept, span) is None:
            result += _beside(text, span, kept) if span.category == "PERSON" else [span]
    return result


def heeded(text: str, findings: Iterable[Finding], listed: Watchlist) -> Iterator[Finding]:
    """Yield the findings, those that the list takes out with the number of their entry.

    What may be said instead is no phrase that the list would take out again.
    """
    gone = to_take_out(listed.matches_in(text))
    for finding in findings:
        at = bisect_left(gone, finding.start, key=_start)
        entry = gone[at].entry if at < len(gone) and gone[at].start < finding.end else None
        if finding.severity is Severity.CAUTION and (
            entry or to_take_out(listed.matches_in(finding.replacement))
        ):
            finding = replace(finding, replacement=CATEGORIES[finding.category].token)
        if entry:
            finding = replace(finding, severity=Severity.STRIP, reason=REASON, watched=entry.number)
        yield finding


def _to_keep(matches: Iterable[Match]) -> list[Match]:
    return [match for match in matches if match.entry.kind is Kind.KEEP]


def _around(kept: Sequence[Match], span: Span | Match) -> Match | None:
    """Return what covers all of a span: of matches of which none lies in another, that can only
    be the last to begin before it."""
    at = bisect_right(kept, span.start, key=_start)
    return kept[at - 1] if at and kept[at - 1].end >= span.end else None


def _beside(text: str, name: Span, kept: Sequence[Match]) -> list[Span]:
    """Return what is left of a name beside what is to stay of it."""
    within = kept[
        bisect_right(kept, name.start, key=_end) : bisect_left(kept, name.end, key=_start)
    ]
    edges = [name.start, *(edge for match in within for edge in match[:2]), name.end]
    pieces = zip(edges[::2], edges[1::2], strict=True)
    left = [Span(start, end, name.category) for start, end in pieces if start < end]
    # No name holds a placeholder, so that this only trims them.
    left = [piece for piece in parted(text, left, PLACEHOLDER) if not _is_title(text, piece)]
    in_full = any(len(split_words(text[match.start : match.end])) > 1 for match in within)
    return left if in_full or (within and not left) else [name]


def _is_title(text: str, span: Span) -> bool:
    words = split_words(text[span.start : span.end])
    return all(word.lower in TITLES | RANKS | PEERAGE for word in words)


def _start(match: Match) -> int:
    return match.start


def _end(match: Match) -> int:
    return match.end
