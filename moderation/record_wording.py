"""Records in words: a sentence an act. A title is a text too, so nothing is called by its title."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from moderation.models import Decision

What = Decision.What
# What was done, {} being what it was done to.
SENTENCES = {
    What.GUEST_BLOG: "approved {} as a guest blog",
    What.REPLY: "approved {} as a reply",
    What.DIGEST: "approved {} for a digest",
    What.ENDORSE: "gave {} the first of two approvals",
    What.NOW: "published {} at once",
    What.RESCHEDULE: "gave {} another time",
    What.UNDO: "took back the approval of {}",
    What.KEEP: "kept changes to {}",
    What.ASK: "asked the contributor about {}",
    What.RETURN: "brought {} back unanswered",
    What.THANK: "thanked the contributor for {}",
    What.DECLINE: "declined {}",
    What.RECONSIDER: "brought {} back to the queue",
    What.HOLD: "held {}",
    What.RESUME: "took up {} again",
    What.CLOSE: "closed {}",
    What.PUBLISH: "published {}",
    What.CONVERT: "made {} into something else",
    What.LEAVE: "left {} out of a digest",
    What.AMEND: "amended {}",
    What.RETRACT: "retracted {}",
    What.RESTORE: "made {} public again",
    What.COMPLAINT_HANDLED: "dealt with a complaint about {}",
    What.COMPLAINT_CLOSED: "closed a complaint about {}",
    What.COMPLAINT_REOPENED: "took up a complaint about {} again",
    What.STOP: "stopped all publication",
    What.START: "let publication go on",
}


@dataclass(frozen=True)
class Told:
    """A record in words: what stands before the item and after it, and where the item is."""

    record: Decision
    before: str
    item: str
    after: str
    address: str
    reason: str
    taken_out: list[str]


def told(record):
    """Return a record, fetched `with_items`, as Told."""
    before, names_item, after = SENTENCES[record.what].partition("{}")
    item, address = _item(record) if names_item else ("", "")
    redactions = Counter(map(str, record.redactions.all()))
    return Told(
        record,
        before,
        item,
        after,
        address,
        record.reason.replace("-", " "),
        [f"{count} × {redaction}" for redaction, count in redactions.items()],
    )


def _item(record):
    """Return what a record's item is called, and where an editor finds it."""
    if record.reply:
        address = reverse("admin:contributions_reply_change", args=[record.reply.pk])
        return f"reply {record.reply.number} under {_called(record.reply.post)}", address
    if record.post:
        address = reverse("admin:contributions_post_change", args=[record.post.pk])
        return _called(record.post), address
    if record.submission:
        name = str(record.submission)
        address = reverse("admin:review", args=[record.submission.pk])
        return f"the {name[0].lower()}{name[1:]}", address
    return "something", ""


def _called(post):
    if post.number:
        return f"Guest Blog {post.number}"
    day = f" of {timezone.localtime(post.published_at):%-d %B %Y}" if post.published_at else ""
    return f"the {post.get_kind_display().lower()}{day}"
