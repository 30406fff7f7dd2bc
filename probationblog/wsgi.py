"""The way in for a WSGI server: `granian --interface wsgi probationblog.wsgi:application`."""

import logging
import os
import re

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from probationblog.baked import Baked
from probationblog.employer import noticing_employers
from probationblog.refusing import refuse
from probationblog.throttle import Throttle, throttled

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probationblog.settings")

# All that the site needs to know of a request. A visitor's address, browser and language are
# not in it, nor is the server's own environment with its secrets (granian copies that into
# every request): what never comes in cannot be stored, logged or mailed.
NEEDED = {
    "CONTENT_LENGTH",
    "CONTENT_TYPE",
    "HTTP_CONTENT_LENGTH",
    "HTTP_COOKIE",
    "HTTP_HOST",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_ORIGIN",
    "HTTP_REFERER",
    "HTTP_SEC_FETCH_SITE",
    "HTTP_X_FORWARDED_PROTO",
    "PATH_INFO",
    "QUERY_STRING",
    "REQUEST_METHOD",
    "SCRIPT_NAME",
    "SERVER_NAME",
    "SERVER_PORT",
    "SERVER_PROTOCOL",
}


_CHARSET = re.compile(r";\s*charset=[^;]*", re.IGNORECASE)
NO_LENGTH = "We could not take that in, because your browser did not say how long it is."
TOO_LONG = (
    "That was too long for us to take in, so nothing was kept. Please go back and send it in "
    "parts of at most 40,000 characters."
)
FAILED = (
    "Something went wrong. If you had just sent something, go back and press the same button "
    "again: however often you do, it is stored only once."
)
logger = logging.getLogger(__name__)


def forget_the_visitor(app):
    """Return `app` seeing only the NEEDED part of each WSGI environ, and no cookie off /admin/."""

    def forgetful(environ, start_response):
        kept = {k: v for k, v in environ.items() if k in NEEDED or k.startswith("wsgi.")}
        if not kept.get("PATH_INFO", "").startswith("/admin/"):
            kept.pop("HTTP_COOKIE", None)
        # A charset of the client's choosing can make decoding slow, or fail before Django is there.
        kept["CONTENT_TYPE"] = _CHARSET.sub("", kept.get("CONTENT_TYPE", ""))
        return app(kept, start_response)

    return forgetful


def bound_the_body(app, most):
    """Return `app` refusing a body of more than `most` bytes, or of a length that is not told.

    Django counts form fields against its limit, but neither files nor what it is still to read.
    """

    def bounded(environ, start_response):
        told = environ.get("CONTENT_LENGTH", "")
        if environ["REQUEST_METHOD"] == "POST" and not told.isdecimal():
            return refuse(start_response, "411 Length Required", NO_LENGTH)
        if told.isdecimal() and int(told) > most:
            return refuse(start_response, "413 Content Too Large", TOO_LONG)
        return app(environ, start_response)

    return bounded


def keep_errors_in(app):
    """Return `app` whose exceptions reach our own discreet log and not the server's."""

    def quiet(environ, start_response):
        try:
            return app(environ, start_response)
        except Exception:
            logger.exception("A request failed outside Django.")
            return refuse(start_response, "500 Internal Server Error", FAILED)

    return quiet


def the_way_in():
    """Return the application; each request goes through these lines from the last to the first.

    Up to `forget_the_visitor` the visitor's address is known; no line keeps it.
    """
    app = get_wsgi_application()
    app = forget_the_visitor(app)
    app = noticing_employers(app, settings.EMPLOYER_NETWORKS, settings.PROXIES)
    throttle = Throttle(settings.LIMITS_TIMES, settings.WORKERS)
    app = throttled(app, throttle, settings.PROXIES)
    app = bound_the_body(app, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    if settings.BAKING:
        from contributions.baking import keeping_up  # It has models, so Django has to be up.

        keeping_up.begin()
        app = Baked(app)
    return keep_errors_in(app)


application = the_way_in()
