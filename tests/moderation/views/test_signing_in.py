"""One post of name, password and code lets a member in; nothing else does, and nothing is told."""

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client

from moderation.credentials import SENTENCE
from tests.factories import PASSWORD, make_editor, make_moderator

pytestmark = pytest.mark.django_db
SIGN_IN = "/admin/login/"
SET_UP = "/admin/second-factor/set-up/"


def sign_in(client, user, code="", *, password=PASSWORD, **fields):
    data = {"username": user.username, "password": password, "code": code}
    return client.post(SIGN_IN, data | fields)


@pytest.fixture
def calls(monkeypatch):
    """What the hooks for the desk's key were called with."""
    found = []

    def opened(request, response, user, password):
        found.append(("opened", user, password, request.session.session_key is not None))
        return response

    def closed(request, response):
        found.append(("closed", request.user.is_authenticated))
        return response

    monkeypatch.setattr("moderation.views.signing_in.opened", opened)
    monkeypatch.setattr("moderation.views.signing_in.closed", closed)
    return found


def test_password_and_code_together_open_the_desk(client, editor, phone):
    response = sign_in(client, editor, phone.code())

    assert (response.status_code, response.url) == (302, "/admin/")
    assert client.get("/admin/desk/").status_code == 200


def test_password_and_recovery_code_open_the_desk(client, editor, recovery_codes):
    sign_in(client, editor, recovery_codes[0])

    assert client.get("/admin/desk/").status_code == 200


def test_signing_in_leads_on_to_where_one_wanted_to_go(client, editor, phone):
    response = sign_in(client, editor, phone.code(), next="/admin/desk/?view=held")

    assert response.url == "/admin/desk/?view=held"


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1"]
)
def test_signing_in_leads_nowhere_else(client, editor, phone, away):
    assert sign_in(client, editor, phone.code(), next=away).url == "/admin/"


def wrong_ways(editor, phone):
    """Yield every way of getting it wrong, each with the fields posted."""
    right = {"username": editor.username, "password": PASSWORD, "code": phone.code()}
    yield right | {"password": "Quagga-okapi-1"}
    yield right | {"username": "Quagga-nobody"}
    yield right | {"code": phone.wrong_code()}
    yield right | {"code": "quag-gaok"}
    yield right | {"code": ""}
    yield right | {"code": "quagga" * 20}
    yield right | {"password": "\0Quagga"}
    inactive, outsider = make_moderator(), make_moderator()
    User.objects.filter(pk=inactive.pk).update(is_active=False)
    User.objects.filter(pk=outsider.pk).update(is_staff=False)
    yield right | {"username": inactive.username}
    yield right | {"username": outsider.username}


def test_whatever_is_wrong_is_answered_alike(editor, phone):
    said = set()
    for fields in wrong_ways(editor, phone):
        client = Client()
        response = client.post(SIGN_IN, fields)
        page = response.content.decode()
        errors = page.partition('id="not-proven">')[2].partition("</p>")[0]
        said.add(
            (response.status_code, errors, "_error" in page, "_auth_user_id" in client.session)
        )

    assert len(said) == 1
    status, sentence, field_errors, signed_in = said.pop()
    assert (status, field_errors, signed_in) == (200, False, False)
    assert sentence.startswith(SENTENCE)
    assert "wait a few seconds" in sentence


def test_neither_password_nor_code_comes_back_in_the_page(client, editor, phone):
    response = sign_in(client, editor, "quagga", password="Okapi-okapi-okapi")

    page = response.content.decode().lower()
    assert "quagga" not in page
    assert "okapi" not in page
    assert editor.username in page


def test_a_failure_is_answered_on_the_beat_whatever_it_was(client, editor, phone, monkeypatch):
    slept = []
    monkeypatch.setattr("moderation.views.signing_in.BEAT", 0.25)
    monkeypatch.setattr("moderation.views.signing_in.time.sleep", slept.append)
    clock = iter([10.0, 10.13, 20.0, 20.31])
    monkeypatch.setattr("moderation.views.signing_in.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("moderation.patience.must_wait", lambda name: False)
    monkeypatch.setattr("moderation.patience.failed", lambda name: None)

    sign_in(client, editor, password="not this one")
    sign_in(client, editor, phone.wrong_code())

    assert slept == [pytest.approx(0.12), pytest.approx(0.19)]


def test_after_many_failures_the_name_has_to_wait(client, editor, phone):
    for _ in range(5):
        sign_in(client, editor, password="not this one")

    response = sign_in(client, editor, phone.code())

    assert SENTENCE in response.content.decode()


def test_without_an_app_the_password_leads_to_setting_one_up_and_nowhere_else(
    client, editor, second_factor_asked_for
):
    response = sign_in(client, editor)

    assert (response.status_code, response.url) == (302, SET_UP)
    for address in ("/admin/", "/admin/desk/", "/admin/auth/user/", "/admin/password_change/"):
        assert client.get(address).url.startswith(SIGN_IN)
    assert client.get(SIGN_IN).url == SET_UP
    assert client.post("/admin/desk/").status_code == 403


def test_a_session_from_a_password_alone_opens_nothing(client, editor, phone):
    client.force_login(editor)

    assert client.get("/admin/desk/").status_code == 302
    assert client.get(SET_UP).url == SIGN_IN
    assert client.get(SIGN_IN).status_code == 200
    assert client.get("/admin/second-factor/").status_code == 302


def test_the_demonstration_asks_for_no_code(client, editor):
    page = client.get(SIGN_IN).content.decode()
    response = client.post(SIGN_IN, {"username": editor.username, "password": PASSWORD})

    assert 'name="code"' not in page
    assert response.url == "/admin/"
    assert client.get("/admin/desk/").status_code == 200
    assert client.get("/admin/second-factor/").status_code == 404


def test_outside_the_demonstration_a_code_is_asked_for(client, second_factor_asked_for):
    assert 'name="code"' in client.get(SIGN_IN).content.decode()


def test_the_desks_key_is_opened_once_both_were_right(client, editor, phone, calls):
    sign_in(client, editor, phone.wrong_code(), password="not this one")
    assert calls == []

    sign_in(client, editor, phone.code())

    assert calls == [("opened", editor, PASSWORD, True)]


def test_the_desks_key_stays_shut_while_an_app_is_set_up(
    client, editor, second_factor_asked_for, calls
):
    sign_in(client, editor)

    assert calls == []


def test_each_sign_in_is_a_session_of_its_own(client, editor, second_factor_asked_for):
    client.force_login(editor)
    before = client.session.session_key

    sign_in(client, editor)

    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_signing_out_ends_the_session_and_clears_the_browser(client, editor, calls):
    client.force_login(editor)
    key = client.session.session_key

    response = client.post("/admin/logout/")

    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not Session.objects.filter(session_key=key).exists()
    assert response.cookies["sessionid"]["max-age"] == 0
    assert calls == [("closed", False)]
    assert client.get("/admin/").status_code == 302


def test_only_a_form_signs_out(editor_client):
    assert editor_client.get("/admin/logout/").status_code == 405
    assert editor_client.get("/admin/desk/").status_code == 200


def test_signing_in_and_out_need_the_sites_own_form(editor):
    client = Client(enforce_csrf_checks=True)

    assert sign_in(client, editor).status_code == 403
    client.force_login(editor)
    assert client.post("/admin/logout/").status_code == 403


def test_who_is_signed_in_already_goes_to_the_desk(client):
    client.force_login(make_editor())

    assert client.get(SIGN_IN).url == "/admin/"


def test_no_name_password_or_code_is_logged(client, editor, phone, caplog):
    caplog.set_level("DEBUG")
    User.objects.filter(pk=editor.pk).update(username="Quagga")
    editor.username = "Quagga"

    sign_in(client, editor, phone.wrong_code(), password="Okapi-okapi-okapi")
    sign_in(client, editor, phone.wrong_code())
    sign_in(Client(enforce_csrf_checks=True), editor, phone.wrong_code())

    logged = " ".join(record.getMessage() for record in caplog.records)
    assert not any(word in logged for word in ("Quagga", "Okapi", phone.wrong_code()))
