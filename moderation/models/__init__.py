"""The tables of `moderation`: decisions, claims, notes, phrases, who has a key, daily work."""

from moderation.models.canned_phrase import CannedPhrase
from moderation.models.claim import Claim
from moderation.models.daily_work import DailyWork
from moderation.models.decision import Decision, Redaction
from moderation.models.keys import MemberKey, RecoveryKey
from moderation.models.note import Note
from moderation.models.reasons import DeclineReason, NoteReason
from moderation.models.record_head import RecordHead

__all__ = [
    "Claim",
    "CannedPhrase",
    "DailyWork",
    "Decision",
    "DeclineReason",
    "MemberKey",
    "Note",
    "NoteReason",
    "RecordHead",
    "Redaction",
    "RecoveryKey",
]
