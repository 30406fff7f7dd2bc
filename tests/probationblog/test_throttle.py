"""Whoever sends too often is noticed in memory, and nothing about them is kept."""

import logging
from ipaddress import ip_address, ip_network

import pytest
from django.test import RequestFactory

from probationblog import throttle as throttling
from probationblog.throttle import COMMON, LIMITS, Throttle, throttled

ADDRESS, OTHER = ip_address("203.0.113.9"), ip_address("203.0.113.10")
WRITING = "/contact/"


def times_until_over(throttle, address, area=WRITING):
    """Return how often the address may send."""
    allowed = 0
    while not throttle.is_over(area, address):
        allowed += 1
    return allowed


@pytest.mark.parametrize("area", LIMITS)
def test_an_address_may_send_up_to_its_limit_and_no_other_pays_for_it(area):
    throttle = Throttle()

    assert times_until_over(throttle, ADDRESS, area) == LIMITS[area]
    assert not throttle.is_over(area, OTHER)
    assert not throttle.is_over("/contact/" if area != "/contact/" else "/admin/login/", ADDRESS)


def test_workers_share_a_limit_and_a_busy_day_widens_it_but_not_for_signing_in():
    throttle = Throttle(times=3, workers=2)

    assert times_until_over(throttle, ADDRESS) == LIMITS[WRITING] * 3 // 2
    assert times_until_over(throttle, ADDRESS, "/admin/login/") == LIMITS["/admin/login/"] // 2


def test_a_household_is_one_visitor_however_many_addresses_it_has():
    throttle = Throttle()
    times_until_over(throttle, ip_address("2001:db8:1:2::1"))

    assert throttle.is_over(WRITING, ip_address("2001:db8:1:2:ffff::9"))
    assert not throttle.is_over(WRITING, ip_address("2001:db8:1:3::1"))


def test_visitors_without_an_address_share_a_wider_limit():
    assert times_until_over(Throttle(), None) == LIMITS[WRITING] * COMMON


def test_after_the_window_counts_and_key_are_new(monkeypatch):
    throttle = Throttle()
    times_until_over(throttle, ADDRESS)
    before = throttle._key
    now = throttling.time.monotonic()
    monkeypatch.setattr(throttling.time, "monotonic", lambda: now + throttling.WINDOW + 1)

    assert not throttle.is_over(WRITING, ADDRESS)
    assert throttle._key != before


def test_memory_is_bounded_and_late_comers_share_the_common_count(monkeypatch):
    monkeypatch.setattr(throttling, "MOST_VISITORS", 10)
    throttle = Throttle()

    for number in range(1000):
        throttle.is_over(WRITING, ip_address(number))

    assert len(throttle._counts) == 11
    assert throttle._counts[(WRITING, None)] == 990


def test_the_memory_of_an_address_does_not_hold_the_address():
    throttle = Throttle()
    throttle.is_over(WRITING, ADDRESS)

    [(_, digest)] = throttle._counts

    assert digest != ADDRESS.packed
    assert len(digest) == 16
    assert str(ADDRESS) not in repr(vars(throttle))


def passed_on(app, path, method="POST"):
    """Send one request; return (what came through, or None; status, or None; the page)."""
    seen, answers = [], []
    environ = RequestFactory().generic(method, path).environ | {"REMOTE_ADDR": str(ADDRESS)}
    body = app(seen, environ, lambda status, headers: answers.append(status))
    return (seen or [None])[0], (answers or [None])[0], b"".join(body or []).decode()


def limited(*, to):
    """Return an application whose limits are all that number."""
    throttle = Throttle()
    throttle.limits = dict.fromkeys(LIMITS, to)

    def app(seen, environ, start_response):
        inner = throttled(lambda environ, _: seen.append(environ), throttle, [])
        return inner(environ, start_response)

    return app


@pytest.mark.parametrize("path", ["/contact/", "/contact/receipt/", "/contact/complaint/"])
def test_over_the_limit_a_contributor_still_reaches_the_site_marked(path):
    app = limited(to=1)

    first, second = (passed_on(app, path)[0] for _ in range(2))

    assert "wsgi.over_the_limit" not in first
    assert second["wsgi.over_the_limit"] is True


def test_looking_is_never_counted():
    app = limited(to=1)

    seen = [passed_on(app, "/contact/", method="GET")[0] for _ in range(5)]

    assert not any("wsgi.over_the_limit" in environ for environ in seen)


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/login/code/"])
def test_over_the_limit_signing_in_ends_before_the_site_with_a_sentence(path, caplog):
    app = limited(to=1)
    passed_on(app, path)

    with caplog.at_level(logging.DEBUG):
        seen, status, page = passed_on(app, path)

    assert seen is None
    assert status == "429 Too Many Requests"
    assert "Please wait ten minutes" in page
    assert not [record for record in caplog.records if "203.0.113" in record.getMessage()]


def test_the_proxys_word_counts_for_the_visitor():
    throttle = Throttle()
    throttle.limits = dict.fromkeys(LIMITS, 1)
    marked = []
    app = throttled(
        lambda environ, _: marked.append("wsgi.over_the_limit" in environ),
        throttle,
        [ip_network("127.0.0.0/8")],
    )

    for address in ("203.0.113.9", "203.0.113.10", "203.0.113.9"):
        environ = RequestFactory().post("/contact/").environ
        app(environ | {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_REAL_IP": address}, None)

    assert marked == [False, False, True]
