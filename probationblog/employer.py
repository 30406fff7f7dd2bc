"""Whether a contributor sits on a network of the employer's: looked at in memory, never kept."""

from probationblog.visitor import address_of


def noticing_employers(app, networks, proxies):
    """Return `app` told by `wsgi.employer_network` where a contributor's request is from one."""

    def noticing(environ, start_response):
        if networks and environ["PATH_INFO"].startswith("/contact/"):
            address = address_of(environ, proxies)
            if address and any(address in network for network in networks):
                environ = environ | {"wsgi.employer_network": True}
        return app(environ, start_response)

    return noticing
