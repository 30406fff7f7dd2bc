"""What an editor sees when a page was kept open longer than the session."""

from django.http import HttpResponseNotAllowed
from django.shortcuts import render
from django.views.decorators.cache import never_cache


@never_cache
def session_ended(request, reason=""):
    """Refuse a form whose session is over, and give back the text that it carried.

    Django calls this where its own check of a form's origin fails (CSRF_FAILURE_VIEW).
    """
    if not request.path_info.startswith("/admin/"):  # A form that no page of ours has.
        return HttpResponseNotAllowed(["GET", "HEAD"])
    # What was written at the desk, or in a page with one long text.
    words = request.POST.get("marked") or request.POST.get("body", "")
    context = {"marked": words}
    return render(request, "moderation/session_ended.html", context, status=403)
