"""Drafts: what an editor has made of a submission so far, sealed with it."""

from dataclasses import asdict, dataclass

from moderation import redaction
from moderation.finishing import finished


@dataclass(frozen=True)
class Draft:
    """A title and a marked text. Raises UnclosedMark where its marks are asked for and amiss."""

    title: str
    marked: str

    def __repr__(self):
        return "Draft(…)"

    @classmethod
    def of(cls, words):
        """Return the Draft that nobody has worked on yet."""
        return cls(redaction.without_marks(words.title), redaction.without_marks(words.text))

    @property
    def content(self):
        """What is sealed."""
        return asdict(self)

    @property
    def parts(self):
        """The stretches of the text, each a string or a Mark."""
        return redaction.parse(self.marked)

    def finished(self, received):
        """Return the Finished text, beside the Words that were received."""
        return finished(self.parts, self.title, received)
