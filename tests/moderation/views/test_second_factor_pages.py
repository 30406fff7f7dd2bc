"""Setting the second factor up, renewing recovery codes, going on to another phone."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from moderation import second_factor
from tests.factories import PASSWORD
from tests.phone import Phone

pytestmark = pytest.mark.django_db
SIGN_IN, MANAGE = "/admin/login/", "/admin/second-factor/"
SET_UP = "/admin/second-factor/set-up/"


def page_of(response):
    return response.content.decode()


def secret_in(response):
    return re.search(r'class="secret">([A-Z2-7 ]+)<', page_of(response))[1]


def codes_in(response):
    return re.findall(r"<code>([a-z2-9]{4}-[a-z2-9]{4})</code>", page_of(response))


@pytest.fixture
def newcomer(client, editor, second_factor_asked_for):
    """The browser of an editor who has a password and no app yet."""
    client.post(SIGN_IN, {"username": editor.username, "password": PASSWORD})
    return client


@pytest.fixture
def member(client, editor, recovery_codes):
    """The browser of an editor who signed in with a recovery code; the app's are still good."""
    client.post(
        SIGN_IN, {"username": editor.username, "password": PASSWORD, "code": recovery_codes[0]}
    )
    return client


def test_an_app_is_set_up_and_then_signed_in_with(newcomer, editor):
    phone = Phone(secret_in(newcomer.get(SET_UP)))

    done = newcomer.post(SET_UP, {"code": phone.code(later=-1)})

    assert len(codes_in(done)) == 10
    assert "no-store" in done.headers["Cache-Control"]
    assert newcomer.get("/admin/desk/").status_code == 302
    fields = {"username": editor.username, "password": PASSWORD}
    newcomer.post(SIGN_IN, fields | {"code": phone.code()})
    assert newcomer.get("/admin/desk/").status_code == 200


def test_the_recovery_codes_that_are_shown_are_those_that_work(newcomer, editor):
    phone = Phone(secret_in(newcomer.get(SET_UP)))

    codes = codes_in(newcomer.post(SET_UP, {"code": phone.code()}))

    assert all(second_factor.accepting(editor, code) for code in codes)


def test_the_secret_and_its_picture_are_the_same(newcomer):
    page = newcomer.get(SET_UP)

    assert 'src="data:image/svg+xml' in page_of(page)
    assert secret_in(newcomer.get(SET_UP)) == secret_in(page)


def test_a_wrong_first_code_is_asked_for_again_with_the_same_secret(newcomer, editor):
    secret = secret_in(newcomer.get(SET_UP))

    again = newcomer.post(SET_UP, {"code": Phone(secret).wrong_code()})

    assert secret_in(again) == secret
    assert "Wait for its next code" in page_of(again)
    assert Phone(secret).wrong_code() not in page_of(again)
    assert second_factor.app_of(editor) is None


def test_once_set_up_the_secret_is_never_shown_again(newcomer):
    phone = Phone(secret_in(newcomer.get(SET_UP)))
    newcomer.post(SET_UP, {"code": phone.code()})

    assert newcomer.get(SET_UP).url == SIGN_IN
    assert newcomer.post(SET_UP, {"code": phone.code()}).url == SIGN_IN


def test_each_sign_in_without_an_app_gets_a_secret_of_its_own(newcomer, editor):
    """Somebody who saw one and went away cannot know the one that is set up later."""
    other = Client()
    other.post(SIGN_IN, {"username": editor.username, "password": PASSWORD})

    assert secret_in(newcomer.get(SET_UP)) != secret_in(other.get(SET_UP))


@pytest.mark.parametrize("address", [SET_UP, MANAGE])
def test_strangers_see_none_of_it(client, second_factor_asked_for, address):
    assert client.get(address).url.startswith(SIGN_IN)


def test_the_desk_leads_to_ones_own_second_factor(member):
    assert f'href="{MANAGE}"' in page_of(member.get("/admin/desk/"))
    assert "9 recovery codes left" in page_of(member.get(MANAGE))


def test_recovery_codes_are_renewed_with_password_and_code(member, editor, phone, recovery_codes):
    done = member.post(MANAGE, {"password": PASSWORD, "code": phone.code(), "codes": "1"})

    codes = codes_in(done)
    assert len(codes) == 10
    assert member.get("/admin/desk/").status_code == 200
    assert second_factor.accepting(editor, codes[0])
    assert not second_factor.accepting(editor, recovery_codes[1])


@pytest.mark.parametrize(
    "wrong", [{"password": "Quagga-okapi-1"}, {"code": "quagga"}, {"code": ""}]
)
@pytest.mark.parametrize("button", ["codes", "app"])
def test_without_the_proof_nothing_changes(member, editor, phone, recovery_codes, wrong, button):
    fields = {"password": PASSWORD, "code": phone.code(), button: "1"}

    refused = member.post(MANAGE, fields | wrong)

    assert codes_in(refused) == []
    assert "quagga" not in page_of(refused).lower()
    assert member.get(SET_UP).url == SIGN_IN
    assert second_factor.recovery_codes_left(editor) == 9


def test_a_new_phone_replaces_the_old_one_and_ends_every_session(member, editor, recovery_codes):
    elsewhere = Client()
    elsewhere.force_login(editor)
    fields = {"password": PASSWORD, "code": recovery_codes[1], "app": "1"}

    assert member.post(MANAGE, fields).url == SET_UP
    new_phone = Phone(secret_in(member.get(SET_UP)))
    done = member.post(SET_UP, {"code": new_phone.code(later=-1)})

    assert len(codes_in(done)) == 10
    assert not Session.objects.exists()
    assert not second_factor.accepting(editor, recovery_codes[2])
    assert second_factor.accepting(editor, new_phone.code())


def test_leaving_before_the_new_phone_is_set_up_changes_nothing(member, editor, phone):
    proof = {"password": PASSWORD, "code": phone.code(), "app": "1"}
    member.post(MANAGE, proof)
    member.get(SET_UP)

    member.post("/admin/logout/")

    assert second_factor.accepting(editor, phone.code(later=1))
