"""Which submissions a view of the queue lists, through which filters, and in which order."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from contributions.lifecycle import State
from contributions.models import Submission
from contributions.models.submissions import SubmissionQuerySet
from moderation import tending
from moderation.flags import KINDS
from moderation.opened_submission import summaries
from moderation.triage import is_urgent

# Beyond so many, finding the urgent and the flagged ones takes too long for a page.
AT_ONCE = 3_000
OPEN = frozenset({State.WAITING, State.HELD, State.ASKED, State.APPROVED})
BINNED = frozenset({State.DECLINED, State.CLOSED})


@dataclass(frozen=True)
class View:
    """One list of submissions; `states` and perhaps `kind` say which are counted for it."""

    label: str
    rows: Callable[[SubmissionQuerySet], SubmissionQuerySet]
    states: frozenset[State]
    kind: str = ""
    order: Callable[[SubmissionQuerySet], SubmissionQuerySet] = SubmissionQuerySet.oldest_first
    urgent_first: bool = True

    def counted(self, counts, kind=""):
        """Return how many of a Counter of (state, kind) belong here, perhaps of one kind."""
        return sum(
            count
            for (state, its), count in counts.items()
            if state in self.states and self.kind in ("", its) and kind in ("", its)
        )


WANTED_BACK, GOING = "wanted-back", "going"
VIEWS = {
    "waiting": View("Waiting", SubmissionQuerySet.awaiting_review, frozenset({State.WAITING})),
    "held": View("Held", SubmissionQuerySet.held, frozenset({State.HELD})),
    "asked": View("Asked", SubmissionQuerySet.asked, frozenset({State.ASKED})),
    "approved": View(
        "Approved",
        SubmissionQuerySet.approved,
        frozenset({State.APPROVED}),
        order=SubmissionQuerySet.next_first,
        urgent_first=False,
    ),
    "confidential": View("Confidential", SubmissionQuerySet.confidential, OPEN, "confidential"),
    "declined": View(
        "Bin",
        SubmissionQuerySet.in_the_bin,
        BINNED,
        order=SubmissionQuerySet.soonest_gone_first,
        urgent_first=False,
    ),
    WANTED_BACK: View(
        "Wanted back",
        SubmissionQuerySet.wanted_back,
        frozenset({State.PUBLISHED}),
        urgent_first=False,
    ),
    # Reached from the notice about it, not from the row of views.
    GOING: View(
        "Going soon",
        lambda rows: tending.going_within_a_week(),
        frozenset(),
        order=SubmissionQuerySet.soonest_gone_first,
        urgent_first=False,
    ),
}


@dataclass(frozen=True)
class Filters:
    """What an editor asks to see. An address holds it, so it holds no word of a text."""

    view: str = "waiting"
    kind: str = ""
    post: str = ""
    call_out: str = ""
    flag: str = ""

    @classmethod
    def read(cls, query):
        """Return the Filters of a query string, as far as they make sense."""
        known = {"view": VIEWS, "kind": Submission.Kind.values, "flag": KINDS}
        told = {name: query.get(name) for name in known if query.get(name) in known[name]}
        for name in ("post", "call_out"):
            if re.fullmatch("[0-9]{1,9}", query.get(name) or ""):
                told[name] = query[name]
        return cls(**told)

    @property
    def seen(self):
        """The View."""
        return VIEWS[self.view]

    @property
    def narrowed(self):
        """Tell whether anything but the view was chosen."""
        return any((self.kind, self.post, self.call_out, self.flag))

    @property
    def query(self):
        """The query string that says the same, and no more than it has to."""
        unsaid = asdict(Filters())
        return urlencode({k: v for k, v in asdict(self).items() if v != unsaid[k]})

    @property
    def rows(self):
        """All that they let through save for the flag, which is sealed."""
        rows = self.seen.rows(Submission.objects.all())
        if self.kind:
            rows = rows.of_kind(self.kind)
        if self.post:
            rows = rows.for_post(self.post)
        return rows.for_call_out(self.call_out) if self.call_out else rows


@dataclass(frozen=True)
class Listing:
    """The ids of what is listed, in order.

    `too_many` tells that there are more than AT_ONCE, so that the urgent ones are not on top, and
    that a flag was looked for only among those that come first.
    """

    ids: list
    too_many: bool = False


def listed(filters, desk, with_pk=None):
    """Return the Listing of Filters; with one more in its place, where `with_pk` names it.

    Opens summaries with the desk's PrivateKey where order or flag ask for it.
    """
    rows, view = filters.rows, filters.seen
    if with_pk:
        rows = rows | Submission.objects.filter(pk=with_pk)
    rows = view.order(rows)
    if not view.urgent_first and not filters.flag:
        return Listing(rows.values_list("pk", flat=True))
    too_many = rows.count() > AT_ONCE
    if too_many and not filters.flag:
        return Listing(rows.values_list("pk", flat=True), too_many)
    opened = summaries(rows[:AT_ONCE], desk)
    if filters.flag:
        opened = [pair for pair in opened if filters.flag in pair[1].flags or pair[0] == with_pk]
    if view.urgent_first:
        opened.sort(key=lambda pair: not is_urgent(pair[1]))
    return Listing([pk for pk, _ in opened], too_many)
