"""The queue narrowed down, its order, and what it shows of what is sealed."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import sealing
from contributions.models import Submission
from tests.factories import (
    make_call_out,
    make_post,
    make_reply,
    make_submission,
    make_submissions,
    the_desk,
    words_of,
)
from tests.moderation.test_triage import URGENT
from tests.moderation.views.test_queue import read, words

pytestmark = pytest.mark.django_db
SUICIDE = "A colleague took her own life in May and nobody spoke of it."


def titles(client, query=""):
    """Return the titles listed, in order."""
    page = read(client, f"/admin/desk/{query}")
    return [part.partition(">")[2].partition("<")[0] for part in page.split('<a id="at-')[1:]]


def seal_as_before_flags(submission):
    """Seal its summary without a look for flags, as the site once did."""
    key = submission.wrapped_key.opened_by(the_desk())
    summary = replace(words_of(submission).summary, level=None, flags=[])
    Submission.objects.filter(pk=submission.pk).update(
        sealed_summary=sealing.seal(key, summary.content, f"submission {submission.pk} summary")
    )


def test_urgent_ones_are_on_top_and_the_rest_oldest_first(editor_client):
    make_submission(title="Newer", received_on=date(2026, 3, 2))
    make_submission(title="Older", received_on=date(2026, 3, 1))
    make_submission(text=URGENT, kind="reply", received_on=date(2026, 3, 3))

    page = words(read(editor_client))

    assert titles(editor_client) == ["Reply", "Older", "Newer"]
    assert "Urgent" in page
    assert "Somebody may be in danger" in page


def test_a_flag_is_shown_and_can_be_filtered_by(editor_client):
    make_submission(title="Sad", text=SUICIDE)
    make_submission(title="Plain")

    assert "Suicide or self-harm" in words(read(editor_client))
    assert len(titles(editor_client, "?flag=suicide")) == 1
    assert titles(editor_client, "?flag=spent") == []
    assert "Nothing here of that sort." in read(editor_client, "/admin/desk/?flag=spent")


def test_what_may_distress_is_covered_until_opened(editor_client):
    make_submission(title="The last day of our colleague", text=SUICIDE)

    page = read(editor_client)

    before, cover, after = page.partition('<details class="cover">')
    assert "<summary>May be distressing: Suicide or self-harm</summary>" in cover + after
    assert "The last day" not in before
    assert "The last day" in after.partition("</details>")[0]
    assert titles(editor_client) == ["Guest blog"]


def test_a_text_without_a_title_shows_its_first_words(editor_client):
    make_submission(text="Nobody asked us.\n\nNobody ever does.", kind="reply")

    assert titles(editor_client) == ["Nobody asked us. Nobody ever does."]


def test_filters_work_together_and_one_by_one(editor_client):
    post, call_out = make_post(title="On parking"), make_call_out(title="On workloads")
    reply = make_reply(post=post)
    to_reply = {"kind": "reply", "target_post": post, "target_reply": reply}
    make_submission(title="To a reply", **to_reply)
    make_submission(title="To the post", kind="reply", target_post=post)
    make_submission(title="To another", kind="reply", target_post=make_post())
    make_submission(title="Called", call_out=call_out)
    make_submission(title="To a reply, held", state="held", **to_reply)

    assert set(titles(editor_client, f"?post={post.pk}")) == {"To a reply", "To the post"}
    assert titles(editor_client, f"?call_out={call_out.pk}") == ["Called"]
    assert titles(editor_client, f"?view=held&kind=reply&post={post.pk}") == ["To a reply, held"]
    assert titles(editor_client, f"?kind=guest_blog&post={post.pk}") == []


@pytest.mark.parametrize("query", ["?post=x", "?post=1;2", "?call_out=-1", "?flag=words+of+a+text"])
def test_a_filter_that_makes_no_sense_filters_nothing(editor_client, query):
    make_submission(title="Here")

    assert titles(editor_client, query) == ["Here"]


def test_confidential_notes_have_a_view_of_their_own_and_wait_with_the_rest(editor_client):
    make_submission(title="Waits", kind="confidential")
    make_submission(title="Held", kind="confidential", state="held")
    make_submission(title="Closed", kind="confidential", state="closed")
    make_submission(title="Guest blog")

    assert set(titles(editor_client, "?view=confidential")) == {"Waits", "Held"}
    assert "Confidential 2" in words(read(editor_client))
    assert "Waits" in titles(editor_client)


def test_addresses_stay_short_and_carry_the_filters_along(editor_client):
    submission = make_submission(kind="reply", title="Secret words")

    plain, narrowed = (read(editor_client, f"/admin/desk/{q}") for q in ("", "?kind=reply&flag="))

    assert f'href="/admin/desk/{submission.pk}/"' in plain
    assert f'href="/admin/desk/{submission.pk}/?kind=reply"' in narrowed


def test_beyond_what_can_be_opened_at_once_it_is_oldest_first_and_says_so(
    editor_client, monkeypatch
):
    monkeypatch.setattr("moderation.queueing.AT_ONCE", 2)
    monkeypatch.setattr("moderation.views.queue.AT_ONCE", 2)
    for day, text in ((1, "First."), (2, "Second."), (3, URGENT)):
        make_submission(text=text, received_on=date(2026, 3, day))

    said = words(read(editor_client))
    flagged = words(read(editor_client, "/admin/desk/?flag=safeguard"))

    assert titles(editor_client) == ["First.", "Second.", "Guest blog"]
    assert "More than 2 are here, so they are shown oldest first and urgent ones are not" in said
    assert "the flag was looked for among the oldest 2 only" in flagged


def test_what_came_before_flags_were_sealed_is_opened_whole(editor_client):
    make_submission(title="Plain", received_on=date(2026, 3, 1))
    older = make_submission(text=URGENT, received_on=date(2026, 3, 2))
    seal_as_before_flags(older)

    assert titles(editor_client) == ["Guest blog", "Plain"]


def test_all_on_a_page_can_be_chosen_without_a_script(editor_client):
    make_submissions(3)

    assert " checked>" not in read(editor_client)
    assert read(editor_client, "/admin/desk/?page=1&all").count(" checked>") == 3


@pytest.mark.parametrize("query", ["", "?flag=suicide", "?kind=reply&post=1", "?view=declined"])
def test_every_view_needs_the_same_queries_however_much_there_is(
    editor_client, django_assert_max_num_queries, monkeypatch, query
):
    monkeypatch.setattr("moderation.middleware._minute", lambda: 1)
    make_reply(post=make_post())
    make_submissions(2)
    read(editor_client, f"/admin/desk/{query}")
    counts = []
    for how_many in (60, 440):
        make_submissions(how_many, kind="reply")
        make_submissions(how_many, state="declined", settled_on=date.today())  # noqa: DTZ011
        with django_assert_max_num_queries(19) as captured:
            read(editor_client, f"/admin/desk/{query}")
        counts.append(len(captured))

    assert counts[0] == counts[1]
