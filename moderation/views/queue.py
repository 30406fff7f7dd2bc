"""The desk's first page: what waits."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.shortcuts import render

from contributions.models import Submission
from contributions.models.submission import SubmissionQuerySet

SIZE = 50
VIEWS = {
    "waiting": ("Waiting", SubmissionQuerySet.awaiting_review),
    "held": ("Held", SubmissionQuerySet.held),
    "declined": ("Bin", SubmissionQuerySet.declined),
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
    page = Paginator(rows.with_target().oldest_first(), SIZE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": "The desk",
        "page": page,
        "view": view,
        "kind": kind,
        "views": [(name, label, name == view) for name, (label, _) in VIEWS.items()],
        "kinds": [(value, label, counts[value]) for value, label in PLURALS.items()],
        "total": sum(counts.values()),
    }
    return render(request, "moderation/queue.html", context)
