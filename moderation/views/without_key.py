"""What a member sees whose session cannot open the desk."""

from django.contrib import admin
from django.shortcuts import render

from moderation import keyring
from moderation.views.session_ended import session_ended


def without_key(request):
    """Say why the desk stays shut: the key was replaced or lost, or was never given."""
    holds_key = keyring.holds_key(request.user)
    if holds_key and request.method == "POST":
        return session_ended(request)
    context = {
        **admin.site.each_context(request),
        "title": "The desk is locked",
        "holds_key": holds_key,
    }
    return render(request, "moderation/without_key.html", context, status=403)
