"""The tables of `moderation`: decisions and claims, who has a key, the daily work."""

from moderation.models.claim import Claim
from moderation.models.daily_work import DailyWork
from moderation.models.decision import Decision, Redaction
from moderation.models.keys import MemberKey, RecoveryKey
from moderation.models.reasons import DeclineReason
from moderation.models.record_head import RecordHead

__all__ = [
    "Claim",
    "DailyWork",
    "Decision",
    "DeclineReason",
    "MemberKey",
    "RecordHead",
    "Redaction",
    "RecoveryKey",
]
