"""The shortcuts of the desk: which there are, and whether they are on in this browser."""

from django.contrib import admin
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from moderation.ways import WAYS

COOKIE = "shortcuts"
A_YEAR = 365 * 24 * 3600  # seconds
OTHERS = [
    ("j", "Next text"),
    ("k", "Text before"),
    ("Enter", "In the queue, open the text; in an open panel, confirm"),
    ("x", "Redact the selected words, or the finding that has the focus; in the queue, tick"),
    ("e", "Change the text itself"),
    ("c", "Claim it"),
    ("u", "Undo the last step"),
    ("Esc", "Leave a field"),
    ("?", "Show these keys"),
]


def are_on(request):
    """Tell whether shortcuts are on; they are until somebody switches them off."""
    return request.COOKIES.get(COOKIE) != "off"


def keys():
    """Return (key, what it does) of every shortcut."""
    return [(way.key, way.label) for way in WAYS if way.key and way.key != "u"] + OTHERS


@require_http_methods(["GET", "HEAD", "POST"])
def shortcuts(request):
    """List the shortcuts, and switch them on or off for this browser."""
    if request.method == "POST":
        response = redirect("admin:shortcuts")
        wanted = "off" if request.POST.get("switch") == "off" else "on"
        response.set_cookie(
            COOKIE,
            wanted,
            max_age=A_YEAR,
            path="/admin/",
            secure=request.is_secure(),
            httponly=True,
            samesite="Strict",
        )
        return response
    context = {**admin.site.each_context(request), "title": "Keyboard shortcuts", "keys": keys()}
    return render(request, "moderation/shortcuts.html", context)
