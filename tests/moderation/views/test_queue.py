"""The desk's first page."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from contributions.models import ApprovedCopy, Submission
from tests.factories import (
    make_call_out,
    make_post,
    make_reply,
    make_settled_submission,
    make_submission,
    make_submissions,
)
from tests.moderation.approving import approve

pytestmark = pytest.mark.django_db


def read(client, address="/admin/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words(content):
    """Return what a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", content).split())


@pytest.fixture
def mixed(db):
    make_submission(title="Second", received_on=date(2026, 3, 2))
    make_submission(title="First", received_on=date(2026, 3, 1), kind="reply")
    make_submission(title="Note", received_on=date(2026, 3, 3), kind="confidential")
    make_submission(title="Put aside", state="held", held_until=date(2030, 1, 1))
    make_submission(title="Refused", state="declined")


def test_what_waits_is_on_the_admins_first_page_oldest_first(editor_client, mixed):
    content = read(editor_client)

    assert content.index(">First<") < content.index(">Second<") < content.index(">Note<")
    assert "Put aside" not in content
    assert "Refused" not in content


def test_the_kinds_are_counted_and_can_be_looked_at_alone(editor_client, mixed):
    content = read(editor_client)
    replies = read(editor_client, "/admin/desk/?kind=reply")

    for kind in ("Guest blogs?", "Repl(y|ies)", "Confidential notes?"):
        assert re.search(rf"{kind} 1\b", words(content))
    assert ">First<" in replies
    assert ">Second<" not in replies


def test_what_is_held_and_the_bin_have_views_of_their_own(editor_client, mixed):
    held, declined = (read(editor_client, f"/admin/desk/?view={v}") for v in ("held", "declined"))

    assert "Put aside" in held
    assert "1 Jan 2030" in held
    assert "Refused" in declined
    assert ">First<" not in held + declined


def test_each_view_tells_how_many_it_has(editor_client, mixed):
    make_submission(state="asked", asked_on=date(2026, 3, 2))
    make_settled_submission("published", wanted_back_on=date(2026, 3, 9))

    said = words(read(editor_client))

    assert "Waiting 3 Held 1 Asked 1 Approved 0 Confidential 1 Bin 1 Wanted back 1" in said


def test_what_was_approved_is_listed_as_it_goes_out(editor, editor_client):
    for title, hour in (("Later", 17), ("Sooner", 12)):
        copy = approve(make_submission(title=title), editor, title=title)
        ApprovedCopy.objects.filter(pk=copy.pk).update(
            due_at=datetime(2026, 7, 6, hour, tzinfo=UTC)
        )

    content = read(editor_client, "/admin/desk/?view=approved")

    assert content.index(">Sooner<") < content.index(">Later<")
    assert "goes out Mon 6 Jul, 13:00" in content


def test_one_that_is_asked_about_tells_since_when(editor_client):
    make_submission(state="asked", asked_on=date(2026, 3, 2))

    assert "asked on 2 Mar" in read(editor_client, "/admin/desk/?view=asked")


def test_a_week_before_words_go_for_good_the_desk_says_so_and_shows_which(editor_client):
    for days, title in ((24, "Goes soon"), (25, "Goes sooner"), (3, "Stays")):
        submission = make_submission(title=title, state="declined")
        Submission.objects.filter(pk=submission.pk).update(
            settled_on=timezone.localdate() - timedelta(days=days)
        )

    first = read(editor_client)
    going = read(editor_client, "/admin/desk/?view=going")

    assert "2 texts in the bin go for good within a week." in words(first)
    assert 'href="/admin/desk/?view=going"' in first
    assert going.index(">Goes sooner<") < going.index(">Goes soon<")
    assert ">Stays<" not in going
    on = timezone.localdate() + timedelta(days=6)
    assert f"declined, goes for good on {on:%-d %b}" in going


def test_the_bin_keeps_what_was_closed_and_drops_what_was_purged(editor_client):
    make_submission(title="Closed note", kind="confidential", state="closed")
    make_settled_submission("declined", received_on=date(2020, 1, 1))

    content = read(editor_client, "/admin/desk/?view=declined")

    assert "Closed note" in content
    assert "1 Jan" not in content
    assert "Bin 1" in words(content)


def test_a_row_tells_day_length_findings_and_target(editor_client):
    reply = make_reply(post=make_post(title="On parking"))
    make_submission(
        kind="reply",
        text="Ring Karen Wray on 07700 900123 now please.",
        received_on=date(2026, 3, 2),
        target_reply=reply,
        target_post=reply.post,
    )
    make_submission(call_out=make_call_out(title="On workloads"))

    content = read(editor_client)

    assert "Reply 1 under “On parking” 6 2" in words(content)
    assert "Call-out: On workloads" in words(content)


def test_a_contributors_title_is_shown_as_words(editor_client):
    make_submission(title="<script>alert(1)</script>")

    assert "&lt;script&gt;alert(1)" in read(editor_client)


def test_an_empty_queue_says_so(editor_client):
    assert "Nothing here." in read(editor_client)


@pytest.mark.parametrize(
    "query", ["?view=nothing", "?kind=poem", "?page=x", "?page=-1", "?page=99"]
)
def test_a_query_that_makes_no_sense_is_answered_calmly(editor_client, mixed, query):
    assert ">First<" in read(editor_client, f"/admin/desk/{query}")


def test_every_waiting_submission_is_on_one_page_and_one_only(editor_client):
    make_submissions(120)

    met = [
        link
        for number in (1, 2, 3)
        for link in read(editor_client, f"/admin/desk/?page={number}").split('href="/admin/desk/')
        if link[8:9] == "-"
    ]

    assert len({link[:36] for link in met}) == len(met) == 120


def test_the_queue_needs_the_same_queries_with_thirty_and_with_three_thousand(
    editor_client, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("moderation.middleware._minute", lambda: 1)
    read(editor_client, "/admin/desk/")  # Each minute's first page also notes the session.
    reply = make_reply()
    counts = []
    for how_many in (30, 2_970):
        make_submissions(how_many, kind="reply", target_reply=reply, target_post=reply.post)
        with django_assert_max_num_queries(19) as captured:
            read(editor_client)
        counts.append(len(captured))

    assert Submission.objects.awaiting_review().count() == 3_000
    assert counts[0] == counts[1]
