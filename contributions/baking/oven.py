"""One page, as an anonymous reader gets it from the site itself, put under the root.

So only what readers' views show can come there: what is published.
"""

import io
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

from contributions.baking.root import is_baked
from contributions.models import Change

# Said of one page alone, or made by whoever sends it out.
OF_ONE_PAGE = {"Content-Length", "ETag", "Last-Modified", "Onion-Location"}


class NotRendered(Exception):
    """Raised where the site itself could not answer just now."""


def bake(root, address):
    """Render the page at an address and keep it, or take it away where there is none.

    The root is held only while the page is put there. Where something was changed since it was
    rendered, it is rendered again, so that no page ever takes the place of a newer one. Raises
    NotRendered, with the page left as it is, and OSError.
    """
    before = Change.objects.known()
    response = ask(address)
    with root.held():
        if Change.objects.known() != before:
            response = ask(address)
        _keep(root, address, response)


def bake_while_held(root, address):
    """Do the same where the root is held already."""
    _keep(root, address, ask(address))


def _keep(root, address, response):
    provisional = getattr(response.wsgi_request, "blog_is_provisional", False)
    if response.status_code == 503 or provisional:  # The database is away.
        raise NotRendered
    if response.status_code != 200 or not is_baked(address, response["Content-Type"]):
        return root.remove(address)
    headers = [[k, v] for k, v in response.items() if k not in OF_ONE_PAGE]
    root.keep_headers(response.wsgi_request.resolver_match.url_name, headers)
    return root.keep(address, response.content, response["Content-Type"])


def ask(address):
    """Return the site's own response to a reader who asks for an address."""
    site = urlsplit(settings.SITE_ADDRESS)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": address,
            "SCRIPT_NAME": "",
            "QUERY_STRING": "",
            "HTTP_HOST": site.netloc,
            "HTTP_X_FORWARDED_PROTO": site.scheme,
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": io.BytesIO(),
        }
    )
    response = _handler().get_response(request)
    response.wsgi_request = request
    return response


@cache
def _handler():
    """Return the site with all its middleware, so that a baked page is like any other."""
    handler = BaseHandler()
    handler.load_middleware()
    return handler
