"""The desk's first page: what waits, and all else that is under way."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.shortcuts import render

from contributions.models import Submission
from moderation import opening, tending
from moderation.bulk import WAYS
from moderation.flags import KINDS
from moderation.queueing import AT_ONCE, GOING, VIEWS, Filters, listed
from moderation.rows import rows_of
from moderation.taking_back import just_decided

SIZE = 50
# As many posts and call-outs are offered to filter by.
OFFERED = 200
PLURALS = {
    Submission.Kind.GUEST_BLOG: "Guest blogs",
    Submission.Kind.REPLY: "Replies",
    Submission.Kind.CONFIDENTIAL: "Confidential notes",
}


def queue(request):
    """List what waits (or is held, asked, approved, in the bin…), as far as filters let through."""
    filters = Filters.read(request.GET)
    desk = opening.in_hand(request)
    listing = listed(filters, desk)
    page = Paginator(listing.ids, SIZE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        **counted(filters),
        **offered(filters),
        "title": "The desk",
        "just_decided": just_decided(request.user),
        "filters": filters,
        "page": page,
        "rows": rows_of(list(page), desk, request.user),
        "too_many": AT_ONCE if listing.too_many else 0,
        "ways": WAYS.values(),
        "all_chosen": "all" in request.GET,
    }
    return render(request, "moderation/queue.html", context)


def counted(filters):
    """Return how many there are in each view, of each kind in this one, and that will go soon."""
    rows = Submission.objects.all()
    counts = rows.count_with_words() + rows.count_wanted_back()
    going = tending.going_within_a_week().count()
    return {
        "views": [
            (name, view.label, name == filters.view, view.counted(counts))
            for name, view in VIEWS.items()
            if name != GOING
        ],
        "kinds": [
            (kind, label, filters.seen.counted(counts, kind)) for kind, label in PLURALS.items()
        ],
        "going": going,
    }


def offered(filters):
    """Return what the filters can be set to."""
    in_view = Filters(view=filters.view).rows
    return {
        "posts": in_view.posts()[:OFFERED],
        "call_outs": in_view.call_outs()[:OFFERED],
        "flags": [(flag, kind.title) for flag, kind in KINDS.items()],
    }
