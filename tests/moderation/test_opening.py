"""The desk's key in a session: neither half opens anything alone, and it is gone at sign-out."""

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import Client

from moderation import keyring, opening
from tests.factories import PASSWORD, make_editor, make_submission, the_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(db):
    user = make_editor()
    keyring.enrol(user, PASSWORD, the_desk())
    return user


def signed_in(user, password=PASSWORD):
    """Return a client that has signed in, and holds what the password opened."""
    client = Client()
    client.force_login(user)
    request, response = HttpRequest(), HttpResponse()
    request.session = client.session
    opening.opened(request, response, user, password)
    request.session.save()
    if opening.COOKIE in response.cookies:
        client.cookies[opening.COOKIE] = response.cookies[opening.COOKIE].value
    return client


def sees_the_desk(client):
    return client.get("/admin/desk/").status_code == 200


def test_the_password_opens_the_desk_for_the_session(member):
    make_submission(title="Zebra")
    client = signed_in(member)

    assert "Zebra" in client.get("/admin/").content.decode()


def test_a_password_that_does_not_open_the_key_shows_a_locked_desk(member):
    make_submission(title="Zebra")
    page = signed_in(member, "another").get("/admin/")

    assert page.status_code == 403
    assert "The desk is locked" in page.content.decode()
    assert "Zebra" not in page.content.decode()


def test_whoever_has_no_key_yet_gets_one_and_is_told_whom_to_ask(member):
    newcomer = make_editor()
    page = signed_in(newcomer).get("/admin/")

    assert "no key to the desk has been given to you yet" in page.content.decode()
    keyring.settle(newcomer, the_desk())
    assert sees_the_desk(signed_in(newcomer))


def test_the_session_alone_opens_nothing(member):
    client = signed_in(member)
    client.cookies.pop(opening.COOKIE)

    assert not sees_the_desk(client)


def test_the_cookie_alone_opens_nothing(member):
    cookie = signed_in(member).cookies[opening.COOKIE].value
    client = Client()
    client.force_login(member)
    client.cookies[opening.COOKIE] = cookie

    assert not sees_the_desk(client)


def test_another_sessions_cookie_opens_nothing(member):
    client, other = signed_in(member), signed_in(member)
    client.cookies[opening.COOKIE] = other.cookies[opening.COOKIE].value

    assert sees_the_desk(other)
    assert not sees_the_desk(client)


@pytest.mark.parametrize("value", ["", "zz", "00" * 32, "00" * 31, "é"])
def test_a_made_up_cookie_opens_nothing(member, value):
    client = signed_in(member)
    client.cookies[opening.COOKIE] = value

    assert not sees_the_desk(client)


def test_the_database_does_not_hold_the_key_in_clear(member):
    client = signed_in(member)
    stored = str(Session.objects.get(pk=client.session.session_key).get_decoded())

    assert bytes(the_desk()).hex() not in stored
    assert client.cookies[opening.COOKIE].value not in stored


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(member, settings):
    settings.SESSION_COOKIE_SECURE = True
    request, response = HttpRequest(), HttpResponse()
    request.session = Client().session

    cookie = opening.lend(request, response, the_desk()).cookies[opening.COOKIE]

    assert (cookie["path"], cookie["samesite"]) == ("/admin/", "Strict")
    assert cookie["httponly"] and cookie["secure"]
    assert not cookie["max-age"] and not cookie["expires"]


def test_signing_out_takes_the_key_from_session_and_browser(member):
    client = signed_in(member)
    session, cookie = client.session.session_key, client.cookies[opening.COOKIE].value

    client.post("/admin/logout/")

    assert not Session.objects.filter(pk=session).exists()
    assert opening.closed(HttpRequest(), HttpResponse()).cookies[opening.COOKIE]["max-age"] == 0
    again = Client()
    again.force_login(member)
    again.cookies[opening.COOKIE] = cookie
    assert not sees_the_desk(again)


def test_after_the_key_was_replaced_whoever_held_the_old_one_signs_in_anew(member):
    client = signed_in(member)

    keyring.replace(the_desk())

    assert not sees_the_desk(client)
    assert sees_the_desk(signed_in(member))
