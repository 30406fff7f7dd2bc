"""Who may see and do what, as the table in docs/permissions.md says it."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from contributions.models import Post, SiteSettings
from moderation.starting_content import ensure_starting_content
from tests.factories import (
    hand_over_key,
    make_editor,
    make_moderator,
    make_staff,
    make_submission,
)
from tests.moderation.permission_table import WHO, outcome, shape, shapes_of_the_admin, table
from tests.moderation.things import make_things

pytestmark = pytest.mark.django_db
TABLE = table()
PEOPLE = {"staff": make_staff, "moderator": make_moderator, "editor": make_editor}


@pytest.fixture
def things(db):
    return make_things()


@pytest.mark.parametrize("who", WHO)
def test_everybody_sees_what_is_theirs_and_nothing_else(things, who):
    client = Client()
    if who != "nobody":
        client.force_login(PEOPLE[who]())
        hand_over_key(client)

    seen = {address: outcome(client.get(address.format(**things))) for address in TABLE}

    assert seen == {address: expected[who] for address, expected in TABLE.items()}


def test_no_address_is_missing_from_the_table():
    missing = shapes_of_the_admin() - set(map(shape, TABLE))

    assert not missing, "Give each its row in docs/permissions.md."


def test_somebody_with_an_account_who_is_not_staff_gets_no_further(client, editor):
    editor.is_staff = False
    editor.save()
    client.force_login(editor)

    assert client.get("/admin/").status_code == 302
    assert client.get("/admin/desk/").status_code == 302


def test_nobody_can_decide_without_signing_in(client):
    submission = make_submission()

    response = client.post(f"/admin/desk/{submission.pk}/", {"action": "decline", "version": "1"})

    assert response.status_code in (302, 403)
    submission.refresh_from_db()
    assert submission.state == "waiting"


def test_a_decision_needs_the_desks_own_form(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    hand_over_key(client)
    submission = make_submission()

    response = client.post(f"/admin/desk/{submission.pk}/", {"action": "preview", "version": "1"})

    assert response.status_code == 403


def test_a_moderator_can_neither_set_the_start_number_nor_write_posts(moderator_client, things):
    moderator_client.post(
        "/admin/contributions/sitesettings/1/change/", {"name": "x", "guest_blog_start": "7"}
    )
    moderator_client.post(
        f"/admin/contributions/post/{things['draft']}/change/",
        {"kind": "article", "title": "Changed", "body": "x", "_publish": "1"},
    )

    draft = Post.objects.get(pk=things["draft"])
    assert SiteSettings.current().guest_blog_start == 1
    assert (draft.title, draft.status) == ("A plain title", "draft")


def test_what_an_editor_took_from_the_moderators_stays_taken():
    group = Group.objects.get(name="Moderator")
    group.permissions.clear()

    ensure_starting_content()

    assert not group.permissions.exists()
