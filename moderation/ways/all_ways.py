"""Which ways there are, the likeliest first."""

from moderation.ways.approving import AsGuestBlog, AsReply
from moderation.ways.asking import Ask, AskForConsent, StopWaiting, Thank
from moderation.ways.binning import Close, Decline, Reconsider
from moderation.ways.digest import ForDigest
from moderation.ways.setting_aside import Hold, Keep, Resume
from moderation.ways.waiting_for_its_batch import PublishNow, Undo

WAYS = [
    AsReply(),
    AsGuestBlog(),
    ForDigest(),
    Ask(),
    AskForConsent(),
    Hold(),
    Decline(),
    Close(),
    Keep(),
    Resume(),
    StopWaiting(),
    Undo(),
    PublishNow(),
    Reconsider(),
    Thank(),
]


def offered(opened):
    """Return the ways that are open to an Opened submission."""
    ways = [way for way in WAYS if way.is_offered(opened)]
    return [way for way in ways if way.blind] if opened.is_lost else ways


def way_named(name):
    """Return the way of that name, or None."""
    return next((way for way in WAYS if way.name == name), None)
