"""Where a form came from."""


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
