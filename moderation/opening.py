"""Opens what only this member's password can open, and closes it again."""


def opened(request, response, user, password):
    """Return the response to a complete sign-in: the one moment at which the password is here.

    Called once the password and the second factor were both right and the session is new.
    """
    return response


def closed(request, response):
    """Return the response that ends a session, which is already emptied."""
    return response
