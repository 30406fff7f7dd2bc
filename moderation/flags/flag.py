"""What a flag tells the editor."""

from dataclasses import dataclass, field
from enum import StrEnum

Place = tuple[int, int]


class Level(StrEnum):
    """Say how much a flag weighs; the order of the members is the order of the queue."""

    URGENT = "urgent"  # Somebody may be in danger: to the top of the queue.
    RED = "red"  # To go out, it needs a noted basis.
    AMBER = "amber"  # Worth a second look.

    @property
    def rank(self):
        """0 for what weighs most."""
        return list(Level).index(self)


@dataclass(frozen=True)
class Kind:
    """What can be flagged: its words for the editor, and the usual level."""

    id: str
    title: str
    level: Level
    why: str
    what_to_do: str
    law: str
    distressing: bool  # Better read when one is ready for it.


@dataclass(frozen=True)
class Flag:
    """One kind as a text raised it.

    `triggers` are (start, end) in the text, `title_triggers` in the title, in order and apart
    from each other: the words to show in colour.
    """

    kind: Kind
    level: Level
    triggers: list[Place] = field(default_factory=list)
    title_triggers: list[Place] = field(default_factory=list)

    @property
    def id(self):
        return self.kind.id

    @property
    def title(self):
        return self.kind.title

    @property
    def why(self):
        return self.kind.why

    @property
    def what_to_do(self):
        return self.kind.what_to_do

    @property
    def law(self):
        return self.kind.law

    @property
    def distressing(self):
        return self.kind.distressing
