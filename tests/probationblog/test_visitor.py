"""A visitor's address is believed of our own nginx alone, and Tor tells none."""

from ipaddress import ip_address, ip_network

import pytest

from probationblog.visitor import address_of

PROXIES = [ip_network("127.0.0.0/8"), ip_network("::1/128")]


@pytest.mark.parametrize(
    ("peer", "real_ip", "expected"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("::1", "2001:db8::9", "2001:db8::9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("203.0.113.9", None, "203.0.113.9"),
        ("::ffff:203.0.113.9", None, "203.0.113.9"),
        ("127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", None, None),
        ("127.0.0.1", "unknown", None),
        ("", "", None),
        (None, "203.0.113.9, 10.0.0.1", None),
    ],
)
def test_an_address_is_read_where_it_can_be_believed(peer, real_ip, expected):
    told = {"REMOTE_ADDR": peer, "HTTP_X_REAL_IP": real_ip}

    found = address_of({name: value for name, value in told.items() if value}, PROXIES)

    assert found == (ip_address(expected) if expected else None)
