"""A digest: gathered, put in order, published as a whole, and taken back account by account."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from contributions.lifecycle import IllegalMove
from contributions.models import ApprovedCopy, DigestItem, Post, Submission, WrappedKey, digest_item
from contributions.models.publication import WrongStatus
from contributions.sealing import CannotOpen
from moderation import afterwards, deciding, erasing, gathering, publishing, tending
from moderation.converting import convert_to_item
from moderation.models import Decision
from moderation.record_wording import told
from tests.factories import (
    make_digest,
    make_digest_draft,
    make_draft,
    make_post,
    make_reply,
    make_submission,
    words_of,
)
from tests.moderation.approving import approve_for, publish_reply

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def within_a_transaction(monkeypatch):
    """Leave the database's files alone: that cannot be done within a test's transaction."""
    files = (erasing.erase, tending.forget_order)
    chores = [chore for chore in tending.CHORES if chore.do not in files]
    monkeypatch.setattr(tending, "CHORES", chores)


@pytest.fixture
def digest():
    return make_digest_draft(body="<p>You wrote.</p>")


def gathered(digest, editor, *texts):
    """Return a submission for each of these texts, approved for the digest."""
    submissions = []
    for text in texts:
        submissions.append(make_submission(text=f"{text} as it came"))
        approve_for(digest, submissions[-1], editor, text=text)
    return submissions


def go_out(digest, *, after=timedelta(minutes=1)):
    """Let its time come, and the housekeeping with it."""
    Post.objects.filter(pk=digest.pk).update(due_at=NOW - after)
    tending.tend(NOW)
    digest.refresh_from_db()


def accounts(digest):
    return [(item.number, item.body, item.status) for item in digest.items.in_order()]


class Failure(Exception):
    pass


def test_it_goes_out_as_a_whole_when_its_time_has_come(digest, editor):
    first, second = gathered(digest, editor, "One [[Jo|name]].", "Two.")

    go_out(digest)

    assert digest.is_published
    assert digest.due_at is None
    assert accounts(digest) == [
        (1, "<p>One [name].</p>", "published"),
        (2, "<p>Two.</p>", "published"),
    ]
    stored = Submission.objects.get(pk=second.pk)
    assert (stored.state, stored.sealed) == ("published", None)
    assert stored.became.get_absolute_url() == f"{digest.get_absolute_url()}#v2"
    assert stored.became.heading == "account 2 in “Many voices”"
    assert not ApprovedCopy.objects.exists()
    assert not WrappedKey.objects.exists()
    assert {item.published_at for item in digest.items.all()} == {digest.published_at}


def test_until_then_no_account_has_a_word_or_an_hour_of_its_own(digest, editor):
    gathered(digest, editor, "One.")

    tending.tend(NOW + timedelta(days=90))

    assert accounts(digest) == [(1, "", "draft")]
    assert ApprovedCopy.objects.get().due_at is None
    assert ApprovedCopy.objects.get().opened().text == "One."
    assert Submission.objects.get().state == "approved"


def test_it_goes_out_once_however_often_housekeeping_is_done(digest, editor):
    gathered(digest, editor, "One.")

    go_out(digest)
    tending.tend(NOW)
    again = publishing.publish_due_post(digest.pk, NOW)

    assert again is False
    assert len(accounts(digest)) == 1
    assert Decision.objects.count() == 1


def test_an_article_of_the_editors_goes_out_at_its_time_too():
    article = make_draft(title="Monday morning")

    go_out(article)

    assert article.is_published


def test_the_editor_puts_accounts_in_order_before_they_get_their_numbers(digest, editor):
    gathered(digest, editor, "One.", "Two.", "Three.")
    one, two, three = digest.items.in_order()

    gathering.put_in_order(digest, {one.pk: 9, two.pk: 2, three.pk: 1})
    go_out(digest)

    assert [body for _, body, _ in accounts(digest)] == [
        "<p>Three.</p>",
        "<p>Two.</p>",
        "<p>One.</p>",
    ]


def test_what_was_withdrawn_meanwhile_is_gone_and_leaves_no_gap(digest, editor):
    first, second = gathered(digest, editor, "One.", "Two.")

    first.withdraw(first.version)
    go_out(digest)

    assert accounts(digest) == [(1, "<p>Two.</p>", "published")]


@pytest.mark.parametrize("how", ["undo", "leave out", "hold"])
def test_taken_back_it_waits_again_and_has_no_place(digest, editor, how):
    [submission] = gathered(digest, editor, "One.")

    match how:
        case "undo":
            deciding.undo(submission, submission.version, by=editor)
        case "leave out":
            gathering.leave_out(digest.items.get(), by=editor)
        case "hold":
            day = timezone.localdate() + timedelta(days=9)
            deciding.hold(submission, submission.version, by=editor, until=day, reason="timing")

    assert Submission.objects.get().state == ("held" if how == "hold" else "waiting")
    assert words_of(submission).text == "One. as it came"
    assert not DigestItem.objects.exists()
    assert not ApprovedCopy.objects.exists()


def test_with_the_draft_deleted_what_was_gathered_is_back_at_the_desk(digest, editor):
    [submission] = gathered(digest, editor, "One.")

    digest.delete()
    tending.tend(NOW)

    assert Submission.objects.get().state == "waiting"
    assert words_of(submission).text == "One. as it came"


def test_without_accounts_it_cannot_be_approved_or_published(digest, editor):
    with pytest.raises(WrongStatus, match="at least one account"):
        gathering.approve(digest, by=editor)
    with pytest.raises(WrongStatus, match="at least one account"):
        publishing.publish_post(digest, by=editor, reason="urgent")

    digest.refresh_from_db()
    assert digest.is_draft


def test_one_that_has_lost_its_accounts_stays_a_draft_without_a_time(digest, editor):
    [submission] = gathered(digest, editor, "One.")
    gathering.approve(digest, by=editor)
    submission.withdraw(submission.version)

    go_out(digest)

    assert digest.is_draft
    assert digest.due_at is None
    assert Post.objects.due(NOW + timedelta(days=9)).count() == 0


def test_approved_it_has_a_time_which_can_be_taken_back(digest, editor):
    gathered(digest, editor, "One.")

    due_at = gathering.approve(digest, by=editor)
    digest.refresh_from_db()

    assert digest.due_at == due_at > NOW
    gathering.take_back(digest, by=editor)
    digest.refresh_from_db()
    assert digest.due_at is None


def test_at_once_it_is_public_and_on_record_with_each_account_and_the_reason(digest, editor):
    gathered(digest, editor, "One.", "Two.")

    publishing.publish_post(digest, by=editor, reason="urgent")

    assert digest.is_published
    assert len(accounts(digest)) == 2
    assert list(Decision.objects.order_by("pk").values_list("what", "reason")) == [
        ("digest", ""),
        ("digest", ""),
        ("now", "urgent"),
        ("now", "urgent"),
        ("now", "urgent"),
    ]


def test_an_account_is_not_published_without_its_digest(digest, editor):
    [submission] = gathered(digest, editor, "One.")

    with pytest.raises(IllegalMove):
        deciding.publish_now(submission, submission.version, by=editor, reason="urgent")

    assert Submission.objects.get().version == 2
    assert Decision.objects.count() == 1


def test_a_published_digest_takes_no_waiting_text(editor):
    digest = make_digest("<p>One.</p>")

    with pytest.raises(WrongStatus):
        approve_for(digest, make_submission(), editor)

    assert Submission.objects.get().state == "waiting"
    assert not ApprovedCopy.objects.exists()


def test_an_approved_digest_takes_nothing_until_the_approval_is_taken_back(digest, editor):
    gathered(digest, editor, "One.")
    gathering.approve(digest, by=editor)
    late, reply = make_submission(text="Late."), make_reply()

    with pytest.raises(WrongStatus, match="Take its approval back first"):
        approve_for(digest, late, editor)
    with pytest.raises(WrongStatus, match="Take its approval back first"):
        convert_to_item(reply, digest, by=editor)

    assert digest.items.count() == ApprovedCopy.objects.count() == 1
    gathering.take_back(digest, by=editor)
    late.refresh_from_db()
    approve_for(digest, late, editor)
    assert digest.items.count() == 2


def test_at_once_it_goes_out_for_a_reason_alone(digest, editor):
    gathered(digest, editor, "One.")

    with pytest.raises(WrongStatus, match="from its own page"):
        publishing.publish_post(digest, by=editor)

    assert accounts(digest) == [(1, "", "draft")]


def test_a_full_digest_takes_no_more(digest, editor, monkeypatch):
    monkeypatch.setattr(digest_item, "MOST", 1)
    gathered(digest, editor, "One.")

    with pytest.raises(WrongStatus, match="full"):
        gathered(digest, editor, "Two.")

    assert digest.items.count() == 1


def test_a_failure_half_way_publishes_nothing(digest, editor, monkeypatch):
    gathered(digest, editor, "One.", "Two.")
    was, calls = Submission.publish, []

    def fail_at_the_second(self, *args):
        calls.append(args)
        if len(calls) == 2:
            raise Failure
        was(self, *args)

    monkeypatch.setattr(Submission, "publish", fail_at_the_second)

    with pytest.raises(Failure):
        publishing.publish_post(digest, by=editor, reason="urgent")

    digest.refresh_from_db()
    assert digest.is_draft
    assert accounts(digest) == [(1, "", "draft"), (2, "", "draft")]
    assert Submission.objects.approved().count() == ApprovedCopy.objects.count() == 2


def test_under_another_publication_key_it_stays_where_it_is(digest, editor, settings):
    gathered(digest, editor, "One.")
    settings.PUBLICATION_KEY = "another"

    with pytest.raises(CannotOpen):
        publishing.publish_post(digest, by=editor, reason="urgent")

    digest.refresh_from_db()
    assert digest.is_draft
    assert Submission.objects.get().state == "approved"


def test_a_reply_is_taken_over_when_the_digest_goes_out_and_not_before(digest, editor):
    reply = make_reply(body="<p>A reply.</p>")
    convert_to_item(reply, digest, by=editor)
    reply.refresh_from_db()
    assert (reply.status, reply.body) == ("published", "<p>A reply.</p>")

    go_out(digest)

    reply.refresh_from_db()
    assert (reply.status, reply.body) == ("moved", "")
    assert accounts(digest) == [(1, "<p>A reply.</p>", "published")]
    assert reply.moved_to == digest.items.get()


def test_a_reply_taken_down_meanwhile_is_not_in_the_digest(digest, editor):
    reply = make_reply(body="<p>Regretted.</p>")
    convert_to_item(reply, digest, by=editor)
    gathered(digest, editor, "Two.")
    reply.retract()

    go_out(digest)

    assert accounts(digest) == [(1, "<p>Two.</p>", "published")]
    reply.refresh_from_db()
    assert reply.is_retracted


@pytest.mark.parametrize("status", ["published", "retracted"])
def test_a_reply_left_out_again_stays_a_reply(digest, editor, status):
    post = make_post(title="Under this")
    reply = publish_reply(make_submission(kind="reply", target_post=post), editor, post)
    item = convert_to_item(reply, digest, by=editor)
    if status == "retracted":
        afterwards.retract(reply, by=editor)

    gathering.leave_out(item, by=editor)

    assert not DigestItem.objects.exists()
    reply.refresh_from_db()
    assert reply.status == Submission.objects.get().state == status
    record = told(Decision.objects.latest("pk"))
    assert (record.before, record.after) == ("left ", " out of a digest")
    assert record.item.startswith("reply 1 under ")


def test_one_account_is_taken_back_alone_and_put_back(digest, editor):
    first, second = gathered(digest, editor, "One.", "Two.")
    go_out(digest)
    item = Submission.objects.get(pk=first.pk).became

    afterwards.retract(item, by=editor)

    assert [status for _, _, status in accounts(digest)] == ["retracted", "published"]
    assert Submission.objects.get(pk=first.pk).state == "retracted"
    assert Submission.objects.get(pk=second.pk).state == "published"
    afterwards.restore(item, by=editor)
    assert Submission.objects.get(pk=first.pk).state == "published"


def test_the_database_keeps_words_from_a_digest_that_is_being_gathered(digest, editor):
    gathered(digest, editor, "One.")

    with pytest.raises(IntegrityError), transaction.atomic():
        digest.items.update(body="<p>Early.</p>")
    with pytest.raises(IntegrityError), transaction.atomic():
        ApprovedCopy.objects.update(due_at=NOW)

    assert accounts(digest) == [(1, "", "draft")]
