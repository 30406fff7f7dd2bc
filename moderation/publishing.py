"""Publishing: what was approved becomes public when its batch comes, each exactly once."""

from django.db import transaction
from django.utils import timezone

from contributions.markup import from_plain_text
from contributions.models import ApprovedCopy, Post, Reply, Submission
from contributions.models.publication import WrongStatus
from contributions.models.site import PublicationStopped
from moderation import deciding, schedule
from moderation.recording import recorded


def publish_due(now=None):
    """Publish everything whose batch has come, shuffled; return how many.

    Safe twice at once and after a crash: each is one transaction that begins by taking its copy.
    """
    now = now or timezone.now()
    due = [copy.pk for copy in ApprovedCopy.objects.due(now)]
    return sum(publish_one(pk, now) for pk in due)


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
    finished, submission = copy.opened(), copy.submission
    body = from_plain_text(finished.text)
    if copy.route == ApprovedCopy.Route.REPLY:
        reply = Reply(post=copy.post, parent=copy.parent, body=body, edited=finished.edited)
        reply.publish(at=at)
        submission.publish(submission.version, reply=reply)
        return reply
    post = Post(kind=Post.Kind.GUEST_BLOG, title=finished.title, body=body, edited=finished.edited)
    post.publish(at=at)
    submission.publish(submission.version, post=post)
    return post


@recorded
def publish_at_once(submission, version, *, by, reason):
    """Publish an approved one without waiting for its batch; return the Post or Reply.

    Raises as `publish` does, StaleDecision and IllegalMove, with nothing changed.
    """
    copy = deciding.publish_now(submission, version, by=by, reason=reason)
    return publish(copy, copy.due_at)
