"""Members in the admin: a lost phone can be taken away, and no secret can be read."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from moderation import second_factor
from tests.factories import PASSWORD, give_key, make_editor
from tests.moderation.conftest import KEY
from tests.page_forms import forms_in
from tests.phone import Phone


@pytest.fixture
def manager(recovery_codes):
    """The browser of another editor, signed in with a second factor."""
    user = give_key(make_editor())
    codes = second_factor.set_up(user, "56" * 20, Phone("56" * 20).code())
    client = Client()
    fields = {"username": user.username, "password": PASSWORD, "code": codes[0]}
    client.post("/admin/login/", fields)
    client.user = user
    return client


def page_of(client, user):
    return client.get(f"/admin/auth/user/{user.pk}/change/")


def fields_of(page):
    (form,) = [form for form in forms_in(page) if "totpdevice_set-TOTAL_FORMS" in form["fields"]]
    # Times that are shown are not sent, and a page's empty row is not either.
    return {name: value for name, value in form["fields"].items() if "__prefix__" not in name}


def test_an_editor_sees_that_there_is_an_app_and_none_of_its_secret(manager, editor):
    page = page_of(manager, editor).content.decode()

    secrets = [KEY, second_factor.spelt_out(KEY), second_factor.spelt_out(KEY).replace(" ", "")]
    secrets += StaticToken.objects.values_list("token", flat=True)
    assert "Second factor" in page
    assert not any(secret.lower() in page.lower() for secret in secrets)


def test_an_editor_can_take_a_lost_phone_away(manager, editor):
    theirs = Client()
    theirs.force_login(editor)
    fields = fields_of(page_of(manager, editor)) | {"totpdevice_set-0-DELETE": "on"}

    response = manager.post(f"/admin/auth/user/{editor.pk}/change/", fields)

    assert response.status_code == 302
    assert second_factor.app_of(editor) is None
    assert second_factor.recovery_codes_left(editor) == 0
    assert Session.objects.count() == 1
    assert manager.get("/admin/desk/").status_code == 200
    again = Client().post("/admin/login/", {"username": editor.username, "password": PASSWORD})
    assert again.url == "/admin/second-factor/set-up/"


def test_saving_a_member_leaves_the_app_alone(manager, editor):
    changed = fields_of(page_of(manager, editor)) | {"totpdevice_set-0-key": "78" * 20}

    manager.post(f"/admin/auth/user/{editor.pk}/change/", changed)

    assert second_factor.app_of(editor).key == KEY
    assert second_factor.recovery_codes_left(editor) == 10


def test_ones_own_app_goes_by_the_page_that_asks_for_proof(manager):
    fields = fields_of(page_of(manager, manager.user)) | {"totpdevice_set-0-DELETE": "on"}

    manager.post(f"/admin/auth/user/{manager.user.pk}/change/", fields)

    assert second_factor.app_of(manager.user)


def test_no_page_of_the_admin_is_made_of_secrets(manager):
    of_django_otp = {
        model for model in apps.get_models() if model.__module__.startswith("django_otp")
    }
    device = TOTPDevice.objects.first()
    paths = ["", f"{device.pk}/change/", f"{device.pk}/config/", f"{device.pk}/qrcode/"]

    assert len(of_django_otp) == 3
    assert not of_django_otp & set(admin.site._registry)
    for path in paths:
        assert manager.get(f"/admin/otp_totp/totpdevice/{path}").status_code == 404


def test_the_last_way_in_is_a_command_on_the_server(editor, recovery_codes, capsys):
    call_command("remove_second_factor", editor.username)

    assert second_factor.app_of(editor) is None
    assert "next sign-in" in capsys.readouterr().out


@pytest.mark.django_db
def test_the_command_says_when_nobody_is_called_so():
    with pytest.raises(CommandError, match="Nobody has that username"):
        call_command("remove_second_factor", "nobody")

    assert not User.objects.exists()
