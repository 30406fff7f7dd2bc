"""The tables of `moderation`: what was decided, and the reasons there are."""

from moderation.models.decision import Decision, Redaction
from moderation.models.reasons import DeclineReason

__all__ = ["Decision", "DeclineReason", "Redaction"]
