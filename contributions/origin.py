"""Where a form came from, as far as that may be known.

The way in (probationblog/wsgi.py) knows the visitor's address for a moment and passes on two
answers about it, never the address.
"""


def is_cross_site(request):
    """Tell whether another site's page sent this request.

    Browsers say so in Sec-Fetch-Site or Origin. Old phones that send neither are let through
    here; what they send counts only with a form token.
    """
    fetched_from = request.headers.get("Sec-Fetch-Site")
    if fetched_from:
        return fetched_from not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and origin.partition("://")[2] != request.get_host()


def comes_too_often(request):
    """Tell whether too much was sent from the same address within some minutes."""
    return "wsgi.over_the_limit" in request.META


def is_from_employer(request):
    """Tell whether the request comes from a network of the employer's."""
    return "wsgi.employer_network" in request.META
