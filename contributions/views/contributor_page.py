"""What all pages have in common on which a contributor writes."""

import logging
from functools import wraps

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import Error
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from contributions import checking, wording
from contributions.models import DeskClosed, SiteSettings
from contributions.origin import comes_too_often, is_from_employer

logger = logging.getLogger(__name__)


def contributor_page(view, *, open_at_work=False):
    """Mark a page that a contributor writes on: never stored by a browser or on the way.

    The view takes the request and a copy of the form's data. Where it cannot do its work just
    now, the contributor gets the words back. It is closed to the employer's network unless told.
    """

    @wraps(view)
    def marked(request):
        response = _answer(request, view, open_at_work)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "same-origin"
        return response

    # There is no session to ride on; see contributions/origin.py and form_token.py.
    return csrf_exempt(marked)


@require_http_methods(["GET", "HEAD", "POST"])
def _answer(request, view, open_at_work):
    try:
        data = request.POST.copy()
    except (RequestDataTooBig, TooManyFieldsSent):
        return render(request, "contributions/too_much.html", status=413)
    if is_from_employer(request) and not open_at_work:
        return give_back(request, data, "", 403, "contributions/employer_network.html")
    if comes_too_often(request):
        return give_back(request, data, wording.COMES_TOO_OFTEN, 429)
    try:
        return view(request, data)
    except Error:
        if request.method != "POST":
            raise
        logger.exception("The database did not answer.")
        message = wording.NOT_STORED if data.get("text") else wording.NOTHING_DONE
        return give_back(request, data, message)
    except checking.TooBusy:
        return give_back(request, data, wording.BUSY)
    except DeskClosed:
        return give_back(request, data, wording.DESK_CLOSED)


def give_back(request, data, message, status=503, template="contributions/not_stored.html"):
    """Say why it did not work just now, with the words and a way to try again.

    The page asks nothing of the database. What it sends is what came, so a text that had been
    stored after all is not stored twice.
    """
    context = {
        "blog": SiteSettings(),
        "message": message,
        "posted": list(data.items()),
        "words": data.get("text", ""),
    }
    return render(request, template, context, status=status)
