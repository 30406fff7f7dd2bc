"""When a session at the desk is over, and when the database is away there."""

import time
from urllib.parse import urlencode

from django.contrib.auth import SESSION_KEY, logout
from django.db import InterfaceError, OperationalError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from contributions.middleware import DatabaseUnavailable
from moderation.opening import closed
from moderation.sessions import is_over
from moderation.views.giving_back import written_in
from moderation.views.session_ended import session_ended

DESK = "/admin/"


class DeskWithoutDatabase(DatabaseUnavailable):
    """Answer 503 under /admin/ with what was written there."""

    template = "moderation/without_database.html"

    def process_exception(self, request, exception):
        if not request.path_info.startswith(DESK):
            return None
        response = super().process_exception(request, exception)
        if response:
            add_never_cache_headers(response)
        return response

    def context(self, request):
        return super().context(request) | {"written": written_in(request.POST)}


class SessionsEnd:
    """End a session under /admin/ after 30 idle minutes, and 8 hours after it began."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(DESK):
            return self.get_response(request)
        try:
            ended = is_over(request.session, _minute())
        except (InterfaceError, OperationalError) as error:
            # Outside any view, where nobody else would answer this.
            return DeskWithoutDatabase(self.get_response).process_exception(request, error)
        if ended:
            logout(request)
            return closed(request, self._answer(request))
        response = self.get_response(request)
        _note(request.session)
        return response

    def _answer(self, request):
        """Return the text that a form carried; lead everybody else to the sign-in page."""
        sign_in, sign_out = reverse("admin:login"), reverse("admin:logout")
        if request.path_info in (sign_in, sign_out):
            return self.get_response(request)
        if request.method == "POST":
            return session_ended(request)
        query = urlencode({"ended": 1, "next": request.get_full_path()})
        return redirect(f"{sign_in}?{query}")


def _minute():
    return int(time.time() // 60)


def _note(session):
    """Write down that a session was seen in this minute, and when it began."""
    now = _minute()
    if SESSION_KEY in session and session.get("seen_at") != now:
        session.update({"signed_in_at": session.get("signed_in_at", now), "seen_at": now})
