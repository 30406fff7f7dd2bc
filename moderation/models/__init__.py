"""The tables of `moderation`: what was decided and why, notes and phrases, who has a key."""

from moderation.models.canned_phrase import CannedPhrase
from moderation.models.daily_work import DailyWork
from moderation.models.decision import Decision, RecordHead, Redaction
from moderation.models.keys import MemberKey, RecoveryKey
from moderation.models.note import Note
from moderation.models.reasons import DeclineReason

__all__ = [
    "CannedPhrase",
    "DailyWork",
    "Decision",
    "DeclineReason",
    "MemberKey",
    "Note",
    "RecordHead",
    "Redaction",
    "RecoveryKey",
]
