"""A new password ends the sessions of its member, and of nobody else."""

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client

from tests.factories import PASSWORD, hand_over_key, make_editor, make_moderator, the_desk

pytestmark = pytest.mark.django_db
NEW = "a new and longer sentence"


def signed_in(user):
    client = Client()
    client.force_login(user)
    hand_over_key(client)
    return client


def test_changing_ones_password_goes_on_here_and_ends_all_others(editor):
    here, elsewhere, moderator = signed_in(editor), signed_in(editor), signed_in(make_moderator())
    there = elsewhere.session.session_key

    here.post(
        "/admin/password_change/",
        {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW},
    )

    editor.refresh_from_db()
    assert editor.check_password(NEW)
    assert here.get("/admin/desk/").status_code == 200
    assert moderator.get("/admin/desk/").status_code == 200
    assert not Session.objects.filter(session_key=there).exists()
    assert Session.objects.count() == 2


def test_a_password_set_by_an_editor_ends_the_members_sessions(editor):
    here, member = signed_in(editor), make_moderator()
    theirs = signed_in(member).session.session_key

    here.post(
        f"/admin/auth/user/{member.pk}/password/",
        {"password1": NEW, "password2": NEW, "usable_password": "true"},
    )

    member.refresh_from_db()
    assert member.check_password(NEW)
    assert not Session.objects.filter(session_key=theirs).exists()
    assert here.get("/admin/desk/").status_code == 200


def test_a_password_set_on_the_server_ends_them_too(editor, monkeypatch):
    signed_in(editor)
    command = "moderation.management.commands.changepassword"
    monkeypatch.setattr(f"{command}.ask", lambda prompt: "the printed words")
    monkeypatch.setattr(f"{command}.ask_for_password", lambda name: NEW)
    monkeypatch.setattr("moderation.keyring.unlock_by_recovery", lambda typed: the_desk())

    call_command("changepassword", editor.username, verbosity=0)

    assert not Session.objects.exists()


def test_signing_in_elsewhere_or_saving_a_member_ends_nothing(editor):
    signed_in(editor)

    editor.first_name = "Jo"
    editor.save()
    make_editor()

    assert Session.objects.count() == 1
