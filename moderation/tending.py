"""Housekeeping: what has to happen when its time has come, with nobody at the desk.

A list of chores. Each names what is due, and does one of it in one short transaction that asks
again whether it is due. So it may run twice at once, and be killed at any point: what was not done
is still due the next time.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from contributions import form_token, physical_order
from contributions.baking import keeping_up
from contributions.baking.root import Root
from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import (
    ApprovedCopy,
    Change,
    Complaint,
    Post,
    SiteSettings,
    SpentToken,
    StoredReceipt,
    Submission,
)
from moderation import daily_notice, deciding, erasing, publishing, sessions
from moderation.models import Claim, DailyWork, Note

KEPT_IN_THE_BIN = timedelta(days=30)
NOTICE_OF_PURGE = timedelta(days=7)
WAITING_FOR_ANSWER = timedelta(days=30)
RECEIPT_WORKS = timedelta(days=90)
CLAIMS_KEPT = timedelta(days=1)
NOTES_KEPT = timedelta(days=365)
MARGIN = timedelta(days=1)
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """One kind of housekeeping; `due` lists what there is to do, `do` does one and tells whether.

    `done` says in words what was done, with a number after it.
    """

    done: str
    due: Callable[[datetime], Iterable]
    do: Callable[[object, datetime], bool]


@dataclass(frozen=True)
class Outcome:
    """What came of one chore: how many times it was done, and how many times it failed."""

    chore: Chore
    count: int
    failures: int = 0


def tend(now=None):
    """Do all that is due; return the Outcome of each chore.

    A failure is logged and counted, and does not keep anything else from being done.
    """
    now = now or timezone.now()
    return [_do(chore, now) for chore in CHORES]


def would_do(now=None):
    """Return what `tend` would do now, as Outcomes, without doing it."""
    now = now or timezone.now()
    return [Outcome(chore, len(list(chore.due(now)))) for chore in CHORES]


def going_within_a_week(now=None):
    """Return what is in the bin and will be purged within NOTICE_OF_PURGE."""
    now = now or timezone.now()
    return Submission.objects.settled_before(_day(now, KEPT_IN_THE_BIN - NOTICE_OF_PURGE))


def goes_on(submission):
    """Return the first day on which the words of one in the bin are deleted."""
    return submission.settled_on + KEPT_IN_THE_BIN + timedelta(days=1)


def _do(chore, now):
    count = failures = 0
    # House style knows no `except Exception`. Here alone nothing smaller will do: a mistake in
    # one chore must not keep approved texts from going out or deleted ones from being deleted.
    try:
        due = list(chore.due(now))
    except Exception:
        logger.exception("Could not tell what is due: %s", chore.done)
        return Outcome(chore, 0, 1)
    for item in due:
        try:
            count += bool(chore.do(item, now))
        except (StaleDecision, IllegalMove):
            continue  # Somebody did something with it in this very moment.
        except Exception:
            logger.exception("Could not be done: %s", chore.done)
            failures += 1
    return Outcome(chore, count, failures)


def _day(now, ago):
    """Return the local day that was so long ago; what is dated before it is at least as old."""
    return timezone.localdate(now) - ago


def _keys(rows):
    return rows.values_list("pk", flat=True)


def _approved(now):
    return _unless_stopped(ApprovedCopy.objects.due(now))


def _unless_stopped(rows):
    return [] if SiteSettings.current().publication_stopped else _keys(rows)


def _posts(now):
    return _unless_stopped(Post.objects.due(now))


def _for_nowhere(now):
    return _keys(Submission.objects.approved_for_nowhere())


def _unanswered(now):
    return _keys(Submission.objects.unanswered_since(_day(now, WAITING_FOR_ANSWER)))


def _held_long_enough(now):
    return _keys(Submission.objects.held_until_by(timezone.localdate(now)))


def _to_purge(now):
    return Submission.objects.settled_before(_day(now, KEPT_IN_THE_BIN))


def _complaints(now):
    return Complaint.objects.kept_long_enough(timezone.localdate(now))


def _receipts(now):
    return _keys(StoredReceipt.objects.settled_before(_day(now, RECEIPT_WORKS)))


def _notes(now):
    return _keys(Note.objects.written_before(now - NOTES_KEPT))


def _days_of_tokens(now):
    day = timezone.localdate(now - form_token.LIFETIME - MARGIN)
    return SpentToken.objects.spent_before(day).values_list("spent_on", flat=True).distinct()


def _sessions(now):
    return [row.pk for row in Session.objects.all() if sessions.has_ended(row, now)]


def _delete_session(pk, now):
    row = Session.objects.filter(pk=pk).first()
    return row.delete()[0] if row and sessions.has_ended(row, now) else 0


def _delete_receipt(pk, now):
    day = _day(now, RECEIPT_WORKS)
    return StoredReceipt.objects.settled_before(day).filter(pk=pk).delete()[0]


def _old_claims(now):
    return _keys(Claim.objects.over_since(now - CLAIMS_KEPT))


def _order(now):
    day = timezone.localdate(now)
    return [day] if DailyWork.objects.not_reordered_on(day).exists() else []


def forget_order(day, now):
    """Lay the rows of what people sent down anew, once a day."""
    if not physical_order.forget():
        return 0
    return DailyWork.objects.not_reordered_on(day).update(reordered_on=day)


def baked():
    """Bake what has changed and was left, and return how many pages that were."""
    return keeping_up.catch_up(Root())


CHORES = [
    Chore("published", _approved, publishing.publish_one),
    Chore("posts published", _posts, publishing.publish_due_post),
    Chore("brought back for want of a post", _for_nowhere, lambda pk, now: deciding.send_back(pk)),
    Chore(
        "brought back unanswered",
        _unanswered,
        lambda pk, now: deciding.give_up_waiting(pk, _day(now, WAITING_FOR_ANSWER)),
    ),
    Chore(
        "held until today and brought back",
        _held_long_enough,
        lambda pk, now: deciding.end_hold(pk, timezone.localdate(now)),
    ),
    Chore("purged", _to_purge, lambda it, now: it.purge(_day(now, KEPT_IN_THE_BIN))),
    Chore("complaints emptied", _complaints, lambda it, now: it.purge(timezone.localdate(now))),
    Chore("receipts deleted", _receipts, _delete_receipt),
    Chore("notes deleted", _notes, lambda pk, now: Note.objects.filter(pk=pk).erase()),
    Chore(
        "days of used form tokens deleted",
        _days_of_tokens,
        lambda day, now: SpentToken.objects.filter(spent_on=day).delete()[0],
    ),
    Chore("ended sessions deleted", _sessions, _delete_session),
    Chore(
        "old claims deleted", _old_claims, lambda pk, now: Claim.objects.filter(pk=pk).delete()[0]
    ),
    Chore(
        "changes forgotten that every machine has seen",
        lambda now: [1] if Change.objects.too_many().exists() else [],
        lambda _, now: Change.objects.too_many().delete()[0],
    ),
    Chore("pages baked", lambda now: [1] if settings.BAKING else [], lambda _, now: baked()),
    Chore("orders of rows forgotten", _order, forget_order),
    Chore("database files cleared of what was deleted", erasing.due, erasing.erase),
    Chore("daily mails sent", daily_notice.due, daily_notice.send),
]
