"""The pages of complaints at the desk."""

from datetime import datetime

import pytest
from django.utils import timezone

from contributions.models import Complaint, Post
from contributions.notice_period import LONDON
from moderation import afterwards
from moderation.converting import convert_to_guest_blog, convert_to_item
from moderation.models import Decision
from tests.factories import (
    make_complaint,
    make_complaints,
    make_digest,
    make_post,
    make_reply,
)
from tests.moderation.changing import change_page
from tests.page_forms import fields_in

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 27, 16, 5, tzinfo=LONDON)


def address(complaint):
    return f"/admin/desk/complaints/{complaint.pk}/"


def press(client, complaint, action, page=None, **changed):
    """Press a button of the page that is open, or of the page as it is now."""
    fields = fields_in(page or client.get(address(complaint)), "action")
    return client.post(address(complaint), fields | {"action": action} | changed)


def test_the_desks_first_page_begins_with_complaints(editor_client):
    reply = make_reply()
    complaint = make_complaint(reply, received_at=timezone.now())

    content = editor_client.get("/admin/").content.decode()

    assert "1 complaint to answer" in content
    assert address(complaint) in content
    assert f"reply {reply.number} under" in content
    assert content.index("1 complaint to answer") < content.index('aria-label="Queues"')


def test_one_that_is_overdue_says_so_in_words(editor_client):
    make_complaint(received_at=FRIDAY.replace(year=2025))

    assert "Overdue since" in editor_client.get("/admin/").content.decode()


def test_without_a_complaint_nothing_is_said_of_any(editor_client):
    assert "to answer" not in editor_client.get("/admin/").content.decode()


def test_the_page_shows_what_it_says_what_it_is_about_and_the_clock(editor_client):
    post = make_post(title="On parking", body="<p>Words on parking.</p>")
    complaint = make_complaint(post, says="It is <b>me</b>.", received_at=timezone.now())

    content = editor_client.get(address(complaint)).content.decode()

    assert "It is &lt;b&gt;me&lt;/b&gt;." in content
    assert post.get_absolute_url() in content
    assert "Words on parking." in content
    assert "Answer by" in content
    assert "It still reads as whoever complained saw it (version 1)" in content


def test_the_page_says_when_what_it_is_about_was_changed_since(editor_client):
    complaint = make_complaint(make_post())
    Post.objects.update(revision=3)

    content = editor_client.get(address(complaint)).content.decode()

    assert "saw version 1, and it is now version 3" in content


@pytest.mark.parametrize("kind", ["identifies", "defamation", "legal", "other"])
def test_each_kind_comes_with_what_to_do(editor_client, kind):
    content = editor_client.get(address(make_complaint(kind=kind))).content.decode()

    assert "Then say here what was done." in content


def test_the_editor_takes_down_answers_closes_and_takes_up_again(editor_client):
    reply = make_reply()
    complaint = make_complaint(reply)

    for action in ("take_down", "answer", "close", "reopen"):
        response = press(editor_client, complaint, action, outcome="taken-down")
        assert response.status_code == 302

    reply.refresh_from_db()
    complaint.refresh_from_db()
    assert reply.is_retracted
    assert (complaint.state, complaint.version) == ("open", 5)
    assert [d.what for d in Decision.objects.in_order()] == [
        "retract",
        "complaint_handled",
        "complaint_closed",
        "complaint_reopened",
    ]
    content = editor_client.get(address(complaint)).content.decode()
    assert "complaint dealt with (taken down)" in content


@pytest.mark.parametrize("action", ["answer", "close"])
def test_what_was_done_has_to_be_said(editor_client, action):
    complaint = make_complaint()

    response = press(editor_client, complaint, action)

    assert response.status_code == 422
    assert "Choose what was done." in response.content.decode()
    assert Complaint.objects.get().state == "open"


def test_of_two_editors_the_second_is_told(editor_client):
    complaint = make_complaint(make_post())
    page = editor_client.get(address(complaint))
    press(editor_client, complaint, "answer", outcome="left")

    response = press(editor_client, complaint, "take_down", page)

    assert response.status_code == 409
    assert "somebody has changed this since you opened it" in response.content.decode()
    assert Post.objects.get().is_published
    assert "answered" in response.content.decode()


def test_what_is_no_longer_public_is_not_taken_down_twice(editor_client):
    post = make_post()
    complaint = make_complaint(post)
    page = editor_client.get(address(complaint))
    post.retract()

    response = press(editor_client, complaint, "take_down", page)

    assert response.status_code == 409
    assert not Decision.objects.exists()


@pytest.mark.parametrize("what", ["guest blog", "account"])
def test_a_reply_that_became_something_else_is_taken_down_there(editor, editor_client, what):
    reply = make_reply(body="<p>Words of the reply.</p>")
    complaint = make_complaint(reply)
    if what == "account":
        became = convert_to_item(reply, make_digest("<p>One.</p>"), by=editor)
    else:
        became = convert_to_guest_blog(reply, "On its own", by=editor)

    content = editor_client.get(address(complaint)).content.decode()
    press(editor_client, complaint, "take_down")

    became.refresh_from_db()
    assert f'<a href="{became.get_absolute_url()}">{became.heading}</a>' in content
    assert f"which was {reply.heading}" in content
    assert "It still reads as whoever complained saw it" in content
    assert "Words of the reply." in content
    assert change_page(became) in content
    assert became.is_retracted
    assert "retracted now" in editor_client.get(address(complaint)).content.decode()


def test_what_was_changed_where_it_has_moved_to_is_said_to_be(editor, editor_client):
    reply = make_reply()
    afterwards.amend(reply, 1, by=editor, body="<p>Second.</p>")
    complaint = make_complaint(reply)
    became = convert_to_guest_blog(reply, "On its own", by=editor)
    afterwards.amend(became, 2, by=editor, body="<p>Third.</p>")

    content = editor_client.get(address(complaint)).content.decode()

    assert "saw version 2, and it is now version 3" in content


@pytest.mark.parametrize("action", ["", "nonsense", "take_down"])
def test_a_step_that_there_is_not_does_nothing(editor_client, action):
    complaint = make_complaint()

    response = press(editor_client, complaint, action)

    assert response.status_code == 409
    assert not Decision.objects.exists()


@pytest.mark.parametrize("version", ["", "x", "9" * 40])
def test_a_version_that_is_none_does_nothing(editor_client, version):
    complaint = make_complaint()

    response = press(editor_client, complaint, "close", outcome="left", version=version)

    assert response.status_code in (409, 422)
    assert Complaint.objects.get().state == "open"


def test_a_moderator_may_take_down_a_reply_and_not_a_post(moderator_client):
    about_post, about_reply = make_complaint(make_post()), make_complaint(make_reply())

    page = moderator_client.get(address(about_post)).content.decode()
    refused = press(moderator_client, about_post, "take_down")
    done = press(moderator_client, about_reply, "take_down")

    assert "Ask an editor to take it down" in page
    assert refused.status_code == 409
    assert done.status_code == 302
    about_post.post.refresh_from_db()
    assert about_post.post.is_published


def test_one_whose_words_are_gone_says_so_and_offers_nothing(editor_client):
    complaint = make_complaint(state="closed", settled_on=FRIDAY.date(), answered_at=FRIDAY)
    Complaint.objects.update(sealed=None)

    content = editor_client.get(address(complaint)).content.decode()

    assert "What it said has been deleted." in content
    assert 'name="action"' not in content


def test_one_sealed_to_a_lost_key_says_so_and_can_be_closed(editor_client):
    complaint = make_complaints(1, about=make_post())[0]

    content = editor_client.get(address(complaint)).content.decode()

    assert "sealed to a key that was lost" in content
    assert press(editor_client, complaint, "close", outcome="nothing").status_code == 302


@pytest.mark.parametrize("state", ["open", "answered", "closed"])
def test_the_list_shows_those_of_a_state(editor_client, state):
    shown = make_complaint(state=state, settled_on=FRIDAY.date(), answered_at=FRIDAY)
    others = [make_complaint(state=other, settled_on=FRIDAY.date()) for other in OTHERS[state]]

    content = editor_client.get(f"/admin/desk/complaints/?state={state}").content.decode()

    assert address(shown) in content
    assert not any(address(other) in content for other in others)


OTHERS = {
    "open": ["answered", "closed"],
    "answered": ["open", "closed"],
    "closed": ["open", "answered"],
}


@pytest.mark.parametrize("page", ["0", "x", "999", ""])
def test_any_page_of_the_list_is_some_page(editor_client, page):
    response = editor_client.get(f"/admin/desk/complaints/?state=nonsense&page={page}")

    assert response.status_code == 200


@pytest.mark.parametrize("place", ["/admin/", "/admin/desk/complaints/?state=open"])
def test_queries_stay_flat_as_complaints_grow(editor_client, django_assert_max_num_queries, place):
    post = make_post()
    make_complaints(2, about=post)
    with django_assert_max_num_queries(60) as few:
        editor_client.get(place)
    make_complaints(15, about=post)

    with django_assert_max_num_queries(len(few)):
        editor_client.get(place)


def test_a_complaint_that_is_not_there_is_not_found(editor_client):
    gone = make_complaint()
    Complaint.objects.all().delete()

    assert editor_client.get(address(gone)).status_code == 404


def test_a_notice_of_complaint_comes_with_the_steps_of_the_law(editor_client):
    complaint = make_complaint(make_post(), kind="defamation")

    page = editor_client.get(address(complaint)).content.decode()
    steps = page.partition('<ol class="steps">')[2].partition("</ol>")[0]

    for step in ("notice is not complete", "take the statement down", "has come", "ask a lawyer"):
        assert step in steps
