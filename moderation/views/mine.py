"""My recent decisions, with a button to take back each that still can be."""

from datetime import timedelta

from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Submission
from moderation import opening
from moderation.claims import ClaimedByOther
from moderation.models import Decision
from moderation.rows import rows_of
from moderation.taking_back import take_back
from moderation.views.going_back import back

SHOWN = 50
RECENT = timedelta(days=90)


@require_safe
def mine(request):
    """List what I decided last and can still take back."""
    since = timezone.now() - RECENT
    decisions = Decision.objects.that_can_be_taken_back(request.user, since)[:SHOWN]
    pks = [decision.submission_id for decision in decisions]
    rows = rows_of(pks, opening.in_hand(request), request.user)
    of = {row.submission.pk: row for row in rows}
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "title": "My recent decisions",
        "decided": [(one, of[one.submission_id]) for one in decisions if one.submission_id in of],
    }
    return render(request, "moderation/mine.html", context)


@require_POST
def undo(request, pk):
    """Take back the last decision on a submission, if the version still stands."""
    submission = get_object_or_404(Submission, pk=pk)
    try:
        version = int(request.POST.get("version", "")[:9])
        messages.success(request, take_back(submission, version, by=request.user))
    except (ValueError, StaleDecision):
        messages.warning(request, "It has changed since, so nothing was taken back.")
    except (IllegalMove, ClaimedByOther) as error:
        messages.warning(request, str(error))
    return back(request)
