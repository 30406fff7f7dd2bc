"""The tables of `moderation`: what was decided and why, who has a key, the daily mail."""

from moderation.models.daily_work import DailyWork
from moderation.models.decision import Decision, RecordHead, Redaction
from moderation.models.keys import MemberKey, RecoveryKey
from moderation.models.reasons import DeclineReason, NoteReason

__all__ = [
    "DailyWork",
    "Decision",
    "DeclineReason",
    "MemberKey",
    "NoteReason",
    "RecordHead",
    "Redaction",
    "RecoveryKey",
]
