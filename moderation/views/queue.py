"""The desk's first page: what waits."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.shortcuts import render

from contributions.models import Submission
from contributions.models.submission import SubmissionQuerySet
from contributions.words import Summary
from moderation import opening

SIZE = 50
VIEWS = {
    "waiting": ("Waiting", SubmissionQuerySet.awaiting_review),
    "held": ("Held", SubmissionQuerySet.held),
    "asked": ("Asked", SubmissionQuerySet.asked),
    "approved": ("Approved", SubmissionQuerySet.approved),
    "declined": ("Bin", SubmissionQuerySet.in_the_bin),
    "wanted-back": ("Wanted back", SubmissionQuerySet.wanted_back),
}
PLURALS = {
    Submission.Kind.GUEST_BLOG: "Guest blogs",
    Submission.Kind.REPLY: "Replies",
    Submission.Kind.CONFIDENTIAL: "Confidential notes",
}


def queue(request):
    """List what waits (or is held, or was declined), oldest first, perhaps of one kind."""
    view = request.GET.get("view") if request.GET.get("view") in VIEWS else "waiting"
    kind = request.GET.get("kind") if request.GET.get("kind") in PLURALS else ""
    in_view = VIEWS[view][1](Submission.objects.all())
    counts = in_view.count_by_kind()
    rows = in_view.of_kind(kind) if kind else in_view
    rows = rows.with_target().with_keys().select_related("approved_copy").oldest_first()
    page = Paginator(rows, SIZE).get_page(request.GET.get("page"))
    desk = opening.in_hand(request)
    context = {
        **admin.site.each_context(request),
        "title": "The desk",
        "page": page,
        "rows": [(submission, summary(submission, desk)) for submission in page],
        "view": view,
        "kind": kind,
        "views": [(name, label, name == view) for name, (label, _) in VIEWS.items()],
        "kinds": [(value, label, counts[value]) for value, label in PLURALS.items()],
        "total": sum(counts.values()),
    }
    return render(request, "moderation/queue.html", context)


def summary(submission, desk):
    """Return the Summary of a submission, or an empty one where its words are gone."""
    if not submission.has_words:
        return Summary()
    return submission.summary(submission.wrapped_key.opened_by(desk))
