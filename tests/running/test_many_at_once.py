"""A hundred people write at once, and whatever was acknowledged is kept, once."""

import itertools
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.over_http import Contributor, form_with
from tests.running_site import running_site

CLIENTS, SUBMISSIONS = 8, 100
ARRIVED = "It has arrived"
TEXT = "This is account {}, of the queue at the photocopier."
KILLED_AFTER = 40


@pytest.fixture
def empty_site():
    with running_site(demonstration=False) as started:
        yield started


def in_turns(work):
    """Share the numbers of all submissions out among the clients, each in a thread."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(work, (range(n, SUBMISSIONS, CLIENTS) for n in range(CLIENTS))))


def stored(site):
    """Return how often each submission is stored, by its text."""
    return Counter(site.texts())


ONCE_EACH = {TEXT.format(number): 1 for number in range(SUBMISSIONS)}


def test_each_acknowledged_submission_is_stored_once(empty_site):
    acknowledged = []

    def write(numbers):
        with Contributor(empty_site.address) as contributor:
            for number in numbers:
                answer = contributor.send(contributor.review(TEXT.format(number)))
                acknowledged.extend([number] if ARRIVED in answer.text else [])

    in_turns(write)

    assert sorted(acknowledged) == list(range(SUBMISSIONS))
    assert stored(empty_site) == ONCE_EACH


def test_a_killed_server_loses_nothing_that_was_acknowledged(empty_site):
    acknowledged, unanswered = set(), {}
    done = itertools.count(1)
    killing = threading.Lock()
    found_after_the_kill = {}

    def write(numbers):
        for number in numbers:
            fields = None
            try:
                with Contributor(empty_site.address) as contributor:
                    review = contributor.review(TEXT.format(number))
                    fields = form_with(review, "seal") | {"send": "1"}
                    answer = contributor.post("/contact/", fields)
            except httpx.TransportError:
                unanswered[number] = fields
                continue
            if ARRIVED in answer.text:
                acknowledged.add(number)
            if next(done) == KILLED_AFTER:
                kill_and_restart()

    def kill_and_restart():
        with killing:
            empty_site.kill()
            before = set(acknowledged)
            found_after_the_kill.update(stored(empty_site))
            assert {TEXT.format(number) for number in before} <= found_after_the_kill.keys()
            empty_site.start()

    in_turns(write)
    # Whoever got no answer presses "send" again, with the form that is still open.
    with Contributor(empty_site.address) as contributor:
        for number, fields in unanswered.items():
            if fields is None:
                contributor.send(contributor.review(TEXT.format(number)))
            else:
                assert ARRIVED in contributor.post("/contact/", fields).text

    assert found_after_the_kill
    assert unanswered, "The kill met nobody, so the test showed nothing."
    assert stored(empty_site) == ONCE_EACH


def test_a_double_click_stores_one(empty_site):
    with Contributor(empty_site.address) as contributor:
        review = contributor.review("I pressed it twice, or eight times.")

    def press(_):
        with Contributor(empty_site.address) as again:
            return again.send(review).text

    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(press, range(CLIENTS)))

    assert all(ARRIVED in answer for answer in answers)
    assert sum(stored(empty_site).values()) == 1
