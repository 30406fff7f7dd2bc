"""The result of taking out what identifies someone."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from contributions.deidentify.finding import Finding


@dataclass(frozen=True, slots=True)
class Deidentified:
    """Hold the text as it would be kept, and what was found on the way.

    `text` is the input with every replaced finding's words gone. `findings` are sorted by
    offset and do not overlap. `sentences` are those that colleagues might recognise as a whole,
    also sorted; findings may lie in them, and nothing replaces them. The input itself is not
    held, and neither is any removed word.
    """

    text: str = field(repr=False)  # A submission's words have no place in logs or error pages.
    findings: tuple[Finding, ...]
    sentences: tuple[Finding, ...] = ()

    @property
    def everything(self) -> tuple[Finding, ...]:
        """Return findings and sentences together, sorted by offset, a sentence first."""
        both = (*self.findings, *self.sentences)
        return tuple(sorted(both, key=lambda finding: (finding.start, -finding.end)))

    def placed(self) -> tuple[tuple[int, int, Finding], ...]:
        """Give each finding with the offsets where it stands in `text`, in order.

        Each item is (start, end, finding): `text[start:end]` is the replacement when the finding
        is replaced, and the words as written when it is not.
        """
        places = []
        shift = 0
        for finding in self.findings:
            start = finding.start + shift
            if finding.replaced:
                shift += len(finding.replacement) - (finding.end - finding.start)
            places.append((start, finding.end + shift, finding))
        return tuple(places)

    def placed_sentences(self) -> tuple[tuple[int, int, Finding], ...]:
        """Give each sentence with the offsets where it stands in `text`, in order.

        A replacement that reaches over the edge of a sentence belongs to it whole.
        """
        replaced = [(s, e, f) for s, e, f in self.placed() if f.replaced]
        starts = [finding.start for _, _, finding in replaced]
        ends = [finding.end for _, _, finding in replaced]
        grown = [(e - s) - (f.end - f.start) for s, e, f in replaced]
        shifts = list(accumulate(grown, initial=0))
        places = []
        for sentence in self.sentences:
            begun = bisect_right(ends, sentence.start)
            start = sentence.start
            if begun < len(starts):
                start = min(start, starts[begun])
            over = bisect_left(starts, sentence.end)
            end = max([sentence.end, *ends[over - 1 : over]])
            places.append((start + shifts[begun], end + shifts[over], sentence))
        return tuple(places)
