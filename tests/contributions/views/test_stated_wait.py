"""What looks like a machine's costs a stated wait, and never a word."""

import time
from unittest import mock

import pytest

from contributions import flood, stated_wait
from contributions.models import Submission
from tests.factories import stored_words
from tests.page_forms import fields_in, forms_in

TEXT = "We are all tired."


@pytest.fixture(autouse=True)
def quiet_before():
    flood.forget()
    yield
    flood.forget()


@pytest.fixture
def in_earnest(settings):
    """The settings of a real site, where two seconds are too quick."""
    settings.DEMO, settings.LIMITS_TIMES = False, 1


def flooded(times=1.5):
    for _ in range(int(flood.MANY * times)):
        flood.count()


def later(seconds):
    return mock.patch("time.time", return_value=time.time() + seconds)


def ticketed(response):
    """Return the fields that "Try again" sends."""
    (fields,) = [f["fields"] for f in forms_in(response) if "ticket" in f["fields"]]
    return fields


def assert_asked_to_wait(response, seconds):
    content = response.content.decode()
    assert response.status_code == 429
    assert f"Please wait {seconds} seconds" in content
    assert response.headers["Retry-After"] == str(seconds)
    assert TEXT in content
    assert not Submission.objects.exists()


def test_a_form_that_comes_back_at_once_waits_and_is_then_sent(contributor, in_earnest):
    with mock.patch("time.time", return_value=time.time()):
        response = contributor.send(contributor.write(TEXT))
    assert_asked_to_wait(response, stated_wait.WAIT_OF_THE_QUICK)

    with later(stated_wait.WAIT_OF_THE_QUICK):
        again = contributor.post(ticketed(response))

    assert again.status_code == 200
    assert stored_words().text == TEXT


def test_a_person_is_never_that_quick(contributor, in_earnest):
    review = contributor.write(TEXT)

    with later(stated_wait.TOO_QUICK + 1):
        response = contributor.send(review)

    assert response.status_code == 200


def test_the_hidden_field_is_shown_to_nobody_and_empty(contributor):
    content = contributor.open().content.decode()

    assert content.count(f'name="{stated_wait.TRAP}"') == 1
    assert 'class="trap" aria-hidden="true"' in content
    assert 'tabindex="-1" autocomplete="off"' in content
    assert fields_in(contributor.write(TEXT), "check")[stated_wait.TRAP] == ""


def test_whoever_fills_it_in_waits_and_goes_on(contributor):
    response = contributor.write(TEXT, **{stated_wait.TRAP: "cheap pills"})
    assert_asked_to_wait(response, stated_wait.WAIT_OF_THE_TRAPPED)

    with later(stated_wait.WAIT_OF_THE_TRAPPED):
        review = contributor.post(ticketed(response))

    assert contributor.send(review).status_code == 200


def test_when_flooded_everybody_waits_and_then_it_arrives(contributor, settings):
    settings.LIMITS_TIMES = 1
    flooded()
    review = contributor.write(TEXT)
    response = contributor.send(review)
    assert_asked_to_wait(response, 30)

    with later(10):
        assert_asked_to_wait(contributor.post(ticketed(response)), 20)
    with later(30):
        again = contributor.post(ticketed(response))

    assert again.status_code == 200
    assert stored_words().text == TEXT


def test_the_wait_is_bounded_however_great_the_flood(settings):
    settings.LIMITS_TIMES = 1
    flooded(times=100)

    assert flood.wait() == flood.LONGEST_WAIT


def test_a_flood_passes(monkeypatch, settings):
    settings.LIMITS_TIMES = 1
    flooded()
    now = flood.time.monotonic()
    monkeypatch.setattr(flood.time, "monotonic", lambda: now + flood.WITHIN + 1)

    assert flood.wait() == 0


def test_what_had_arrived_never_waits(contributor, settings):
    settings.LIMITS_TIMES = 1
    review = contributor.write(TEXT)
    contributor.send(review)
    flooded()

    assert contributor.send(review).status_code == 200
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("forged", ["x", "9.9:abc", ""])
def test_a_ticket_that_was_never_given_does_not_count(contributor, settings, forged):
    settings.LIMITS_TIMES = 1
    flooded()

    assert_asked_to_wait(contributor.send(contributor.write(TEXT), ticket=forged), 30)


def test_another_forms_ticket_does_not_fit(contributor, settings):
    settings.LIMITS_TIMES = 1
    flooded()
    waited = ticketed(contributor.send(contributor.write(TEXT)))["ticket"]

    with later(60):
        assert_asked_to_wait(contributor.send(contributor.write(TEXT), ticket=waited), 30)


def test_many_links_are_given_back_with_how_many_there_may_be(contributor):
    links = "\n".join(f"https://example.org/{n}" for n in range(21))

    response = contributor.write(links)

    assert response.status_code == 422
    assert "There are 21 web addresses in your text" in response.content.decode()
    assert fields_in(response, "check")["text"] == links
    assert contributor.write(links.rpartition("\n")[0]).status_code == 200
