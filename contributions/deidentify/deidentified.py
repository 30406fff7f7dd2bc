"""The result of taking out what identifies someone."""

from dataclasses import dataclass, field

from .finding import Finding


@dataclass(frozen=True, slots=True)
class Deidentified:
    """Hold the text as it would be kept, and what was found on the way.

    `text` is the input with every replaced finding's words gone. `findings` are sorted by
    offset and do not overlap. The input itself is not held, and neither is any removed word.
    """

    text: str = field(repr=False)  # A submission's words have no place in logs or error pages.
    findings: tuple[Finding, ...]

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
