"""A published reply becomes something else: a guest blog, or an account in a digest.

Its words move there; the reply keeps its number and its address, and points on.
"""

from django.utils import timezone

from contributions.models import DigestItem, Post, Reply, SiteSettings, Submission
from contributions.models.publication import WrongStatus
from moderation import afterwards
from moderation.recording import recorded

NOT_PUBLIC = "Nothing was changed: the reply is not public, or its post is not."


@recorded
def convert_to_guest_blog(reply, title, *, by):
    """Make a published reply a guest blog under a title; return the Post.

    Raises WrongStatus where readers cannot see it, and PublicationStopped.
    """
    # Whatever publishes a post locks the settings first and replies after that.
    SiteSettings.locked()
    reply = _locked(reply.pk)
    if reply is None:
        raise WrongStatus(NOT_PUBLIC)
    words = {"body": reply.body, "edited": reply.edited, "revision": reply.revision}
    post = Post(kind=Post.Kind.GUEST_BLOG, title=title, **words)
    post.publish(at=_this_minute())
    afterwards.convert(reply, by=by, post=post)
    _move(reply, post)
    return post


@recorded
def convert_to_item(reply, digest, *, by):
    """Take a published reply into a digest; return the DigestItem.

    It moves at once where the digest is public, and otherwise when that goes out. Raises
    WrongStatus where readers cannot see the reply, or it has its place in a digest already;
    PublicationStopped where it would move at once.
    """
    # As above: a digest that is public could be answered at this moment.
    SiteSettings.locked()
    digest = Post.objects.select_for_update().get(pk=digest.pk)
    reply = _locked(reply.pk)
    if reply is None:
        raise WrongStatus(NOT_PUBLIC)
    if DigestItem.objects.filter(reply=reply).exists():
        raise WrongStatus("This reply has its place in a digest already.")
    afterwards.convert(reply, by=by, post=digest)
    item = DigestItem.objects.append(digest, reply)
    if digest.is_published:
        SiteSettings.for_publication()
        take_over(item, item.number, _this_minute())
    return item


def take_over(item, number, at):
    """Publish an account under a number with the words of the reply that it takes over.

    Where the reply has been taken down meanwhile, the account is dropped. Tells whether it is
    there. Call within a transaction.
    """
    reply = _locked(item.reply_id)
    if reply is None:
        item.delete()
        return False
    item.edited, item.revision = reply.edited, reply.revision
    item.publish(reply.body, number, at=at)
    _move(reply, item)
    return True


def _locked(pk):
    """Return a reply with its row locked, None where readers cannot see it."""
    return Reply.objects.public().select_for_update(of=("self",)).filter(pk=pk).first()


def _move(reply, publication):
    reply.move(publication if isinstance(publication, Post) else None)
    reply.notes.all().now_about(publication)
    Submission.objects.that_became(reply).now_are(publication)


def _this_minute():
    return timezone.now().replace(second=0, microsecond=0)
