"""Answers that the way in gives by itself, before Django sees a request."""

from django.template.loader import render_to_string

HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def refuse(start_response, status, sentence):
    """Answer with a page of one sentence."""
    page = render_to_string("refused.html", {"sentence": sentence})
    start_response(status, list(HEADERS.items()))
    return [page.encode()]
