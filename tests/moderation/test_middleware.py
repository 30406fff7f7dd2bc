"""A session at the desk ends after 30 idle minutes and after 8 hours."""

import pytest
from django.contrib.sessions.models import Session
from django.db import InterfaceError, OperationalError
from django.test import Client

from contributions.models import Submission
from tests.factories import hand_over_key, make_submission
from tests.moderation.desk import address, press

pytestmark = pytest.mark.django_db
START = 1_000_000


class Clock:
    """The minute that the middleware believes it to be."""

    minute = START


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr("moderation.middleware._minute", lambda: Clock.minute)
    monkeypatch.setattr(Clock, "minute", START)
    return Clock


@pytest.fixture
def browser(editor, clock):
    client = Client()
    client.force_login(editor)
    hand_over_key(client)
    client.get("/admin/desk/")
    return client


def test_a_session_that_is_used_goes_on(browser, clock):
    clock.minute += 29
    assert browser.get("/admin/desk/").status_code == 200

    clock.minute += 29
    assert browser.get("/admin/desk/").status_code == 200


def test_after_thirty_idle_minutes_a_page_leads_to_signing_in_with_a_sentence(browser, clock):
    clock.minute += 30

    response = browser.get("/admin/desk/?view=held", follow=True)

    address, status = response.redirect_chain[0]
    assert (address, status) == ("/admin/login/?ended=1&next=%2Fadmin%2Fdesk%2F%3Fview%3Dheld", 302)
    assert "Your session had ended" in response.content.decode()
    assert 'value="/admin/desk/?view=held"' in response.content.decode()


def test_after_eight_hours_a_session_ends_however_busy_it_was(browser, clock):
    for _ in range(20):
        clock.minute += 23
        assert browser.get("/admin/desk/").status_code == 200
    clock.minute = START + 480

    assert browser.get("/admin/desk/").status_code == 302


def test_what_is_over_is_deleted_on_the_server(browser, clock):
    clock.minute += 30
    browser.get("/admin/desk/")
    clock.minute = START

    assert not Session.objects.exists()
    assert browser.get("/admin/desk/").status_code == 302


@pytest.mark.parametrize("field", ["marked", "body"])
@pytest.mark.parametrize("address", ["/admin/desk/", "/admin/contributions/post/add/"])
def test_a_form_that_comes_too_late_is_given_back(browser, clock, field, address):
    clock.minute += 30

    response = browser.post(address, {field: "My <words>."})

    assert response.status_code == 403
    assert "My &lt;words&gt;." in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


def test_too_late_to_sign_out_still_signs_out(browser, clock):
    clock.minute += 30

    response = browser.post("/admin/logout/")

    assert response.status_code == 200
    assert "Clear-Site-Data" in response.headers


def test_too_late_to_sign_in_again_does_not_stop_it(browser, clock):
    clock.minute += 30

    assert browser.get("/admin/login/").status_code == 200


def test_the_desks_key_is_closed_with_the_session(browser, clock, monkeypatch):
    def closed(request, response):
        response["X-Closed"] = "1"
        return response

    monkeypatch.setattr("moderation.middleware.closed", closed)
    clock.minute += 30

    assert browser.get("/admin/desk/").headers["X-Closed"] == "1"


def test_the_session_holds_whole_minutes_only(browser):
    session = browser.session

    assert (session["signed_in_at"], session["seen_at"]) == (START, START)


def test_the_database_is_written_to_once_a_minute_at_most(
    browser, clock, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as captured:
        browser.get("/admin/desk/")

    assert not any(query["sql"].startswith("UPDATE") for query in captured.captured_queries)


def test_readers_have_no_session(client, clock):
    response = client.get("/")

    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_without_a_database_the_desk_says_so(browser, monkeypatch):
    def gone(*args):
        raise OperationalError

    monkeypatch.setattr("moderation.middleware.is_over", gone)

    response = browser.get("/admin/desk/")

    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")


@pytest.mark.parametrize("where", ["before any page", "in the page"])
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_without_a_database_what_was_written_comes_back(editor_client, monkeypatch, where, error):
    page = editor_client.get(address(make_submission(text="Words.", title="Fine")))

    def gone(*args, **kwargs):
        raise error

    broken = {
        "before any page": "moderation.middleware.is_over",
        "in the page": "moderation.views.review.way_named",
    }
    monkeypatch.setattr(broken[where], gone)
    written = {"marked": "My [[marked]] <words>.", "title": "A title of mine"}
    response = press(editor_client, page, "guest_blog", **written)

    content = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert "My [[marked]] &lt;words&gt;." in content
    assert "A title of mine" in content
    assert "no-store" in response.headers["Cache-Control"]
    assert Submission.objects.get().state == "waiting"
