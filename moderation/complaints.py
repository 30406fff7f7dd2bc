"""What the desk does with a complaint: by when, what was done, and the record of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils import timezone

from contributions import notice_period
from contributions.models import Complaint, SiteSettings
from moderation import afterwards
from moderation.models import Decision
from moderation.recording import recorded

SHOWN = 20
What = Decision.What


class Outcome(TextChoices):
    TAKEN_DOWN = "taken-down", "Taken down"
    AMENDED = "amended", "Words changed"
    LEFT = "left", "Left as it was"
    INCOMPLETE = "incomplete", "Said what the notice lacks"
    PASSED_ON = "passed-on", "Passed on to a lawyer"
    NOTHING = "nothing", "Nothing to answer"


@dataclass(frozen=True)
class Clock:
    """By when a complaint has to be answered, and whether it was."""

    answer_by: datetime
    answered_at: datetime | None
    now: datetime

    @classmethod
    def of(cls, complaint, proclaimed, now=None):
        """Return its Clock; `proclaimed` are the settings' own bank holidays."""
        answer_by = complaint.answer_by(proclaimed)
        return cls(answer_by, complaint.answered_at, now or timezone.now())

    @property
    def is_over(self):
        """Tell whether it has not been answered though it should have been."""
        return self.answered_at is None and self.now > self.answer_by

    @property
    def in_words(self):
        """What there is to say about it."""
        end = notice_period.in_words(self.answer_by)
        if self.answered_at:
            late = "in time" if self.answered_at <= self.answer_by else "late"
            return f"Answered {notice_period.in_words(self.answered_at)}, {late}"
        return f"Overdue since {end}" if self.is_over else f"Answer by {end}"


def open_complaints():
    """Return what templates/moderation/_complaints.html shows: those to answer, and how many."""
    to_answer = Complaint.objects.open()
    shown = with_clocks(to_answer.with_target().oldest_first()[:SHOWN])
    count = len(shown) if len(shown) < SHOWN else to_answer.count()
    return {"open_complaints": shown, "complaint_count": count}


def with_clocks(complaints):
    """Return (complaint, its Clock) of each."""
    proclaimed = SiteSettings.current().proclaimed if complaints else {}
    return [(complaint, Clock.of(complaint, proclaimed)) for complaint in complaints]


@recorded
def take_down(complaint, version, *, by):
    """Retract what a complaint is about.

    Raises StaleDecision, IllegalMove, or WrongStatus where that is not public, with nothing
    changed. So do the others, but for the last.
    """
    complaint.take_down(version)
    afterwards.retract(complaint.target, by=by, complaint=complaint.pk)


@recorded
def answer(complaint, version, *, by, outcome):
    """Stop the clock of a complaint, for an Outcome."""
    complaint.answer(version)
    _record(complaint, What.COMPLAINT_HANDLED, by, outcome)


@recorded
def close(complaint, version, *, by, outcome):
    """Settle a complaint, for an Outcome."""
    complaint.close(version)
    _record(complaint, What.COMPLAINT_CLOSED, by, outcome)


@recorded
def reopen(complaint, version, *, by):
    """Take a complaint up again."""
    complaint.reopen(version)
    _record(complaint, What.COMPLAINT_REOPENED, by)


def _record(complaint, what, by, reason=""):
    Decision.objects.record(
        what,
        by=by,
        complaint=complaint.pk,
        post=complaint.post,
        reply=complaint.reply,
        reason=reason,
    )
