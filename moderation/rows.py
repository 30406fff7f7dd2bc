"""Submissions as lists at the desk show them."""

from dataclasses import dataclass

from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import Message, Submission, WatchedWord
from contributions.words import Summary
from moderation import claims, tending, triage
from moderation.models import Claim
from moderation.opened_submission import summaries
from moderation.watching import pointed_out


@dataclass(frozen=True)
class Row:
    """One submission, its Summary, the Claim on it, if there is one, and the WatchedWords in it."""

    submission: Submission
    summary: Summary
    claim: Claim | None
    is_mine: bool
    watched: list[WatchedWord] | None = None

    @property
    def says(self):
        """How it begins: its title, or else its first words."""
        return self.summary.title or self.summary.begins

    @property
    def name(self):
        """What a list calls it: how it begins, or only what it is where that may distress."""
        covered = self.cover or not self.says
        return self.submission.get_kind_display() if covered else self.says

    @property
    def cover(self):
        """What in it may distress, in words, or ""."""
        return triage.cover(self.summary.flags)

    @property
    def flags(self):
        """The titles of its flags."""
        return triage.titles(self.summary.flags)

    @property
    def is_urgent(self):
        return triage.is_urgent(self.summary)

    @property
    def when(self):
        """What will happen with it by itself and when, or since when it waits, or ""."""
        submission = self.submission
        match submission.state:
            case State.WAITING if submission.answer:
                return f"came back: {Message.Kind(submission.answer).label.lower()}"
            case State.HELD if submission.held_until:
                return f"held until {submission.held_until:%-d %b %Y}"
            case State.ASKED if submission.asked_on:
                return f"asked on {submission.asked_on:%-d %b}"
            case State.APPROVED if hasattr(submission, "approved_copy"):
                copy = submission.approved_copy
                if copy.item:
                    return f"goes out with “{copy.item.post}”"
                return f"goes out {timezone.localtime(copy.due_at):%a %-d %b, %H:%M}"
            case State.DECLINED | State.CLOSED if submission.settled_on:
                goes_on = tending.goes_on(submission)
                stands = submission.get_state_display().lower()
                return f"{stands}, goes for good on {goes_on:%-d %b}"
        return ""


def rows_of(pks, desk, user):
    """Return the Row of each id that still is one, in this order; opened with the desk's key."""
    rows = Submission.objects.filter(pk__in=pks)
    opened, ours = dict(summaries(rows, desk)), claims.on_each(pks)
    entries = list(WatchedWord.objects.to_look_for())
    found = rows.in_rows(with_words=bool(entries)).in_bulk()
    watched = pointed_out(found.values(), entries, desk)
    return [
        Row(found[pk], opened[pk], claim, bool(claim and claim.by_id == user.pk), watched.get(pk))
        for pk in pks
        if pk in found and pk in opened
        for claim in [ours.get(pk)]
    ]
