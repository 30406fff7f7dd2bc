"""The admin beside the desk: replies, settings, and records that hold no text."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry

from contributions.models import Label, Post, Reply, SiteSettings, StandingPage, Submission
from moderation.models import Decision
from tests.factories import make_draft, make_post, make_reply, make_submission
from tests.moderation.approving import publish, publish_reply, send_out
from tests.moderation.changing import act, changed
from tests.moderation.desk import address, press
from tests.page_forms import forms_in

POSTS = "/admin/contributions/post/"
REPLIES = "/admin/contributions/reply/"


def settings_of(client):
    """Return the fields of the settings' form as they stand."""
    page = client.get("/admin/contributions/sitesettings/1/change/")
    return next(form["fields"] for form in forms_in(page) if "strapline" in form["fields"])


def status(thing):
    return type(thing).objects.get(pk=thing.pk).status


def test_retracting_a_reply_takes_it_back_and_is_on_record(editor, editor_client):
    submission = make_submission(kind="reply")
    reply = publish_reply(submission, editor, make_post(), text="Words.")

    act(editor_client, REPLIES, "retract", reply)

    assert status(reply) == "retracted"
    assert Submission.objects.get().state == "retracted"
    assert Decision.objects.order_by("pk").last().what == "retract"


def test_a_replys_words_can_be_put_right_but_not_its_place(editor_client):
    reply, other = make_reply(), make_post()

    body = "<p>Put right.</p>"
    changed(editor_client, reply, body=body, post=other.pk, number=9, spelling_only="on")

    stored = Reply.objects.get()
    assert (stored.body, stored.post, stored.number) == ("<p>Put right.</p>", reply.post, 1)


def test_a_submissions_state_is_read_only_and_its_words_are_not_shown(editor_client):
    submission = make_submission(title="Zebra", text="Quagga.")
    change = f"/admin/contributions/submission/{submission.pk}/change/"

    content = editor_client.get(change).content.decode()
    listed = editor_client.get("/admin/contributions/submission/").content.decode()
    response = editor_client.post(change, {"state": "published"})

    assert response.status_code == 403
    assert Submission.objects.get().state == "waiting"
    assert "Quagga" not in content + listed
    assert "Zebra" not in content + listed
    assert 'name="state"' not in content


def test_the_history_holds_no_word_of_a_submission(editor_client):
    page = editor_client.get(address(make_submission(text="Quagga okapi.", title="Zebra")))
    page = press(editor_client, page, "preview", title="Fine", marked="[[Quagga]] okapi.")
    press(editor_client, page, "guest_blog")
    send_out()
    act(editor_client, POSTS, "retract", Post.objects.get())

    history = str(list(LogEntry.objects.values_list())).lower()

    assert LogEntry.objects.count() >= 1
    assert not any(word in history for word in ("quagga", "okapi", "zebra"))


@pytest.mark.django_db
def test_a_submissions_name_tells_kind_and_day_only():
    submission = make_submission(
        kind="reply", text="Quagga.", title="Zebra", received_on=date(2026, 3, 2)
    )

    assert str(submission) == "Reply of 2 March 2026"
    assert "Quagga" not in repr(submission)


def test_the_settings_and_standing_pages_are_the_editors(editor_client):
    page = StandingPage.objects.get(slug="about")

    editor_client.post(
        "/admin/contributions/sitesettings/1/change/",
        settings_of(editor_client)
        | {"name": "New name", "strapline": "", "guest_blog_start": "95"},
    )
    editor_client.post(
        f"/admin/contributions/standingpage/{page.pk}/change/",
        {"title": "Us", "body": "<p>We are <b>us</b>.</p>"},
    )

    assert SiteSettings.current().guest_blog_start == 95
    assert "New name" in editor_client.get("/").content.decode()
    assert "<p>We are <b>us</b>.</p>" in editor_client.get("/about/").content.decode()


def test_labels_are_made_and_given(editor_client):
    editor_client.post("/admin/contributions/label/add/", {"name": "Pay", "slug": "pay"})

    changed(
        editor_client, make_draft(), title="My article", labels=Label.objects.get().pk, _publish="1"
    )

    assert "My article" in editor_client.get("/labels/pay/").content.decode()


@pytest.mark.parametrize("query", ["?q=words", "?q=<script>&status__exact=published", "?q=%00"])
def test_the_list_of_posts_can_be_searched(editor_client, query):
    make_post(body="<p>words</p>")

    assert editor_client.get(POSTS + query).status_code in (200, 302)


def test_every_list_of_the_admin_opens(editor, editor_client):
    publish(make_submission(), editor)
    make_reply()
    models = ["callout", "label", "post", "reply", "sitesettings", "standingpage", "submission"]
    addresses = [f"/admin/contributions/{model}/" for model in models]
    addresses.append("/admin/moderation/declinereason/")

    seen = {address: editor_client.get(address).status_code for address in addresses}

    assert set(seen.values()) == {200}
