"""While all publication is stopped nothing becomes public, and nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contributions.models import ApprovedCopy, Post, PublicNote, Reply, Submission
from contributions.models.site import PublicationStopped
from moderation import afterwards, publishing, stopping, tending
from moderation.models import Decision
from tests.factories import make_draft, make_post, make_reply, make_submission
from tests.moderation.approving import approve, approve_reply, make_due, publish_due
from tests.moderation.changing import act, change_page, changed
from tests.moderation.desk import address, press
from tests.moderation.together import at_once

SENTENCE = "All publication is stopped, so nothing goes out."


@pytest.fixture
def stopped(editor):
    stopping.stop(by=editor, reason="legal")


def tended():
    """Tend what goes out; return how many of each went."""
    now, chores = timezone.now(), tending.CHORES[:2]
    return [sum(bool(chore.do(item, now)) for item in chore.due(now)) for chore in chores]


def test_a_batch_leaves_everything_where_it_is(editor):
    approve(make_submission(), editor)
    approve_reply(make_submission(kind="reply"), editor, make_post())
    make_due()
    stopping.stop(by=editor, reason="legal")
    now = timezone.now()

    gone = [
        publishing.publish_one(pk, now)
        for pk in list(ApprovedCopy.objects.values_list("pk", flat=True))
    ]

    assert (gone, tended()) == ([False, False], [0, 0])
    assert set(Submission.objects.values_list("state", flat=True)) == {"approved"}
    assert ApprovedCopy.objects.count() == 2


def test_a_draft_whose_time_has_come_keeps_its_time(stopped):
    draft, due_at = make_draft(), timezone.now() - timedelta(hours=1)
    draft.schedule(due_at)

    assert publishing.publish_due_post(draft.pk, timezone.now()) is False
    assert Post.objects.get().due_at == due_at


def test_nothing_goes_out_at_once(editor):
    submission = make_submission()
    approve(submission, editor)
    stopping.stop(by=editor, reason="legal")

    with pytest.raises(PublicationStopped):
        publishing.publish_at_once(submission, 2, by=editor, reason="urgent")

    assert Submission.objects.get().version == 2
    assert not Post.objects.exists()


def test_the_review_page_says_so_and_gives_the_text_back(editor_client, stopped):
    page = editor_client.get(address(make_submission(text="The caseload doubled.")))
    page = press(editor_client, page, "preview", marked="It doubled.", title="T")

    answer = press(editor_client, page, "guest_blog", now_reason="urgent")

    content = answer.content.decode()
    assert answer.status_code == 422
    assert SENTENCE in content
    assert "It doubled." in content
    assert Submission.objects.get().state == "waiting"


def test_an_article_is_saved_and_not_published(editor_client, stopped):
    draft = make_draft()

    changed(editor_client, draft, title="Mine", _publish="1")
    answer = editor_client.get(change_page(draft))

    stored = Post.objects.get()
    assert (stored.title, stored.status) == ("Mine", "draft")
    assert SENTENCE in answer.content.decode()


def test_nothing_is_put_back_and_everything_can_be_taken_back(editor, editor_client):
    one, other = make_post(), make_post()
    one.retract()
    stopping.stop(by=editor, reason="legal")

    answer = act(editor_client, "/admin/contributions/post/", "restore", one)
    act(editor_client, "/admin/contributions/post/", "retract", other)

    assert SENTENCE in answer.content.decode()
    assert set(Post.objects.values_list("status", flat=True)) == {"retracted"}
    assert PublicNote.objects.count() == 1


def test_what_is_public_can_be_amended(editor, editor_client):
    reply = make_reply()
    stopping.stop(by=editor, reason="legal")

    changed(editor_client, reply, body="<p>[name].</p>", own_words="a name was removed")

    assert Reply.objects.get().body == "<p>[name].</p>"


def test_when_it_goes_on_all_that_is_overdue_goes_out_and_bears_that_minute(editor):
    for _ in range(3):
        approve(make_submission(), editor)
    ApprovedCopy.objects.update(due_at=timezone.now() - timedelta(hours=5))
    stopping.stop(by=editor, reason="away")
    stopping.start(by=editor)

    assert tended() == [3, 0]

    times = set(Post.objects.values_list("published_at", flat=True))
    assert all(timezone.now() - time < timedelta(minutes=2) for time in times)
    assert {(time.second, time.microsecond) for time in times} == {(0, 0)}


def test_the_switch_is_turned_and_recorded_once(editor):
    turned = [
        stopping.stop(by=editor, reason="legal"),
        stopping.stop(by=editor, reason="away"),
        stopping.start(by=editor),
        stopping.start(by=editor),
    ]

    assert turned == [True, False, True, False]
    assert list(Decision.objects.order_by("pk").values_list("what", "reason")) == [
        ("stop", "legal"),
        ("start", ""),
    ]


@pytest.mark.django_db(transaction=True)
def test_once_the_switch_is_turned_a_batch_under_way_goes_no_further(editor):
    for n in range(12):
        if n % 2:
            approve(make_submission(), editor)
        else:
            approve_reply(make_submission(kind="reply"), editor, make_post())
    make_due()
    posts = Post.objects.count()

    def published():
        return Post.objects.count() - posts + Reply.objects.count()

    def batch():
        return publish_due()

    def switch():
        stopping.stop(by=editor, reason="mistake")
        return published()

    gone, _, seen = at_once(batch, batch, switch)

    assert published() == seen
    assert gone <= seen
    assert ApprovedCopy.objects.count() == 12 - seen


@pytest.mark.django_db(transaction=True)
def test_acts_of_every_kind_at_once_wait_for_each_other_and_none_is_lost(editor):
    """Whatever is locked is locked in one order, so that nobody waits for ever."""
    target = make_post()
    waiting = [make_submission(kind="reply") for _ in range(3)]
    for submission in waiting:
        approve_reply(submission, editor, target)
    approve(make_submission(), editor)
    make_due()
    amended, retracted, draft = make_reply(post=target), make_reply(post=target), make_draft()

    results = at_once(
        publish_due,
        lambda: publishing.publish_at_once(waiting[0], 2, by=editor, reason="urgent"),
        lambda: stopping.stop(by=editor, reason="other"),
        lambda: stopping.start(by=editor),
        lambda: afterwards.amend(amended, 1, by=editor, body="<p>New.</p>"),
        lambda: afterwards.retract(retracted, by=editor),
        lambda: publishing.publish_post(draft, by=editor),
    )
    stopping.start(by=editor)
    publish_due()

    assert len(results) == 7
    assert set(Submission.objects.values_list("state", flat=True)) == {"published"}
    assert sorted(target.replies.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
