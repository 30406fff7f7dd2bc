"""Who may see and do what: nobody, staff without a group, a moderator, an editor."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from contributions.models import Post, SiteSettings, StandingPage
from moderation.models import DeclineReason
from moderation.starting_content import ensure_starting_content
from tests.factories import (
    hand_over_key,
    make_call_out,
    make_draft,
    make_editor,
    make_label,
    make_moderator,
    make_reply,
    make_staff,
    make_submission,
    make_watched_word,
)

pytestmark = pytest.mark.django_db
LOGIN, OK, NO = 302, 200, 403
# Leads on to another page of the desk; takes no more than forms.
ON, POST = 302, 405
# address: (nobody, staff without a group, moderator, editor)
MATRIX = {
    "/admin/": (LOGIN, OK, OK, OK),
    "/admin/desk/": (LOGIN, NO, OK, OK),
    "/admin/desk/shortcuts/": (LOGIN, NO, OK, OK),
    "/admin/desk/{submission}/": (LOGIN, NO, OK, OK),
    "/admin/desk/records/": (LOGIN, NO, OK, OK),
    "/admin/desk/records.csv": (LOGIN, NO, OK, OK),
    "/admin/desk/statistics/": (LOGIN, NO, OK, OK),
    "/admin/desk/{submission}/next/": (LOGIN, NO, ON, ON),
    "/admin/desk/{submission}/previous/": (LOGIN, NO, ON, ON),
    "/admin/desk/{submission}/claim/": (LOGIN, NO, POST, POST),
    "/admin/desk/{submission}/undo/": (LOGIN, NO, POST, POST),
    "/admin/desk/search/": (LOGIN, NO, ON, ON),
    "/admin/desk/many/": (LOGIN, NO, POST, POST),
    "/admin/desk/mine/": (LOGIN, NO, OK, OK),
    "/admin/contributions/submission/": (LOGIN, NO, OK, OK),
    "/admin/contributions/submission/{submission}/change/": (LOGIN, NO, OK, OK),
    "/admin/contributions/submission/add/": (LOGIN, NO, NO, NO),
    "/admin/contributions/submission/{submission}/delete/": (LOGIN, NO, NO, NO),
    "/admin/contributions/post/": (LOGIN, NO, OK, OK),
    "/admin/contributions/post/add/": (LOGIN, NO, NO, OK),
    "/admin/contributions/post/{draft}/change/": (LOGIN, NO, OK, OK),
    "/admin/contributions/post/{draft}/delete/": (LOGIN, NO, NO, OK),
    "/admin/contributions/post/{published}/delete/": (LOGIN, NO, NO, NO),
    "/admin/contributions/reply/": (LOGIN, NO, OK, OK),
    "/admin/contributions/reply/add/": (LOGIN, NO, NO, NO),
    "/admin/contributions/reply/{reply}/change/": (LOGIN, NO, OK, OK),
    "/admin/contributions/reply/{reply}/delete/": (LOGIN, NO, NO, NO),
    "/admin/contributions/label/": (LOGIN, NO, OK, OK),
    "/admin/contributions/label/add/": (LOGIN, NO, NO, OK),
    "/admin/contributions/label/{label}/delete/": (LOGIN, NO, NO, OK),
    "/admin/contributions/callout/": (LOGIN, NO, OK, OK),
    "/admin/contributions/callout/add/": (LOGIN, NO, NO, OK),
    "/admin/contributions/callout/{call_out}/change/": (LOGIN, NO, OK, OK),
    "/admin/contributions/watchedword/": (LOGIN, NO, OK, OK),
    "/admin/contributions/watchedword/add/": (LOGIN, NO, NO, OK),
    "/admin/contributions/watchedword/{watched_word}/change/": (LOGIN, NO, OK, OK),
    "/admin/contributions/watchedword/{watched_word}/delete/": (LOGIN, NO, NO, OK),
    "/admin/contributions/standingpage/": (LOGIN, NO, NO, OK),
    "/admin/contributions/standingpage/{standing}/change/": (LOGIN, NO, NO, OK),
    "/admin/contributions/standingpage/add/": (LOGIN, NO, NO, NO),
    "/admin/contributions/sitesettings/": (LOGIN, NO, NO, OK),
    "/admin/contributions/sitesettings/1/change/": (LOGIN, NO, NO, OK),
    "/admin/contributions/sitesettings/1/delete/": (LOGIN, NO, NO, NO),
    "/admin/contributions/sitesettings/add/": (LOGIN, NO, NO, NO),
    "/admin/moderation/declinereason/": (LOGIN, NO, OK, OK),
    "/admin/moderation/declinereason/add/": (LOGIN, NO, NO, OK),
    "/admin/moderation/declinereason/{reason}/change/": (LOGIN, NO, OK, OK),
    "/admin/auth/user/": (LOGIN, NO, NO, OK),
    "/admin/auth/user/add/": (LOGIN, NO, NO, OK),
    "/admin/auth/group/": (LOGIN, NO, NO, OK),
}


@pytest.fixture
def things(db):
    reply = make_reply()
    return {
        "submission": make_submission().pk,
        "draft": make_draft().pk,
        "published": reply.post.pk,
        "reply": reply.pk,
        "label": make_label().pk,
        "call_out": make_call_out().pk,
        "watched_word": make_watched_word().pk,
        "standing": StandingPage.objects.order_by("pk").first().pk,
        "reason": DeclineReason.objects.order_by("pk").first().pk,
    }


@pytest.mark.parametrize("who", range(4), ids=["nobody", "staff", "moderator", "editor"])
def test_everybody_sees_what_is_theirs_and_nothing_else(things, who):
    client = Client()
    if who:
        client.force_login([make_staff, make_moderator, make_editor][who - 1]())
        hand_over_key(client)

    seen = {address: client.get(address.format(**things)).status_code for address in MATRIX}

    assert seen == {address: expected[who] for address, expected in MATRIX.items()}


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
