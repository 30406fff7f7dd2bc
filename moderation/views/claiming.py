"""Claiming a submission from the queue or its own page, taking it over, letting it go."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from contributions.models import Submission
from moderation import claims
from moderation.views.going_back import back


@require_POST
def claim(request, pk):
    """Do what the pressed button says: "take", "take-over" or "let-go"."""
    submission, do = get_object_or_404(Submission, pk=pk), request.POST.get("do")
    if do == "let-go":
        claims.let_go(submission, request.user)
        messages.success(request, "You have let it go.")
        return back(request, f"#at-{pk}")
    try:
        taken = claims.take(submission, request.user, over=do == "take-over")
    except claims.ClaimedByOther as error:
        messages.warning(request, str(error))
    else:
        until = timezone.localtime(taken.expires_at)
        messages.success(request, f"You have it in hand until {until:%H:%M}.")
    return back(request, f"#at-{pk}")
