"""What a contributor chose for each finding, as a form carries it."""

from dataclasses import dataclass

KEEP, ACCEPT = "keep", "accept"


@dataclass(frozen=True)
class Choices:
    """The (category, words) pairs to keep as written, and those whose advice is taken.

    What is in neither is left to the de-identifier: direct identifiers go, advice waits.
    """

    keep: frozenset = frozenset()
    accept: frozenset = frozenset()

    @classmethod
    def read(cls, data):
        """Return the choices that a form's `data` carries in its fields "choice-…"."""
        values = [value for name, value in data.items() if name.startswith("choice-")]
        return cls(keep=_pairs(KEEP, values), accept=_pairs(ACCEPT, values))

    @classmethod
    def made_in(cls, finished):
        """Return the choices that went into a finished title and text.

        `finished` is a mapping with "title", "text" and "findings", as a Review has them.
        Advice that was taken is part of the words by now.
        """
        return cls(
            keep=frozenset(
                (f["category"], finished[f["field"]][f["start"] : f["end"]])
                for f in finished["findings"]
                if f["kept"]
            )
        )

    @property
    def values(self):
        """The values of form fields that carry these choices."""
        kept = [value_of(KEEP, *pair) for pair in sorted(self.keep)]
        return kept + [value_of(ACCEPT, *pair) for pair in sorted(self.accept)]


def value_of(choice, category, words):
    """Return the value of a form field that makes this choice for these words."""
    return f"{choice}:{category}:{words}"


def _pairs(choice, values):
    parts = (value.split(":", 2) for value in values)
    return frozenset((part[1], part[2]) for part in parts if part[0] == choice and len(part) == 3)
