"""Several editors at once, in real transactions: one wins, and numbers have no gaps."""

import pytest
from django.db import transaction
from django.test import Client

from contributions.models import ApprovedCopy, Post, PublicNote, Reply, Submission
from moderation import afterwards
from moderation.models import Decision
from moderation.publishing import publish_at_once
from tests.contributor import Contributor
from tests.factories import (
    hand_over_key,
    make_draft,
    make_editor,
    make_post,
    make_submission,
    the_desk,
)
from tests.moderation.approving import approve, approve_reply, send_out
from tests.moderation.changing import change_page, fields_of
from tests.moderation.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def signed_in(user):
    """Return a browser in which somebody is signed in, with the desk's key."""
    client = Client()
    client.force_login(user)
    hand_over_key(client)
    return client


def publishing(pk, editor):
    """Return a job that approves a submission as a guest blog and publishes it at once."""

    def job():
        submission = Submission.objects.get(pk=pk)
        with transaction.atomic():
            approve(submission, editor)
            return publish_at_once(submission, 2, by=editor, reason="urgent")

    return job


def replying(pk, editor, post):
    """Return a job that approves a submission as a reply and publishes it at once."""

    def job():
        submission = Submission.objects.get(pk=pk)
        with transaction.atomic():
            approve_reply(submission, editor, post)
            return publish_at_once(submission, 2, by=editor, reason="urgent")

    return job


def test_different_submissions_get_consecutive_numbers():
    editors = [make_editor() for _ in range(4)]
    waiting = [make_submission().pk for _ in editors]

    posts = at_once(*map(publishing, waiting, editors))

    assert sorted(post.number for post in posts) == [1, 2, 3, 4]
    assert len({post.slug for post in posts}) == 4


def test_of_two_editors_one_wins_and_the_other_hears_of_it():
    editors = [make_editor(), make_editor()]
    submission = make_submission()
    seen = [Submission.objects.get(), Submission.objects.get()]

    def job(mine, editor):
        return lambda: approve(mine, editor)

    results = at_once(*map(job, seen, editors))

    assert sorted(type(result).__name__ for result in results) == ["ApprovedCopy", "StaleDecision"]
    assert ApprovedCopy.objects.count() == Decision.objects.count() == 1
    assert send_out().number == 1
    submission.refresh_from_db()
    assert submission.state == "published"


def test_the_losers_number_is_not_lost():
    editors = [make_editor() for _ in range(4)]
    contested, other = make_submission().pk, make_submission().pk

    at_once(
        *(publishing(contested, editor) for editor in editors[:3]), publishing(other, editors[3])
    )

    assert sorted(Post.objects.values_list("number", flat=True)) == [1, 2]


def test_replies_under_one_post_get_different_numbers():
    post = make_post()
    editors = [make_editor() for _ in range(3)]
    waiting = [make_submission(kind="reply").pk for _ in editors]

    at_once(*(replying(pk, by, post) for pk, by in zip(waiting, editors, strict=True)))

    assert sorted(Reply.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_a_draft_published_by_two_at_once_is_published_once():
    draft = make_draft(kind="guest_blog")
    seen = [Post.objects.get(pk=draft.pk) for _ in range(3)]

    results = at_once(*(post.publish for post in seen))

    assert sorted(type(result).__name__ for result in results) == ["NoneType"] + ["WrongStatus"] * 2
    assert Post.objects.get().number == 1


def test_retracted_by_two_at_once_is_on_record_once():
    editor = make_editor()
    post = publishing(make_submission().pk, editor)()
    seen = [Post.objects.get(pk=post.pk) for _ in range(2)]

    at_once(*(lambda mine=mine: afterwards.retract(mine, by=editor) for mine in seen))

    assert list(Decision.objects.order_by("pk").values_list("what", flat=True)) == [
        "guest_blog",
        "now",
        "retract",
    ]


@pytest.mark.parametrize("make", [make_post, make_draft])
def test_changed_by_two_at_once_the_other_gets_the_text_back(make):
    post = make(body="<p>Before.</p>")
    clients = [signed_in(make_editor()) for _ in range(2)]
    pages = [fields_of(client, post) for client in clients]

    def job(n):
        note = {"own_words": "a detail was removed"} if post.published_at else {}
        mine = {"body": f"<p>Version {n}.</p>"} | note
        return lambda: clients[n].post(change_page(post), pages[n] | mine)

    answers = at_once(job(0), job(1))

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    loser = next(n for n, answer in enumerate(answers) if answer.status_code == 200)
    assert f"Version {loser}." in answers[loser].content.decode()
    assert Post.objects.get().body == f"<p>Version {1 - loser}.</p>"
    assert Decision.objects.count() == PublicNote.objects.count() == (post.published_at is not None)


def test_a_double_click_on_send_stores_one():
    the_desk()
    contributor = Contributor()
    review = contributor.write("Words.")

    answers = at_once(*(lambda: Contributor().send(review) for _ in range(4)))

    assert [answer.status_code for answer in answers] == [200] * 4
    assert Submission.objects.count() == 1
