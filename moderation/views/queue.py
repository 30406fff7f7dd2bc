"""The desk's first page: what waits, and all else that is under way."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from contributions.models import Submission
from contributions.models.submissions import SubmissionQuerySet
from moderation import opening, tending
from moderation.opened_submission import summary

SIZE = 50
VIEWS = {
    "waiting": ("Waiting", SubmissionQuerySet.awaiting_review),
    "held": ("Held", SubmissionQuerySet.held),
    "asked": ("Asked", SubmissionQuerySet.asked),
    "approved": ("Approved", SubmissionQuerySet.approved),
    "declined": ("Bin", SubmissionQuerySet.in_the_bin),
    "wanted-back": ("Wanted back", SubmissionQuerySet.wanted_back),
}
# Reached from the notice about it, not from the row of views.
GOING = "going"
ORDERS = {
    "approved": SubmissionQuerySet.next_first,
    "declined": SubmissionQuerySet.soonest_gone_first,
    GOING: SubmissionQuerySet.soonest_gone_first,
}
PLURALS = {
    Submission.Kind.GUEST_BLOG: "Guest blogs",
    Submission.Kind.REPLY: "Replies",
    Submission.Kind.CONFIDENTIAL: "Confidential notes",
}


def queue(request):
    """List what waits (or is held, asked, approved, in the bin…), perhaps of one kind."""
    wanted = request.GET.get("view")
    view = wanted if wanted in VIEWS or wanted == GOING else "waiting"
    kind = request.GET.get("kind") if request.GET.get("kind") in PLURALS else ""
    going = tending.going_within_a_week()
    in_view = going if view == GOING else VIEWS[view][1](Submission.objects.all())
    of_each = Submission.objects.count_each(
        {name: rows for name, (_, rows) in VIEWS.items()} | {GOING: lambda rows: going}
    )
    counts = in_view.count_by_kind()
    rows = in_view.of_kind(kind) if kind else in_view
    rows = rows.with_target().with_keys().select_related("approved_copy__item__post")
    rows = ORDERS.get(view, SubmissionQuerySet.oldest_first)(rows)
    page = Paginator(rows, SIZE).get_page(request.GET.get("page"))
    desk = opening.in_hand(request)
    context = {
        **admin.site.each_context(request),
        "title": "The desk",
        "page": page,
        "rows": [
            (submission, summary(submission, desk), when(submission, view)) for submission in page
        ],
        "view": view,
        "kind": kind,
        "views": [(name, label, name == view, of_each[name]) for name, (label, _) in VIEWS.items()],
        "going": of_each[GOING],
        "kinds": [(value, label, counts[value]) for value, label in PLURALS.items()],
        "total": sum(counts.values()),
    }
    return render(request, "moderation/queue.html", context)


def when(submission, view):
    """Say when something will happen with a submission by itself, or ""."""
    match view:
        case "held" if submission.held_until:
            return f"held until {submission.held_until:%-d %b %Y}"
        case "asked" if submission.asked_on:
            return f"asked on {submission.asked_on:%-d %b}"
        case "approved" if hasattr(submission, "approved_copy"):
            copy = submission.approved_copy
            if copy.item:
                return f"goes out with “{copy.item.post}”"
            return f"goes out {timezone.localtime(copy.due_at):%a %-d %b, %H:%M}"
        case "declined" | "going" if submission.settled_on:
            goes_on = tending.goes_on(submission)
            return f"{submission.get_state_display().lower()}, goes for good on {goes_on:%-d %b}"
    return ""
