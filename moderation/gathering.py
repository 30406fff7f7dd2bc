"""A digest while it is being gathered: what is in it, in which order, and when it goes out."""

import hashlib
import math

from django.db import transaction

from contributions.markup import from_plain_text
from contributions.models import ApprovedCopy, DigestItem, Post, SiteSettings, Submission
from contributions.models.publication import WrongStatus
from moderation import afterwards, deciding, schedule
from moderation.models import Decision
from moderation.recording import recorded

What = Decision.What

EMPTY = "A digest needs at least one account."
PUBLISHED = "This digest has been published, and what you changed here is not in it."


class StaleDigest(Exception):
    """Raised when a digest has changed since it was seen."""

    def __init__(self):
        super().__init__(
            "The digest has changed since you opened it. Beside your form it is shown as it stands "
            "now. Press again to put yours in its place."
        )


def accounts(digest):
    """Return the accounts of a digest not yet public, with what each is made of."""
    items = digest.items.drafts().in_order().with_notes()
    return items.select_related("reply__post", "approved_copy")


def body_of(item):
    """Return the words of an account not yet public as readers will see them, "" for none left.

    Raises CannotOpen.
    """
    if item.reply:
        is_public = item.reply.is_published and item.reply.post.is_published
        return item.reply.body if is_public else ""
    copy = getattr(item, "approved_copy", None)
    return from_plain_text(copy.opened().text) if copy else ""


def fingerprint(digest, items):
    """Return what tells a digest and its accounts, in their order, from what they were before."""
    seen = [digest.title, digest.body, digest.due_at, *(item.pk for item in items)]
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def locked(pk):
    """Return a post with its row locked, and before it all that goes out with it.

    Those are the submissions that it gathers, then the settings. A contributor who withdraws locks
    the submission first, too: then either the account is gone before it is read here, or it is
    public and the withdrawal finds it so.
    """
    waiting = Submission.objects.gathered_in(pk).select_for_update(of=("self",)).order_by("pk")
    list(waiting)
    SiteSettings.locked()
    return Post.objects.select_for_update().get(pk=pk)


def keep(digest, seen, title, body):
    """Store title and introduction; what is `locked` stays so until the transaction ends.

    `seen` is the fingerprint of what the editor had before him. Raises StaleDigest where that is
    not so any more, and WrongStatus where the digest is public by now.
    """
    stored = locked(digest.pk)
    if not stored.is_draft:
        raise WrongStatus(PUBLISHED)
    if seen != fingerprint(stored, stored.items.in_order()):
        raise StaleDigest
    Post.objects.filter(pk=digest.pk).update(title=title, body=body)


@transaction.atomic
def put_in_order(digest, places):
    """Number the accounts of a digest not yet public anew: {account's key: place wished for}.

    Those with the same place stay as they were; those without stand last.
    """
    items = sorted(
        digest.items.drafts().in_order().select_for_update(),
        key=lambda item: places.get(item.pk, math.inf),
    )
    for number, item in enumerate(items, 1):
        DigestItem.objects.drafts().filter(pk=item.pk).update(number=number)


def shift(item, by):
    """Move an account up (-1) or down (1) by one place."""
    items = [each.pk for each in item.post.items.drafts().in_order()]
    here = items.index(item.pk)
    there = min(max(here + by, 0), len(items) - 1)
    items[here], items[there] = items[there], items[here]
    put_in_order(item.post, {pk: number for number, pk in enumerate(items)})


@recorded
def leave_out(item, *, by):
    """Take an account out of a digest not yet public: a waiting text goes back to the queue.

    Raises StaleDecision, IllegalMove or WrongStatus, with nothing changed.
    """
    submission = Submission.objects.filter(approved_copy__item=item).first()
    if submission:
        deciding.undo(submission, submission.version, by=by)
    elif DigestItem.objects.drafts().filter(pk=item.pk).delete()[0]:
        afterwards.leave_as_reply(item.reply, by=by, digest=item.post)
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
