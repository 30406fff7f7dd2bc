"""The way in for a WSGI server: `granian --interface wsgi probationblog.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

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


def forget_the_visitor(app):
    """Return `app` seeing only the NEEDED part of each WSGI environ, and no cookie off /admin/."""

    def forgetful(environ, start_response):
        kept = {k: v for k, v in environ.items() if k in NEEDED or k.startswith("wsgi.")}
        if not kept.get("PATH_INFO", "").startswith("/admin/"):
            kept.pop("HTTP_COOKIE", None)
        return app(kept, start_response)

    return forgetful


application = forget_the_visitor(get_wsgi_application())
