"""The editor's decisions. Each is one transaction: the move, what it publishes, and its record.

Every verb takes the version that the editor had before him, and raises StaleDecision or
IllegalMove, with nothing changed, where that version no longer stands.
"""

from django.db import transaction

from contributions.markup import from_plain_text
from contributions.models import Post, Reply, Submission
from moderation import redaction
from moderation.models import Decision, Redaction

What = Decision.What


@transaction.atomic
def publish_guest_blog(submission, version, *, by, title, parts):
    """Publish the marked text as the next guest blog and return the Post."""
    submission.approve(version)
    title, text = redaction.finished(parts, title)
    post = Post(kind=Post.Kind.GUEST_BLOG, title=title, body=from_plain_text(text))
    post.publish()
    submission.publish(submission.version, post=post)
    _record(submission, version, What.GUEST_BLOG, by, parts=parts)
    return post


@transaction.atomic
def publish_reply(submission, version, *, by, post, parent, parts):
    """Publish the marked text under a post, perhaps as an answer to a reply; return the Reply."""
    submission.approve(version)
    _, text = redaction.finished(parts)
    reply = Reply(post=post, parent=parent, body=from_plain_text(text))
    reply.publish()
    submission.publish(submission.version, reply=reply)
    _record(submission, version, What.REPLY, by, parts=parts)
    return reply


@transaction.atomic
def decline(submission, version, *, by, reason):
    """Decide that it does not go out, for a DeclineReason."""
    submission.decline(version)
    _record(submission, version, What.DECLINE, by, reason.slug)


@transaction.atomic
def reconsider(submission, version, *, by):
    """Bring a declined submission back to the queue."""
    submission.reconsider(version)
    _record(submission, version, What.RECONSIDER, by)


@transaction.atomic
def hold(submission, version, *, by, until, reason):
    """Set it aside until a day, for a class of reason."""
    submission.hold(version, until)
    _record(submission, version, What.HOLD, by, reason)


@transaction.atomic
def resume(submission, version, *, by):
    """Take a held submission up again."""
    submission.resume(version)
    _record(submission, version, What.RESUME, by)


@transaction.atomic
def close(submission, version, *, by):
    """Settle a confidential note."""
    submission.close(version)
    _record(submission, version, What.CLOSE, by)


@transaction.atomic
def retract(publication, *, by):
    """Take a post or reply out of public view; on record where it came as a submission."""
    publication.retract()
    _follow(publication, Submission.retract, What.RETRACT, by)


@transaction.atomic
def restore(publication, *, by):
    """Bring a retracted post or reply back; on record where it came as a submission."""
    publication.restore()
    _follow(publication, Submission.restore, What.RESTORE, by)


def _follow(publication, move, what, by):
    for submission in Submission.objects.that_became(publication):
        version = submission.version
        move(submission, version)
        _record(submission, version, what, by)


def _record(submission, version, what, by, reason="", parts=()):
    decision = Decision.objects.create(
        submission=submission, version=version, what=what, by=by, reason=reason
    )
    Redaction.objects.bulk_create(
        Redaction(decision=decision, category=mark.category, reason=mark.reason)
        for mark in redaction.marks(parts)
    )
