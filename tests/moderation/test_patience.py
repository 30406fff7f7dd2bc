"""Guessing grows slow, name by name, and nothing of the names is remembered."""

import pytest

from moderation import patience


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("moderation.patience.time.monotonic", lambda: now[0])
    return now


def fail(name, times):
    for _ in range(times):
        patience.failed(name)


def test_a_few_mistakes_cost_nothing(clock):
    fail("jo", 4)

    assert not patience.must_wait("jo")


def test_then_the_wait_doubles_and_stays_bearable(clock):
    waits = []
    fail("jo", 4)
    for _ in range(6):
        fail("jo", 1)
        began = clock[0]
        while patience.must_wait("jo"):
            clock[0] += 1
        waits.append(clock[0] - began)

    assert waits == [1, 2, 4, 8, 8, 8]


def test_others_do_not_wait(clock):
    fail("jo", 9)

    assert not patience.must_wait("sam")


def test_success_makes_up_for_it(clock):
    fail("jo", 9)

    patience.succeeded("jo")

    assert not patience.must_wait("jo")


def test_no_name_is_remembered(clock):
    fail("Quagga", 3)

    assert b"Quagga" not in b"".join(patience._failures)


def test_what_is_remembered_stays_small(clock, monkeypatch):
    monkeypatch.setattr(patience, "NAMES_REMEMBERED", 10)

    for number in range(50):
        patience.failed(f"name {number}")

    assert len(patience._failures) == 10
