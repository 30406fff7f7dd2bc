"""Decisions: every other way to decide, and what is on record of it."""

from datetime import date

import pytest

from contributions.lifecycle import IllegalMove
from contributions.models import Post, Reply, Submission
from contributions.words import Finished
from moderation import afterwards, deciding
from moderation.models import Decision, DeclineReason
from tests.factories import make_post, make_reply, make_submission, the_desk, words_of
from tests.moderation.approving import approve, approve_reply, publish, publish_reply

pytestmark = pytest.mark.django_db


def test_declining_is_recorded_with_its_reason_and_can_be_reconsidered(editor):
    submission = make_submission(text="Words.")
    reason = DeclineReason.objects.get(slug="legal")

    deciding.decline(submission, 1, by=editor, reason=reason)
    state, text = submission.state, words_of(submission).text
    deciding.reconsider(submission, 2, by=editor)

    assert (state, text) == ("declined", "Words.")
    assert submission.state == "waiting"
    assert list(Decision.objects.order_by("pk").values_list("what", "reason", "version")) == [
        ("decline", "legal", 1),
        ("reconsider", "", 2),
    ]


def test_holding_and_taking_up_again_are_recorded(editor):
    submission = make_submission()

    deciding.hold(submission, 1, by=editor, until=date(2030, 1, 1), reason="timing")
    deciding.resume(submission, 2, by=editor)

    assert list(Decision.objects.order_by("pk").values_list("what", "reason")) == [
        ("hold", "timing"),
        ("resume", ""),
    ]


def test_a_confidential_note_is_closed(editor):
    submission = make_submission(kind="confidential")

    deciding.close(submission, 1, by=editor)

    assert Submission.objects.get().state == "closed"
    assert Decision.objects.get().what == "close"


def test_a_confidential_note_is_never_published(editor):
    post = make_post()
    submission = make_submission(kind="confidential")

    for attempt in (
        lambda: approve(submission, editor),
        lambda: approve_reply(submission, editor, post),
    ):
        with pytest.raises(IllegalMove):
            attempt()

    assert Submission.objects.get().state == "waiting"
    assert Post.objects.count() == 1
    assert not Reply.objects.exists()


@pytest.mark.parametrize("kind", ["post", "reply"])
def test_retracting_and_restoring_follow_on_the_submission(editor, kind):
    submission = make_submission()
    became = (
        publish(submission, editor)
        if kind == "post"
        else (publish_reply(submission, editor, make_post()))
    )

    afterwards.retract(became, by=editor)
    retracted = Submission.objects.get().state
    afterwards.restore(became, by=editor)

    assert retracted == "retracted"
    assert Submission.objects.get().state == "published"
    assert list(Decision.objects.order_by("pk").values_list("what", flat=True))[1:] == [
        "retract",
        "restore",
    ]


def test_what_came_without_a_submission_is_retracted_on_record_too(editor):
    reply = make_reply()

    afterwards.retract(reply.post, by=editor)
    afterwards.restore(reply.post, by=editor)
    afterwards.retract(reply, by=editor)

    records = Decision.objects.order_by("pk").values_list("what", "submission", "post", "reply")
    assert list(records) == [
        ("retract", None, reply.post.pk, None),
        ("restore", None, reply.post.pk, None),
        ("retract", None, None, reply.pk),
    ]


def test_while_consent_is_asked_for_nobody_goes_on_without_it(editor):
    submission = make_submission()
    key = submission.wrapped_key.opened_by(the_desk())
    deciding.ask(
        submission, 1, by=editor, key=key, question="Like this?", shown=Finished("", "Words.")
    )

    with pytest.raises(IllegalMove):
        deciding.stop_waiting(submission, 2, by=editor)

    submission.refresh_from_db()
    assert (submission.state, submission.version) == ("asked", 2)
