"""A contributor on the employer's network is noticed, and a reader is not asked about."""

from ipaddress import ip_network

import pytest
from django.test import RequestFactory

from probationblog.employer import noticing_employers
from tests.probationblog.processes import PRODUCTION, manage

NETWORKS = [ip_network("198.51.100.0/24"), ip_network("2001:db8::/32")]


def noticed(path, address, networks=NETWORKS):
    seen = []
    app = noticing_employers(lambda environ, _: seen.append(environ), networks, [])
    app(RequestFactory().get(path).environ | {"REMOTE_ADDR": address}, None)
    return "wsgi.employer_network" in seen[0]


@pytest.mark.parametrize("address", ["198.51.100.7", "::ffff:198.51.100.7", "2001:db8:5::1"])
@pytest.mark.parametrize("path", ["/contact/", "/contact/receipt/"])
def test_a_contributor_there_is_noticed(path, address):
    assert noticed(path, address)


@pytest.mark.parametrize("address", ["203.0.113.7", "2001:db9::1", "", "nonsense"])
def test_a_contributor_elsewhere_is_not(address):
    assert not noticed("/contact/", address)


@pytest.mark.parametrize("path", ["/", "/safety/", "/admin/"])
def test_a_reader_there_is_not(path):
    assert not noticed(path, "198.51.100.7")


def test_without_networks_nobody_is():
    assert not noticed("/contact/", "198.51.100.7", [])


def test_a_network_that_is_none_stops_the_start_with_a_sentence():
    result = manage("check", **PRODUCTION, EMPLOYER_NETWORKS="198.51.100.0/24, office")

    last_line = result.stderr.decode().strip().splitlines()[-1]
    assert result.returncode != 0
    assert "EMPLOYER_NETWORKS holds something that is no network" in last_line
