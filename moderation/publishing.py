"""Publishing: what was approved becomes public when its batch comes, each exactly once."""

from django.db import transaction
from django.utils import timezone

from contributions.lifecycle import StaleDecision
from contributions.markup import from_plain_text
from contributions.models import ApprovedCopy, Post, Reply, Submission
from contributions.models.publication import WrongStatus
from contributions.models.site import PublicationStopped
from moderation import converting, deciding, gathering, schedule
from moderation.models import Decision
from moderation.recording import recorded

NEEDS_REASON = (
    "Nothing is published: a digest goes out from its own page, “Digests being gathered” at the "
    "desk, where it is seen as a whole and a reason is given."
)


def publish_one(pk, now):
    """Publish one approved copy, if it is there and due, and tell whether it was published.

    One that cannot go out, because what it answers is gone, goes back to the desk. While all
    publication is stopped it stays where it is. Raises CannotOpen where the publication key has
    been changed, and leaves it there too.
    """
    try:
        with transaction.atomic():
            # Locks are taken in the order of every decision: the submission, then its copy.
            Submission.objects.select_for_update().filter(pk=pk).first()
            copy = ApprovedCopy.objects.due(now).filter(pk=pk).first()
            if copy is None:
                return False
            publish(copy, schedule.public_time(copy.due_at, now))
    except PublicationStopped:
        return False
    except WrongStatus:
        deciding.send_back(pk)
        return False
    return True


def publish(copy, at):
    """Make an approved copy public; return the Post or Reply. Call within a transaction.

    Raises WrongStatus where what it answers is not public, and CannotOpen.
    """
    finished = copy.opened()
    if copy.route == ApprovedCopy.Route.REPLY:
        published = Reply(post=copy.post, parent=copy.parent, edited=finished.edited)
        published.write(finished.text)
    else:
        published = Post(
            kind=Post.Kind.GUEST_BLOG,
            title=finished.title,
            body=from_plain_text(finished.text),
            edited=finished.edited,
        )
    published.publish(at=at)
    copy.submission.publish(copy.submission.version, published)
    return published


@recorded
def publish_at_once(submission, version, *, by, reason):
    """Publish an approved one without waiting for its batch; return the Post or Reply.

    Raises as `publish` does, StaleDecision and IllegalMove, with nothing changed.
    """
    copy = deciding.publish_now(submission, version, by=by, reason=reason)
    return publish(copy, copy.due_at)


def publish_due_post(pk, now):
    """Publish one draft whose time has come, if it still has, and tell whether it was published.

    A digest that has lost all its accounts stays a draft, without a time.
    """
    try:
        with transaction.atomic():
            post = gathering.locked(pk)
            if not Post.objects.due(now).filter(pk=pk).exists():
                return False
            _publish_draft(post, schedule.public_time(post.due_at, now))
    except PublicationStopped:
        return False
    except WrongStatus:
        Post.objects.due(now).filter(pk=pk).update(due_at=None)
        return False
    return True


@recorded
def publish_post(post, *, by, reason="", seen=None):
    """Publish a draft now, perhaps for a class of reason; a digest, which needs one, as a whole.

    Raises WrongStatus where it is no draft, or a digest without reason or accounts; StaleDecision
    where one of these is being withdrawn or decided on at this moment, or where it was `seen` to
    go out at another time; CannotOpen.
    """
    now = timezone.now()
    draft = gathering.locked(post.pk)
    if seen and draft.due_at != seen:
        raise StaleDecision("Somebody has changed this since you opened it.")
    if draft.is_draft and draft.kind == Post.Kind.DIGEST and not reason:
        raise WrongStatus(NEEDS_REASON)
    for submission in Submission.objects.gathered_in(draft):
        deciding.expedite(submission, submission.version, by=by, reason=reason)
    _publish_draft(draft, now.replace(second=0, microsecond=0))
    what = Decision.What.NOW if reason else Decision.What.PUBLISH
    Decision.objects.record(what, by=by, post=draft, reason=reason)
    post.refresh_from_db()


def _publish_draft(post, at):
    post.publish(at=at)
    if post.kind != Post.Kind.DIGEST:
        return
    number = 0
    for item in post.items.in_order().select_related("reply", "approved_copy__submission"):
        number += _publish_item(item, number + 1, at)
    if not number:
        raise WrongStatus("A digest needs at least one account. This one has none that is left.")


def _publish_item(item, number, at):
    """Publish one account of a digest under this number; one whose words are gone, drop."""
    if item.reply:
        return converting.take_over(item, number, at)
    copy = getattr(item, "approved_copy", None)
    if copy is None:
        item.delete()
        return False
    item.edited = copy.opened().edited
    item.publish(gathering.body_of(item), number, at=at)
    copy.submission.publish(copy.submission.version, item)
    return True
