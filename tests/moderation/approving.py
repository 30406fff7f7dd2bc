"""An editor who approves, without the pages, and the batch that follows."""

from datetime import timedelta

from django.utils import timezone

from contributions.models import ApprovedCopy, Submission
from moderation import deciding, publishing
from moderation.finishing import finished
from moderation.redaction import marks, parse

MARKED = "We met [[Jo Fox|name|another]] in [[Leeds|place]]."
MARKED_REPLY = "A [[secret|detail|legal]] reply."


def approve(submission, by, *, version=1, title="A title", text=MARKED):
    """Approve it as a guest blog; return the copy that waits for its batch."""
    return deciding.approve(
        submission, version, by=by, route="guest_blog", **_as_goes_out(text, title)
    )


def approve_reply(submission, by, post, parent=None, *, text=MARKED_REPLY):
    """Approve it as a reply under a post; return the copy that waits for its batch."""
    return deciding.approve(
        submission, 1, by=by, route="reply", post=post, parent=parent, **_as_goes_out(text)
    )


def approve_for(digest, submission, by, *, text="An account."):
    """Approve it for a digest; return the copy that waits for that."""
    return deciding.approve(
        submission, submission.version, by=by, route="digest", post=digest, **_as_goes_out(text)
    )


def _as_goes_out(marked, title=""):
    """Return what `deciding.approve` is told of a marked text."""
    parts = parse(marked)
    return {"finished": finished(parts, title), "marks": marks(parts)}


def make_due():
    """Let the batch of everything that was approved be this minute's."""
    ApprovedCopy.objects.filter(item=None).update(due_at=timezone.now() - timedelta(minutes=1))


def publish_due(now=None):
    """Publish what was approved and is due, as `tend` does, but let errors out; return how many."""
    now = now or timezone.now()
    return sum(publishing.publish_one(copy.pk, now) for copy in list(ApprovedCopy.objects.due(now)))


def send_out(submission=None):
    """Publish whatever was approved; return what the submission, or the only one, became."""
    make_due()
    publish_due()
    rows = Submission.objects.select_related("became_post", "became_reply")
    return (rows.get(pk=submission.pk) if submission else rows.get()).became


def publish(submission, by, **how):
    """Approve it as a guest blog and let it go out; return the Post."""
    approve(submission, by, **how)
    return send_out(submission)


def publish_reply(submission, by, post, parent=None, **how):
    """Approve it as a reply and let it go out; return the Reply."""
    approve_reply(submission, by, post, parent, **how)
    return send_out(submission)
