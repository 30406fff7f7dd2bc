"""What a submission says, as it is read in memory. It is stored sealed and nowhere else."""

from dataclasses import asdict, dataclass, field

from contributions.sketch import sketch


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
        """The Summary of it."""
        return Summary(
            self.title, self.count, len(self.findings), self.kept_as_written, sketch(self.text)
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
    """What the queue shows of a submission, sealed by itself so that a queue opens quickly."""

    title: str = ""
    words: int = 0
    findings: int = 0
    kept_as_written: int = 0
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
