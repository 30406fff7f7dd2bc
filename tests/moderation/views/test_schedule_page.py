"""The schedule page: what goes out when, moved, published, taken back; and the stop switch."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contributions.models import ApprovedCopy, Post, SiteSettings, Submission
from moderation import claims, deciding, stopping
from moderation.models import Claim, Decision
from tests.factories import (
    make_digest_draft,
    make_draft,
    make_editor,
    make_post,
    make_reply,
    make_submission,
)
from tests.moderation.approving import approve, approve_reply, make_due, publish_due
from tests.page_forms import forms_in

pytestmark = pytest.mark.django_db
SCHEDULE = "/admin/desk/schedule/"
SWITCH = "/admin/desk/publication/"


@pytest.fixture
def copy(editor):
    return approve(make_submission(text="Words."), editor, title="The first one")


def tomorrow(hour=12):
    return timezone.localdate() + timedelta(days=1), f"{hour:02}:00"


def form_of(client, entry):
    """Return (address, fields) of an entry's form on the schedule."""
    kind = "drafts/" if isinstance(entry, Post) else ""
    address = f"{SCHEDULE}{kind}{entry.pk}/"
    fields = [f["fields"] for f in forms_in(client.get(SCHEDULE)) if "seen" in f["fields"]]
    (found,) = fields
    return address, found


def press(client, entry, action, **changed):
    address, fields = form_of(client, entry)
    return client.post(address, fields | {"action": action} | changed)


def said(response):
    return " ".join(response.content.decode().split())


def test_what_is_approved_stands_under_its_time_with_its_title(editor_client, copy):
    local = timezone.localtime(copy.due_at)

    content = said(editor_client.get(SCHEDULE))

    assert f"{local:%A} {local.day} {local:%B, %H:%M}" in content
    assert content.index(f"{local:%H:%M}</h2>") < content.index("The first one")


def test_a_reply_is_told_by_its_first_words_and_its_place(editor, editor_client):
    parent = make_reply()
    submission = make_submission(kind="reply")
    approve_reply(submission, editor, parent.post, parent)

    content = said(editor_client.get(SCHEDULE))

    assert "A [detail] reply." in content
    assert f"Reply to reply 1 under “{parent.post.title}”" in content


def test_moved_it_goes_out_at_the_time_that_clocks_in_london_show(editor, editor_client, copy):
    day, clock = tomorrow(9)

    press(editor_client, copy, "move", day=day.isoformat(), clock=clock)

    due = timezone.localtime(ApprovedCopy.objects.get().due_at)
    record = Decision.objects.order_by("pk").last()
    assert (due.date(), f"{due:%H:%M:%S}") == (day, "09:00:00")
    assert (record.what, record.by, record.version) == ("reschedule", editor, 2)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"day": "2020-01-01", "clock": "12:00"}, "Choose a time to come."),
        ({"day": "2150-01-01", "clock": "12:00"}, "Choose a day within 60 days."),
        ({"day": "", "clock": ""}, "Choose the day and the time."),
        ({"day": "", "clock": "12:00"}, "Give the day as well."),
        ({"day": "2150-01-01", "clock": ""}, "Give the time of day as well."),
        ({"day": "soon", "clock": "noon"}, "Enter a valid date."),
        ({"seen": "x"}, "Enter a whole number."),
    ],
)
def test_a_time_that_cannot_be_is_refused_and_given_back(editor_client, copy, changed, sentence):
    answer = press(editor_client, copy, "move", **changed)

    assert answer.status_code == 422
    assert sentence in said(answer)
    assert "<details open>" in said(answer)
    assert ApprovedCopy.objects.get().due_at == copy.due_at


def test_without_a_button_nothing_is_done(editor_client, copy):
    answer = press(editor_client, copy, "")

    assert (answer.status_code, Decision.objects.count()) == (422, 1)


def test_published_now_it_is_public_and_on_record_with_the_reason(editor_client, copy):
    press(editor_client, copy, "now", reason="urgent")

    assert Post.objects.get().is_published
    assert Decision.objects.order_by("pk").last().reason == "urgent"


def test_nothing_is_published_now_without_a_reason(editor_client, copy):
    answer = press(editor_client, copy, "now")

    assert answer.status_code == 422
    assert "Choose why it cannot wait." in said(answer)
    assert not Post.objects.exists()


def test_taken_back_it_waits_again(editor_client, copy):
    press(editor_client, copy, "take_back")

    assert Submission.objects.get().state == "waiting"
    assert not ApprovedCopy.objects.exists()


def test_of_two_editors_the_second_hears_of_the_first(editor, editor_client, copy):
    address, fields = form_of(editor_client, copy)
    moved = timezone.now() + timedelta(days=3)
    deciding.reschedule(copy.submission, 2, by=editor, due_at=moved)

    answer = editor_client.post(address, fields | {"action": "take_back"})

    assert answer.status_code == 409
    assert "somebody has given this another time" in said(answer)
    assert ApprovedCopy.objects.get().due_at == moved


@pytest.mark.parametrize("action", ["move", "now", "take_back"])
def test_what_another_has_in_hand_is_left_alone(editor_client, copy, action):
    claims.take(copy.submission, make_editor())

    answer = press(editor_client, copy, action, reason="urgent")

    assert answer.status_code == 409
    assert "has it in hand until" in said(answer)
    assert ApprovedCopy.objects.get().due_at == copy.due_at
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("action", ["move", "now", "take_back"])
def test_nobody_keeps_it_in_hand_after_that(editor_client, copy, action):
    press(editor_client, copy, action, reason="urgent")

    assert not Claim.objects.live().exists()


def test_what_has_gone_out_meanwhile_is_no_longer_there(editor_client, copy):
    address, fields = form_of(editor_client, copy)
    make_due()
    publish_due()

    answer = editor_client.post(address, fields | {"action": "take_back"})

    assert answer.status_code == 409
    assert "This is no longer on the schedule" in said(answer)
    assert Post.objects.get().is_published


def test_what_the_server_cannot_open_says_so_and_can_be_taken_back(editor_client, copy, settings):
    settings.PUBLICATION_KEY = "another"

    content = said(editor_client.get(SCHEDULE))
    refused = press(editor_client, copy, "now", reason="other")
    press(editor_client, copy, "take_back")

    assert "This cannot be opened" in content
    assert refused.status_code == 409
    assert Submission.objects.get().state == "waiting"


def test_no_message_holds_a_word_of_what_waits(editor_client, copy):
    """Messages lie in a cookie or in the session, where nothing unpublished belongs."""
    answer = press(editor_client, copy, "take_back")

    kept = str(answer.cookies) + str(dict(editor_client.session))
    assert "first one" not in kept


@pytest.mark.parametrize("make", [make_draft, make_digest_draft])
def test_a_draft_of_the_editors_is_moved_and_taken_back(editor, editor_client, make):
    draft = make(title="My own")
    draft.schedule(timezone.now().replace(microsecond=0) + timedelta(days=1))
    day, clock = tomorrow(9)

    press(editor_client, draft, "move", day=day.isoformat(), clock=clock)
    moved = timezone.localtime(Post.objects.get().due_at)
    press(editor_client, draft, "take_back")

    assert (moved.date(), f"{moved:%H:%M}") == (day, clock)
    assert Post.objects.get().due_at is None
    assert list(Decision.objects.order_by("pk").values_list("what", "post")) == [
        ("reschedule", draft.pk),
        ("undo", draft.pk),
    ]


@pytest.mark.parametrize("action", ["take_back", "now"])
def test_a_draft_that_got_another_time_meanwhile_is_left_alone(editor_client, action):
    draft = make_draft()
    draft.schedule(timezone.now().replace(microsecond=0) + timedelta(days=1))
    address, fields = form_of(editor_client, draft)
    other = timezone.now().replace(microsecond=0) + timedelta(days=2)
    draft.schedule(other)

    answer = editor_client.post(address, fields | {"action": action, "reason": "urgent"})

    assert answer.status_code == 409
    assert "somebody has given this another time" in said(answer)
    assert (Post.objects.get().due_at, Post.objects.get().status) == (other, "draft")


def test_a_draft_is_published_now(editor_client):
    draft = make_draft()
    draft.schedule(timezone.now().replace(microsecond=0) + timedelta(days=1))

    press(editor_client, draft, "now", reason="timeless")

    assert Post.objects.get().is_published


def test_a_moderator_moves_submissions_and_no_articles(moderator_client, copy):
    draft = make_draft(title="My own")
    draft.schedule(timezone.now().replace(microsecond=0) + timedelta(days=1))
    day, clock = tomorrow(9)

    press(moderator_client, copy, "move", day=day.isoformat(), clock=clock)
    seen = {"seen": int(draft.due_at.timestamp()), "action": "take_back"}
    answer = moderator_client.post(f"{SCHEDULE}drafts/{draft.pk}/", seen)

    assert ApprovedCopy.objects.get().due_at != copy.due_at
    assert answer.status_code == 403
    assert Post.objects.get().due_at


def test_the_schedule_asks_as_little_for_many_as_for_few(editor, editor_client):
    def count():
        with CaptureQueriesContext(connection) as seen:
            editor_client.get(SCHEDULE)
        return len(seen)

    post = make_post()
    approve(make_submission(), editor)
    approve_reply(make_submission(kind="reply"), editor, post)
    editor_client.get(SCHEDULE)
    few = count()
    for _ in range(10):
        approve(make_submission(), editor)
        approve_reply(make_submission(kind="reply"), editor, make_post())

    assert count() == few


def test_stopping_asks_why_and_is_on_record(editor, editor_client):
    asked = editor_client.get(SWITCH)
    without = editor_client.post(SWITCH, {"reason": ""})
    before = SiteSettings.current().publication_stopped
    editor_client.post(SWITCH, {"reason": "legal"})

    record = Decision.objects.get()
    assert "Stop all publication" in said(asked)
    assert (without.status_code, before) == (422, False)
    assert SiteSettings.current().publication_stopped
    assert (record.what, record.reason, record.by) == ("stop", "legal", editor)


def test_while_stopped_every_page_of_the_desk_says_so(editor, editor_client, client):
    stopping.stop(by=editor, reason="away")

    for address in ("/admin/", SCHEDULE, "/admin/contributions/post/"):
        assert "All publication is stopped, since" in said(editor_client.get(address))
    assert "is stopped" not in said(client.get("/"))


def test_going_on_is_confirmed_and_on_record(editor, editor_client, copy):
    stopping.stop(by=editor, reason="away")
    make_due()

    asked = said(editor_client.get(SWITCH))
    editor_client.post(SWITCH, {"turn": "on"})

    assert "1 that should have gone out goes out within a minute" in asked
    assert not SiteSettings.current().publication_stopped
    assert Decision.objects.order_by("pk").last().what == "start"


def test_a_moderator_stops_publication_and_only_an_editor_lets_it_go_on(moderator_client):
    moderator_client.post(SWITCH, {"reason": "intruder"})

    stopped = said(moderator_client.get(SWITCH))
    answer = moderator_client.post(SWITCH, {"turn": "on"})

    assert answer.status_code == 403
    assert SiteSettings.current().publication_stopped
    assert "Ask an editor to let it go on" in stopped
    assert 'name="turn"' not in stopped
    assert "Let it go on…" not in stopped


def test_saving_the_settings_does_not_turn_the_switch(editor, editor_client, monkeypatch):
    """Somebody turned it while the page of settings was being saved."""
    page = editor_client.get("/admin/contributions/sitesettings/1/change/")
    fields = next(f["fields"] for f in forms_in(page) if "strapline" in f["fields"])
    before = SiteSettings.objects.get()
    stopping.stop(by=editor, reason="away")
    monkeypatch.setattr(
        "moderation.admin.site.SiteSettingsAdmin.get_object", lambda *args, **kwargs: before
    )

    editor_client.post(page.request["PATH_INFO"], fields | {"name": "Another name"})

    stored = SiteSettings.objects.get()
    assert (stored.name, stored.publication_stopped) == ("Another name", True)
