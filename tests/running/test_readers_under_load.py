"""While many read, an editor publishes and takes back: no reader meets an error, or what is gone.

`make bench` does the same at full load and for longer.
"""

import contextlib

import pytest

from tests.behind_nginx import behind_nginx
from tests.bench.pages import Pages
from tests.bench.readers import read_while_deciding
from tests.running_site import running_site

READERS = 4


@pytest.fixture(scope="module")
def site():
    with running_site(SITE_ADDRESS="http://127.0.0.1") as started:
        started.manage("bake")
        yield started


@contextlib.contextmanager
def nginx(site):
    with behind_nginx(site) as started:
        yield started.onion


@contextlib.contextmanager
def no_nginx(site):
    yield site.address


@pytest.mark.parametrize("way", [nginx, no_nginx])
def test_readers_meet_no_error_and_nothing_that_was_taken_back(site, way):
    with way(site) as address:
        met = read_while_deciding(site, address, Pages(site), clients=READERS)

    assert met.load.rate > 0
    assert met.load.failed == 0
    assert met.leaks == []
