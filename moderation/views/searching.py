"""Searching at the desk. By POST: a phrase may be somebody's words, and addresses are kept."""

from django.contrib import admin
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from moderation import opening
from moderation.rows import rows_of
from moderation.searching import MOST_FOUND, search

LONGEST_PHRASE = 200


@require_http_methods(["GET", "HEAD", "POST"])
def searching(request):
    """Show what holds the words looked for."""
    phrase = " ".join(request.POST.get("phrase", "")[:LONGEST_PHRASE].split())
    if not phrase:
        return redirect("admin:desk")
    desk = opening.in_hand(request)
    found = search(phrase, desk)
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "title": "Search",
        "phrase": phrase,
        "found": found,
        "most_found": MOST_FOUND,
        "rows": rows_of(found.ids, desk, request.user),
    }
    return render(request, "moderation/search.html", context)
