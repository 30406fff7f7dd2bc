"""The tables of `moderation`: what was decided and why, who has a key, the daily mail."""

from moderation.models.daily_work import DailyWork
from moderation.models.decision import Decision, Redaction
from moderation.models.keys import MemberKey, RecoveryKey
from moderation.models.reasons import DeclineReason
from moderation.models.record_head import RecordHead

__all__ = [
    "DailyWork",
    "Decision",
    "DeclineReason",
    "MemberKey",
    "RecordHead",
    "Redaction",
    "RecoveryKey",
]
