"""Where a form came from, told by what browsers send."""

import pytest
from django.test import RequestFactory

from contributions.origin import is_cross_site


@pytest.mark.parametrize(
    ("headers", "crosses"),
    [
        ({}, False),
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "same-site"}, True),
        ({"sec-fetch-site": "nonsense"}, True),
        ({"origin": "http://testserver"}, False),
        ({"origin": "https://testserver"}, False),
        ({"origin": "http://testserver.evil.example"}, True),
        ({"origin": "http://evil.example"}, True),
        ({"origin": "http://testserver:81"}, True),
        ({"origin": "http://testserver@evil.example"}, True),
        ({"origin": "null"}, True),
        ({"origin": "nonsense"}, True),
        ({"origin": "http://testserver", "sec-fetch-site": "cross-site"}, True),
    ],
)
def test_only_this_sites_own_pages_count_as_ours(headers, crosses):
    request = RequestFactory().post("/contact/", headers=headers)

    assert is_cross_site(request) is crosses


def test_an_origin_that_is_no_address_is_foreign():
    request = RequestFactory().post("/contact/", headers={"origin": "http://[nonsense"})

    assert is_cross_site(request)
