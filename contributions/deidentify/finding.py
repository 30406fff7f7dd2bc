"""What the de-identifier says about one stretch of a text."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Tell what is done about a finding unless the contributor decides otherwise."""

    STRIP = "strip"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Finding:
    """Describe one thing noticed, without holding the words themselves.

    `start` and `end` are offsets in characters of the text as it was given. `category` is a
    name from the labelling guide, such as PERSON, or SENTENCE. `replacement` is a fixed token
    such as "[name A]", a generalisation such as "over 20 years", or "" when none is proposed.
    `reason` is one sentence to the contributor. `kept` says that the contributor wants the
    words as written, `accepted` that the contributor takes the generalisation. `watched` is the
    number of the editor's entry that had them taken out, if it was one.
    """

    start: int
    end: int
    category: str
    severity: Severity
    replacement: str
    reason: str
    kept: bool = False
    accepted: bool = False
    watched: int | None = None

    @property
    def replaced(self) -> bool:
        """Tell whether the result shows the replacement in place of the words.

        What points straight at someone goes unless it is kept; advice waits to be accepted.
        This property is the only place that knows.
        """
        if self.severity is Severity.STRIP:
            return not self.kept
        return self.accepted and bool(self.replacement)
