"""The tables of `moderation`: what was decided, the reasons there are, and who has a key."""

from moderation.models.decision import Decision, Redaction
from moderation.models.keys import MemberKey, RecoveryKey
from moderation.models.reasons import DeclineReason

__all__ = ["Decision", "DeclineReason", "MemberKey", "Redaction", "RecoveryKey"]
