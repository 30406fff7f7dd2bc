"""Publishing: one transaction that moves, numbers and records, or does nothing at all."""

import pytest
from django.db import IntegrityError, transaction

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Post, Reply, Submission
from contributions.models.publication import WrongStatus
from moderation import deciding
from moderation.models import Decision, DeclineReason, Redaction
from moderation.redaction import parse
from tests.factories import make_editor, make_post, make_reply, make_submission

pytestmark = pytest.mark.django_db


def publish(
    submission, by, *, version=1, text="We met [[Jo Fox|name|another]] in [[Leeds|place]]."
):
    return deciding.publish_guest_blog(
        submission, version, by=by, title="A title", parts=parse(text)
    )


def publish_reply(submission, by, post, parent=None, text="A [[secret|detail|legal]] reply."):
    return deciding.publish_reply(submission, 1, by=by, post=post, parent=parent, parts=parse(text))


def everything(model):
    return str(list(model.objects.values_list()))


def test_a_guest_blog_goes_out_redacted(editor):
    submission = make_submission(text="We met Jo Fox in Leeds.")

    post = publish(submission, editor)

    stored = Post.objects.get(pk=post.pk)
    assert (stored.kind, stored.number, stored.title) == ("guest_blog", 1, "A title")
    assert stored.body == "<p>We met [name] in [place].</p>"
    assert stored.is_published


def test_after_publication_the_original_is_gone(editor):
    submission = make_submission(title="Jo", text="Ring 07700 900123, says Jo.")

    post = publish(submission, editor)

    stored = Submission.objects.get()
    assert (stored.state, stored.title, stored.text, stored.findings) == ("published", "", "", [])
    assert stored.became_post == post


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
    publish(submission, editor)

    with pytest.raises(StaleDecision):
        publish(seen_by_another, make_editor())
    with pytest.raises(StaleDecision):
        deciding.decline(
            seen_by_another, 1, by=editor, reason=DeclineReason.objects.order_by("pk").first()
        )

    assert Post.objects.count() == Decision.objects.count() == 1


def test_a_decision_that_is_not_open_from_here_changes_nothing(editor):
    submission = make_submission(state="held")

    with pytest.raises(IllegalMove):
        publish(submission, editor)

    assert not Post.objects.exists()
    assert not Decision.objects.exists()


def test_a_publication_that_fails_leaves_the_submission_waiting_and_its_number_free(editor):
    gone = make_post()
    gone.retract()
    submission = make_submission(kind="reply", text="Words.", target_post=gone)

    with pytest.raises(WrongStatus):
        publish_reply(submission, editor, gone)

    stored = Submission.objects.get()
    assert (stored.state, stored.version, stored.text) == ("waiting", 1, "Words.")
    assert not Decision.objects.exists()
    assert publish(Submission.objects.get(), editor).number == 1


def test_a_record_that_fails_takes_the_publication_back(editor, monkeypatch):
    class Failure(Exception):
        pass

    def fail(*args, **kwargs):
        raise Failure

    submission = make_submission(text="Words.")
    monkeypatch.setattr(Decision.objects, "create", fail)

    with pytest.raises(Failure):
        publish(submission, editor)

    assert not Post.objects.exists()
    assert Submission.objects.get().text == "Words."
    monkeypatch.undo()
    assert publish(Submission.objects.get(), editor).number == 1


def test_one_decision_a_version_is_the_databases_promise_too(editor):
    submission = make_submission()
    Decision.objects.create(submission=submission, version=1, what="hold", by=editor)

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(submission=submission, version=1, what="decline", by=editor)

    assert Decision.objects.count() == 1
