"""The tables of `moderation`: what was decided and why, who has a key, the daily mail."""

from moderation.models.daily_work import DailyWork
from moderation.models.decision import Decision, RecordHead, Redaction
from moderation.models.keys import MemberKey, RecoveryKey
from moderation.models.reasons import DeclineReason

__all__ = [
    "DailyWork",
    "Decision",
    "DeclineReason",
    "MemberKey",
    "RecordHead",
    "Redaction",
    "RecoveryKey",
]
