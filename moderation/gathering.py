"""A digest while it is being gathered: what is in it, in which order, and when it goes out."""

from django.db import transaction

from contributions.models import ApprovedCopy, DigestItem, Submission
from contributions.models.publication import WrongStatus
from moderation import deciding, schedule
from moderation.models import Decision
from moderation.recording import recorded

What = Decision.What

EMPTY = "A digest needs at least one account."


@transaction.atomic
def put_in_order(digest, numbers):
    """Number the accounts of a digest not yet public anew: {account's key: number wished for}.

    Those with the same number stay as they were; those without stand last.
    """
    items = digest.items.drafts().in_order().select_for_update()
    for place, item in enumerate(
        sorted(items, key=lambda item: numbers.get(item.pk, len(items) + 1)), 1
    ):
        DigestItem.objects.drafts().filter(pk=item.pk).update(number=place)


@recorded
def leave_out(item, *, by):
    """Take an account out of a digest not yet public: a waiting text goes back to the queue.

    Raises StaleDecision, IllegalMove or WrongStatus, with nothing changed.
    """
    submission = Submission.objects.filter(approved_copy__item=item).first()
    if submission:
        deciding.undo(submission, submission.version, by=by)
    elif DigestItem.objects.drafts().filter(pk=item.pk).delete()[0]:
        deciding.leave_as_reply(item.reply, by=by, digest=item.post)
    else:
        raise WrongStatus("Nothing was changed: this account has been published.")


@recorded
def approve(digest, *, by):
    """Let a digest go out with a batch to come; return its time.

    Raises WrongStatus where it is public or has no accounts.
    """
    if not digest.items.exists():
        raise WrongStatus(EMPTY)
    digest.schedule(schedule.due_at(ApprovedCopy.Route.DIGEST))
    Decision.objects.record(What.DIGEST, by=by, post=digest)
    return digest.due_at


@recorded
def take_back(digest, *, by):
    """Let an approved digest wait again. Raises WrongStatus where it is public."""
    digest.schedule(None)
    Decision.objects.record(What.UNDO, by=by, post=digest)
