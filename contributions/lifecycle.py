"""The life of a submission: its states, and the one table of the moves between them."""

from dataclasses import dataclass

from django.db.models import TextChoices


class State(TextChoices):
    WAITING = "waiting", "Waiting"
    HELD = "held", "Held"
    ASKED = "asked", "Asked"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"
    RETRACTED = "retracted", "Retracted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"
    CLOSED = "closed", "Closed"


# In these states the words are gone: they are public elsewhere, or nowhere.
WITHOUT_TEXT = frozenset({State.PUBLISHED, State.RETRACTED, State.WITHDRAWN})
# The matter is settled, for good or until somebody thinks again.
SETTLED = WITHOUT_TEXT | {State.DECLINED, State.CLOSED}
UNPUBLISHED = frozenset(State) - WITHOUT_TEXT


@dataclass(frozen=True)
class Move:
    """One legal step: from any of `sources` to `target`."""

    sources: frozenset[State]
    target: State


MOVES = {
    "hold": Move(frozenset({State.WAITING, State.APPROVED}), State.HELD),
    "resume": Move(frozenset({State.HELD}), State.WAITING),
    "ask": Move(frozenset({State.WAITING}), State.ASKED),
    "answer": Move(frozenset({State.ASKED}), State.WAITING),
    "keep": Move(frozenset({State.WAITING}), State.WAITING),
    "endorse": Move(frozenset({State.WAITING}), State.WAITING),
    "approve": Move(frozenset({State.WAITING}), State.APPROVED),
    "expedite": Move(frozenset({State.APPROVED}), State.APPROVED),
    "reschedule": Move(frozenset({State.APPROVED}), State.APPROVED),
    "undo": Move(frozenset({State.APPROVED}), State.WAITING),
    "publish": Move(frozenset({State.APPROVED}), State.PUBLISHED),
    "convert": Move(frozenset({State.PUBLISHED}), State.PUBLISHED),
    "retract": Move(frozenset({State.PUBLISHED}), State.RETRACTED),
    "restore": Move(frozenset({State.RETRACTED}), State.PUBLISHED),
    "decline": Move(frozenset({State.WAITING}), State.DECLINED),
    "reconsider": Move(frozenset({State.DECLINED}), State.WAITING),
    "withdraw": Move(UNPUBLISHED, State.WITHDRAWN),
    "close": Move(frozenset({State.WAITING}), State.CLOSED),
}


class IllegalMove(Exception):
    """Raised when the table of moves has no such step from the submission's state."""


class StaleDecision(Exception):
    """Raised when a submission has changed since the version that was decided on."""
