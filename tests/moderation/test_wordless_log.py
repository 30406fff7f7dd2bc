"""The admin's own log says what was done to which row, and holds no word of it."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import RequestFactory

from contributions.models import Label, Post
from moderation.admin.submissions import ReadOnlyAdmin
from moderation.admin.wordless_log import WordlessLog
from tests.factories import make_call_out, make_draft, make_label, make_post

pytestmark = pytest.mark.django_db


def logged():
    return [(entry.object_repr, entry.object_id) for entry in LogEntry.objects.order_by("pk")]


def test_a_post_that_is_added_changed_and_retracted_is_logged_by_its_number(editor_client):
    words = {"kind": "article", "title": "Quagga", "body": "<p>Okapi.</p>"}
    editor_client.post("/admin/contributions/post/add/", words | {"_publish": "1"})
    post = Post.objects.get()
    address = f"/admin/contributions/post/{post.pk}/change/"
    editor_client.post(address, {"title": "Quagga bongo", "body": "<p>Numbat.</p>"})
    chosen = {"action": "retract", "_selected_action": [post.pk]}
    editor_client.post("/admin/contributions/post/", chosen)

    assert logged() == [(f"post {post.pk}", str(post.pk))] * 4
    everything = str(list(LogEntry.objects.values())).lower()
    assert not [w for w in ("quagga", "okapi", "bongo", "numbat") if w in everything]


def test_several_that_are_deleted_at_once_are_logged_by_their_numbers(editor, rf):
    labels = [make_label("Quagga"), make_label("Okapi")]
    request = RequestFactory().post("/")
    request.user = editor

    admin.site.get_model_admin(Label).log_deletions(request, Label.objects.order_by("pk"))

    assert logged() == [(f"label {label.pk}", str(label.pk)) for label in labels]


def test_whatever_an_editor_can_write_in_the_admin_is_logged_without_words(editor, rf):
    request = rf.post("/")
    request.user = editor
    rows = [make_draft(title="Quagga"), make_post(title="Quagga"), make_call_out(title="Quagga")]

    for row in rows:
        model_admin = admin.site.get_model_admin(type(row))
        model_admin.log_addition(request, row, [{"added": {}}])
        model_admin.log_change(request, row, [{"changed": {"fields": ["title"]}}])

    assert len(logged()) == 6
    assert "Quagga" not in str(logged())


def test_no_admin_of_ours_is_forgotten():
    ours = {
        model.__name__: model_admin
        for model, model_admin in admin.site._registry.items()
        if model._meta.app_label in ("contributions", "moderation")
    }

    named = [
        name
        for name, model_admin in ours.items()
        if not isinstance(model_admin, WordlessLog | ReadOnlyAdmin)
    ]

    assert len(ours) >= 7
    assert named == []
