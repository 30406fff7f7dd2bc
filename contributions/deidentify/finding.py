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
    name from the labelling guide, such as PERSON. `replacement` is a fixed token such as
    "[name A]", or "" when none is proposed. `reason` is one sentence to the contributor.
    `kept` says that the contributor restored the words as written.
    """

    start: int
    end: int
    category: str
    severity: Severity
    replacement: str
    reason: str
    kept: bool = False

    @property
    def replaced(self) -> bool:
        """Tell whether the result shows the replacement in place of the words.

        A caution is advice and leaves the words alone. When cautions can be accepted, that is
        one more field beside `kept`, and this property is the only place that must know.
        """
        return self.severity is Severity.STRIP and not self.kept
