"""What a submission says, as it is read in memory. It is stored sealed and nowhere else."""

from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.text import Truncator

from contributions.sketch import sketch

# How many characters of a title, or of a text without one, a queue shows.
SHOWN = 80


@dataclass(frozen=True)
class Words:
    """A title, a text, and what was found in them.

    `findings` are dictionaries as the review step makes them: offsets into the finished title or
    text, and never the words that were removed.
    """

    title: str = ""
    text: str = ""
    findings: list[dict] = field(default_factory=list)

    def __repr__(self):
        return "Words(…)"

    @property
    def count(self):
        """How many words the text has."""
        return len(self.text.split())

    @property
    def kept_as_written(self):
        """How many of the findings the contributor restored."""
        return sum(finding["kept"] for finding in self.findings)

    @property
    def content(self):
        """What is sealed."""
        return asdict(self)

    @property
    def summary(self):
        """The Summary of it, looked through by the site's own `settings.SUBMISSION_TRIAGE`."""
        level, flags = import_string(settings.SUBMISSION_TRIAGE)(self)
        return Summary(
            title=_beginning(self.title),
            begins="" if self.title else _beginning(self.text),
            words=self.count,
            findings=len(self.findings),
            kept_as_written=self.kept_as_written,
            level=level,
            flags=flags,
            sketch=sketch(self.text),
        )

    def places(self, name):
        """Return (start, end, finding) of each finding within the "title" or the "text".

        Sentences are left out: other findings lie in them.
        """
        return [
            (found["start"], found["end"], found)
            for found in self.findings
            if found["field"] == name and found["category"] != "SENTENCE"
        ]


@dataclass(frozen=True)
class Summary:
    """What the queue shows of a submission, sealed by itself so that a queue opens quickly.

    `level` is the weightiest of its `flags`, "" where there are none; None where nobody has looked.
    Whatever it holds, it fits into one block of contributions/sealing.py, so its length tells
    nothing.
    """

    title: str = ""
    begins: str = ""
    words: int = 0
    findings: int = 0
    kept_as_written: int = 0
    level: str | None = None
    flags: list[str] = field(default_factory=list)
    sketch: list[int] = field(default_factory=list)

    def __repr__(self):
        return "Summary(…)"

    @property
    def content(self):
        """What is sealed."""
        return asdict(self)


@dataclass(frozen=True)
class Finished:
    """A title and a text as readers will see them.

    `edited` says that an editor changed the wording itself, which readers are told.
    """

    title: str
    text: str
    edited: bool = False

    def __repr__(self):
        return "Finished(…)"


def _beginning(text):
    return Truncator(" ".join(text[: 4 * SHOWN].split())).chars(SHOWN)
