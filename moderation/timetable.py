"""What goes out when: approved texts and the editors' own drafts, batch by batch."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby

from django.db.models import Count
from django.urls import reverse
from django.utils.text import Truncator

from contributions.models import ApprovedCopy, Post
from contributions.sealing import CannotOpen
from moderation import claims, deciding, publishing, schedule

# More than this many of each are not shown at once.
MOST = 200
BATCHES_AHEAD = 6
WORDS = 12


@dataclass(frozen=True)
class ApprovedText:
    """A submission that waits for its batch, opened with the server's key."""

    copy: ApprovedCopy
    right = "contributions.moderate_submission"

    @property
    def pk(self):
        return self.copy.pk

    @property
    def due_at(self):
        return self.copy.due_at

    @property
    def seen(self):
        """A number that changes whenever somebody decides otherwise."""
        return self.copy.submission.version

    @property
    def title(self):
        """Its title, or its first words."""
        try:
            finished = self.copy.opened()
        except CannotOpen:
            return "This cannot be opened: take it back and approve it again."
        return finished.title or Truncator(finished.text).words(WORDS, truncate=" …")

    @property
    def what(self):
        """What it will be, and where."""
        copy = self.copy
        if copy.route != ApprovedCopy.Route.REPLY:
            return copy.get_route_display()
        answers = f"to reply {copy.parent.number} " if copy.parent else ""
        return f"Reply {answers}under “{copy.post}”"

    @property
    def address(self):
        return reverse("admin:review", args=[self.pk])

    @property
    def form_address(self):
        return reverse("admin:schedule_text", args=[self.pk])

    def take(self, by):
        """Claim it, as on its own page. Raises ClaimedByOther."""
        claims.take(self.copy.submission, by)

    def move(self, seen, due_at, *, by):
        deciding.reschedule(self.copy.submission, seen, by=by, due_at=due_at)

    def publish(self, seen, reason, *, by):
        publishing.publish_at_once(self.copy.submission, seen, by=by, reason=reason)

    def take_back(self, seen, *, by):
        deciding.undo(self.copy.submission, seen, by=by)


@dataclass(frozen=True)
class ScheduledDraft:
    """An article or a digest that goes out by itself."""

    post: Post
    right = "contributions.change_post"

    @property
    def pk(self):
        return self.post.pk

    @property
    def due_at(self):
        return self.post.due_at

    @property
    def seen(self):
        """A number that changes whenever somebody gives it another time."""
        return int(self.due_at.timestamp())

    @property
    def title(self):
        return self.post.title

    @property
    def what(self):
        """What it will be."""
        kind, accounts = self.post.get_kind_display(), getattr(self.post, "account_count", 0)
        return f"{kind}, {accounts} account{'' if accounts == 1 else 's'}" if accounts else kind

    @property
    def address(self):
        is_digest = self.post.kind == Post.Kind.DIGEST
        name = "digest" if is_digest else "contributions_post_change"
        return reverse(f"admin:{name}", args=[self.pk])

    @property
    def form_address(self):
        return reverse("admin:schedule_draft", args=[self.pk])

    def take(self, by):
        """Do nothing: drafts are not claimed."""

    def move(self, seen, due_at, *, by):
        deciding.reschedule_post(self.post, _moment(seen), by=by, due_at=due_at)

    def publish(self, seen, reason, *, by):
        publishing.publish_post(self.post, by=by, reason=reason, seen=_moment(seen))

    def take_back(self, seen, *, by):
        deciding.reschedule_post(self.post, _moment(seen), by=by, due_at=None)


@dataclass(frozen=True)
class Batch:
    """All that goes out at one time; an empty one is a time at which something may."""

    due_at: datetime
    entries: list = field(default_factory=list)
    is_overdue: bool = False


def approved_text(pk):
    """Return the ApprovedText of a submission, or None where it waits for no batch."""
    copy = _copies().filter(pk=pk).first()
    return copy and ApprovedText(copy)


def scheduled_draft(pk):
    """Return the ScheduledDraft of a post, or None where it has no time to go out."""
    post = Post.objects.scheduled().filter(pk=pk).first()
    return post and ScheduledDraft(post)


def timetable(now):
    """Return the Batches in the order in which they go out, and how many entries were left off."""
    copies = _copies().next_first()
    drafts = Post.objects.scheduled().headings().annotate(account_count=Count("items"))
    entries = [
        *map(ApprovedText, copies[:MOST]),
        *map(ScheduledDraft, drafts[:MOST]),
    ]
    found = {
        due_at: Batch(due_at, list(group), due_at <= now)
        for due_at, group in groupby(sorted(entries, key=_due_at), key=_due_at)
    }
    for due_at in schedule.batches_to_come(now, BATCHES_AHEAD):
        found.setdefault(due_at, Batch(due_at))
    left_off = copies.count() + drafts.count() - len(entries)
    return [found[due_at] for due_at in sorted(found)], left_off


def _copies():
    """Return the copies that go out by themselves, which those in digests do not."""
    copies = ApprovedCopy.objects.exclude(due_at=None)
    return copies.select_related("submission", "post", "parent").defer(
        *("post__body", "parent__body"),
        *("submission__sealed", "submission__sealed_summary", "submission__sealed_draft"),
    )


def _due_at(entry):
    return entry.due_at


def _moment(seen):
    return datetime.fromtimestamp(seen, UTC)
