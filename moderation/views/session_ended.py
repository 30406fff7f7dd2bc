"""What an editor sees when a page was kept open longer than the session."""

from django.http import HttpResponseNotAllowed
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from moderation.views.giving_back import written_in


@never_cache
def session_ended(request, reason=""):
    """Refuse a form whose session is over, and give back the text that it carried.

    Django calls this where its own check of a form's origin fails (CSRF_FAILURE_VIEW).
    """
    if not request.path_info.startswith("/admin/"):  # A form that no page of ours has.
        return HttpResponseNotAllowed(["GET", "HEAD"])
    context = {"written": written_in(request.POST)}
    return render(request, "moderation/session_ended.html", context, status=403)
