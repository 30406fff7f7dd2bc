"""Where a visitor comes from: read by the way in, and by nothing behind it."""

from ipaddress import ip_address


def address_of(environ, proxies):
    """Return the visitor's IP address of a WSGI environ, or None where nothing tells it.

    `proxies` are the networks that our own nginx speaks from. Of it alone X-Real-IP is believed;
    where it says nothing the visitor came by Tor, whose addresses all look like our own.
    """
    peer = _read(environ.get("REMOTE_ADDR"))
    if peer and not any(peer in network for network in proxies):
        return peer
    return _read(environ.get("HTTP_X_REAL_IP"))


def _read(told):
    try:
        address = ip_address((told or "").strip())
    except ValueError:
        return None
    # An IPv4 address in IPv6 clothes is the same visitor.
    return getattr(address, "ipv4_mapped", None) or address
