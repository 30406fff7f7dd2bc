"""Claiming a submission for ten minutes, so that two editors do not work on one unawares.

A claim keeps nobody from reading. Decisions are safe without it: they carry versions.
"""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from moderation.models import Claim

LASTS = timedelta(minutes=10)


class ClaimedByOther(Exception):
    """Raised where another editor has it in hand; `claim` says who and until when."""

    def __init__(self, claim):
        self.claim = claim
        until = timezone.localtime(claim.expires_at)
        super().__init__(
            f"{claim.by} has it in hand until {until:%H:%M}. You can read it, or take it over."
        )


def take(submission, by, *, over=False):
    """Claim it, or prolong one's own claim; return the Claim.

    Raises ClaimedByOther, unless it is to be taken `over`. Whose time is up has lost it.
    """
    now = timezone.now()
    unreleased = Claim.objects.on(submission).unreleased().select_related("by")
    ends = {"expires_at": now + LASTS}
    if unreleased.of(by).filter(expires_at__gt=now).update(**ends):
        return unreleased.get()
    try:
        with transaction.atomic():
            (unreleased if over else unreleased.filter(expires_at__lte=now)).release(now)
            return Claim.objects.create(submission=submission, by=by, claimed_at=now, **ends)
    except IntegrityError:
        claim = unreleased.first()
        if claim is None:  # It was let go in this very moment.
            return take(submission, by, over=over)
        if claim.by_id == by.pk:
            return claim
        raise ClaimedByOther(claim) from None


def let_go(submission, by):
    """Let go of one's own claim on it, if there is one."""
    Claim.objects.on(submission).of(by).unreleased().release()


def let_go_of_all(by):
    """Let go of whatever somebody has in hand."""
    Claim.objects.of(by).unreleased().release()


def on_each(submissions):
    """Return {id of a submission: its Claim in force}."""
    live = Claim.objects.live().filter(submission__in=submissions).select_related("by")
    return {claim.submission_id: claim for claim in live}


def shown(submission, user):
    """Return what `moderation/_claim.html` shows on a submission's own page."""
    claim = on_each([submission]).get(submission.pk)
    return {"claim": claim, "is_mine": bool(claim and claim.by_id == user.pk)}
