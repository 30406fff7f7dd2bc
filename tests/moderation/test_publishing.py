"""Publishing: one transaction that moves, numbers and records, or does nothing at all."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import ApprovedCopy, Post, Reply, Submission, WrappedKey
from contributions.sealing import CannotOpen
from contributions.words import Finished
from moderation import deciding, publishing
from moderation.models import Decision, DeclineReason, Redaction
from tests.factories import (
    make_draft,
    make_editor,
    make_post,
    make_reply,
    make_submission,
    words_of,
)
from tests.moderation.approving import (
    approve,
    approve_reply,
    make_due,
    publish,
    publish_due,
    publish_reply,
    send_out,
)

pytestmark = pytest.mark.django_db


def everything(model):
    return str(list(model.objects.values_list()))


class Failure(Exception):
    pass


def fail(*args, **kwargs):
    raise Failure


def test_a_guest_blog_goes_out_redacted(editor):
    submission = make_submission(text="We met Jo Fox in Leeds.")

    post = publish(submission, editor)

    stored = Post.objects.get(pk=post.pk)
    assert (stored.kind, stored.number, stored.title) == ("guest_blog", 1, "A title")
    assert stored.body == "<p>We met [name] in [place].</p>"
    assert stored.is_published


def test_until_its_batch_nothing_is_public_and_the_original_stays(editor):
    submission = make_submission(text="Words.")

    approve(submission, editor)
    publish_due()

    assert Submission.objects.get().state == "approved"
    assert words_of(submission).text == "Words."
    assert not Post.objects.exists()


def test_what_waits_for_its_batch_is_the_redacted_version_and_nothing_else(editor):
    copy = approve(make_submission(title="Jo", text="We met Jo Fox."), editor)

    assert copy.opened() == Finished("A title", "We met [name] in [place].")
    assert b"Leeds" not in bytes(ApprovedCopy.objects.get().sealed)


def test_after_publication_the_original_is_gone(editor):
    submission = make_submission(title="Jo", text="Ring 07700 900123, says Jo.")

    post = publish(submission, editor)

    stored = Submission.objects.get()
    assert (stored.state, stored.sealed, stored.sealed_summary) == ("published", None, None)
    assert stored.became_post == post
    assert not WrappedKey.objects.exists()
    assert not ApprovedCopy.objects.exists()


def test_the_record_tells_who_which_version_and_what_and_holds_no_text(editor):
    submission = make_submission(title="Zebra", text="Quagga okapi.")

    publish(submission, editor, text="Quagga [[okapi|name|another]] [[gnu|place|tone]].")

    decision = Decision.objects.get()
    assert (decision.by, decision.version, decision.what) == (editor, 1, "guest_blog")
    assert list(decision.redactions.order_by("pk").values_list("category", "reason")) == [
        ("name", "another"),
        ("place", "tone"),
    ]
    rows = (everything(Decision) + everything(Redaction)).lower()
    assert not any(word in rows for word in ("zebra", "quagga", "okapi", "gnu"))


def test_a_reply_goes_out_under_its_post(editor):
    post = make_post()
    submission = make_submission(kind="reply", target_post=post)

    reply = publish_reply(submission, editor, post)

    stored = Reply.objects.get()
    assert (stored.post, stored.parent, stored.number) == (post, None, 1)
    assert stored.body == "<p>A [detail] reply.</p>"
    assert Submission.objects.get().became_reply == reply
    assert Decision.objects.get().what == "reply"


def test_an_answer_goes_out_under_what_it_answers(editor):
    parent = make_reply()
    submission = make_submission(kind="reply", target_reply=parent, target_post=parent.post)

    publish_reply(submission, editor, parent.post, parent)

    assert Reply.objects.get(number=2).parent == parent


def test_a_second_decision_on_one_version_is_stale_and_changes_nothing(editor):
    submission = make_submission()
    seen_by_another = Submission.objects.get()
    approve(submission, editor)

    with pytest.raises(StaleDecision):
        approve(seen_by_another, make_editor())
    with pytest.raises(StaleDecision):
        deciding.decline(
            seen_by_another, 1, by=editor, reason=DeclineReason.objects.order_by("pk").first()
        )

    assert ApprovedCopy.objects.count() == Decision.objects.count() == 1


def test_a_decision_that_is_not_open_from_here_changes_nothing(editor):
    submission = make_submission(state="held")

    with pytest.raises(IllegalMove):
        approve(submission, editor)

    assert not ApprovedCopy.objects.exists()
    assert not Decision.objects.exists()


def test_one_that_cannot_go_out_is_back_at_the_desk_and_its_number_free(editor):
    post = make_post()
    submission = make_submission(kind="reply", text="Words.", target_post=post)
    approve_reply(submission, editor, post)
    post.retract()

    assert send_out() is None

    stored = Submission.objects.get()
    assert (stored.state, words_of(stored).text) == ("waiting", "Words.")
    assert not ApprovedCopy.objects.exists()
    assert list(Decision.objects.order_by("pk").values_list("what", "reason", "by")) == [
        ("reply", "", editor.pk),
        ("undo", "target-gone", editor.pk),
    ]
    assert publish(stored, editor, version=stored.version).number == 1


def test_a_record_that_fails_takes_the_approval_back(editor, monkeypatch):
    submission = make_submission(text="Words.")
    monkeypatch.setattr(Decision.objects, "record", fail)

    with pytest.raises(Failure):
        approve(submission, editor)

    assert Submission.objects.get().state == "waiting"
    assert not ApprovedCopy.objects.exists()
    monkeypatch.undo()
    assert publish(Submission.objects.get(), editor).number == 1


def test_a_publication_that_fails_changes_nothing_and_leaves_its_number_free(editor, monkeypatch):
    submission = make_submission(text="Words.")
    approve(submission, editor)
    make_due()
    monkeypatch.setattr(Submission, "publish", fail)

    with pytest.raises(Failure):
        publish_due()

    assert not Post.objects.exists()
    assert words_of(submission).text == "Words."
    monkeypatch.undo()
    assert send_out().number == 1


def test_under_another_publication_key_it_stays_where_it_is(editor, settings):
    submission = make_submission(text="Words.")
    approve(submission, editor)
    make_due()
    settings.PUBLICATION_KEY = "another"

    with pytest.raises(CannotOpen):
        publish_due()

    assert Submission.objects.get().state == "approved"
    assert ApprovedCopy.objects.exists()


def test_at_once_it_is_public_and_on_record_with_the_reason(editor):
    submission = make_submission()
    approve(submission, editor)

    post = publishing.publish_at_once(submission, 2, by=editor, reason="urgent")

    assert Post.objects.get() == post
    assert Submission.objects.get().state == "published"
    assert list(Decision.objects.order_by("pk").values_list("what", "reason")) == [
        ("guest_blog", ""),
        ("now", "urgent"),
    ]


def test_at_once_fails_as_a_whole(editor, monkeypatch):
    submission = make_submission()
    copy = approve(submission, editor)
    monkeypatch.setattr(Submission, "publish", fail)

    with pytest.raises(Failure):
        publishing.publish_at_once(submission, 2, by=editor, reason="urgent")

    assert Submission.objects.get().version == 2
    assert ApprovedCopy.objects.get().due_at == copy.due_at
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("how", ["hold", "undo", "withdraw"])
def test_holding_undoing_and_withdrawing_delete_the_copy(editor, how):
    submission = make_submission()
    approve(submission, editor)

    match how:
        case "hold":
            deciding.hold(submission, 2, by=editor, until=date(2030, 1, 1), reason="timing")
        case "undo":
            deciding.undo(submission, 2, by=editor)
        case "withdraw":
            submission.withdraw(2)

    assert not ApprovedCopy.objects.exists()
    assert send_out() is None
    assert not Post.objects.exists()


def test_one_decision_a_version_is_the_databases_promise_too(editor):
    submission = make_submission()
    Decision.objects.record("hold", submission=submission, version=1, by=editor)

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.record("decline", submission=submission, version=1, by=editor)

    assert Decision.objects.count() == 1


def test_an_editors_own_draft_is_published_on_record(editor):
    draft = make_draft()

    publishing.publish_post(draft, by=editor)

    assert Post.objects.get().is_published
    assert Decision.objects.get().post == draft


def test_readers_are_told_where_the_wording_was_changed_and_not_of_tokens(editor, client):
    reworded, redacted = make_submission(), make_submission()
    told = Finished("Reworded", "Other words.", edited=True)
    silent = Finished("Redacted", "[place] it was.")
    for submission, finished in ((reworded, told), (redacted, silent)):
        deciding.approve(submission, 1, by=editor, route="guest_blog", finished=finished)
    make_due()
    publish_due()

    pages = {
        post.title: client.get(post.get_absolute_url()).content.decode()
        for post in Post.objects.all()
    }

    assert "Edited for safety." in pages["Reworded"]
    assert "Edited for safety." not in pages["Redacted"]
