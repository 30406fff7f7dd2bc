"""The database itself refuses what the models promise never to store."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from contributions.models import Post, Reply, SiteSettings, Submission
from tests.factories import (
    make_draft,
    make_guest_blog,
    make_post,
    make_reply,
    make_settled_submission,
    make_submission,
)

pytestmark = pytest.mark.django_db


def refused(rows, **values):
    """Tell whether an UPDATE of these rows is refused."""
    try:
        with transaction.atomic():
            rows.update(**values)
    except IntegrityError:
        return True
    return False


def row(thing):
    return type(thing).objects.filter(pk=thing.pk)


def test_an_unknown_state_is_refused():
    assert refused(row(make_submission()), state="lost")


def test_an_unknown_kind_of_submission_is_refused():
    assert refused(row(make_submission()), kind="poem")


@pytest.mark.parametrize("state", ["published", "retracted", "withdrawn"])
@pytest.mark.parametrize("words", [{"sealed": b"words"}, {"sealed_summary": b"words"}])
def test_a_settled_submission_cannot_have_words(state, words):
    settled = make_settled_submission(state)

    assert refused(row(settled), **words)


@pytest.mark.parametrize("state", ["published", "retracted", "withdrawn"])
def test_a_submission_cannot_settle_and_keep_its_words(state):
    kept = row(make_submission(text="Words."))

    assert refused(kept, state=state, settled_on=timezone.localdate())


@pytest.mark.parametrize("state", ["approved", "published", "retracted"])
def test_a_confidential_note_cannot_go_out(state):
    note = make_submission(kind="confidential")

    gone = {"sealed": None, "sealed_summary": None, "settled_on": timezone.localdate()}
    assert refused(row(note), state=state)
    assert refused(row(note), state=state, **gone)


@pytest.mark.parametrize("state", ["waiting", "held", "declined", "closed"])
def test_other_states_keep_their_words(state):
    kept = row(make_submission(text="Words."))

    assert not refused(kept, state=state, settled_on=timezone.localdate())


@pytest.mark.parametrize("state", ["waiting", "held", "asked", "approved"])
def test_nothing_that_is_not_settled_can_lose_its_words(state):
    assert refused(row(make_submission(state=state)), sealed=None)
    assert refused(row(make_submission(state=state)), sealed_summary=None)


@pytest.mark.parametrize("state", ["declined", "closed", "withdrawn"])
def test_what_is_settled_has_a_day(state):
    assert refused(row(make_settled_submission(state)), settled_on=None)


def test_two_guest_blogs_cannot_have_one_number():
    first, second = make_guest_blog(), make_guest_blog()

    assert refused(row(second), number=first.number)


def test_an_article_cannot_have_a_number():
    assert refused(row(make_post()), number=7)


def test_a_published_guest_blog_cannot_lose_its_number():
    assert refused(row(make_guest_blog()), number=None)


def test_two_posts_cannot_have_one_address():
    first, second = make_post(title="One"), make_post(title="Two")

    assert refused(row(second), year=first.year, month=first.month, slug=first.slug)


def test_a_published_post_needs_an_address_and_a_time():
    post = make_post()

    assert refused(row(post), year=None)
    assert refused(row(post), month=None)
    assert refused(row(post), published_at=None)


def test_an_unknown_status_of_a_post_is_refused():
    assert refused(row(make_post()), status="hidden")


def test_drafts_may_be_many_and_bare():
    make_draft()
    make_draft()

    assert Post.objects.filter(year=None, slug="").count() == 2


def test_two_replies_under_one_post_cannot_have_one_number():
    first = make_reply()
    second = make_reply(post=first.post)

    assert refused(row(second), number=first.number)


def test_a_reply_is_never_a_draft():
    assert refused(row(make_reply()), status="draft")


def test_there_is_one_row_of_settings():
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings.objects.create(pk=2)

    assert SiteSettings.objects.count() == 1


def test_one_submission_becomes_one_post_and_no_other_does():
    post = make_post()
    make_settled_submission("published", became_post=post)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_settled_submission("published", became_post=post)

    assert Submission.objects.that_became(post).count() == 1


def test_a_reply_needs_a_post_that_exists():
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.create(
            post_id=987654,
            number=1,
            status="published",
            published_at=datetime(2026, 1, 1, tzinfo=UTC),
            body="x",
        )
        connection.check_constraints()


def test_the_day_of_arrival_is_needed():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_submission(received_on=None)

    assert not Submission.objects.filter(received_on=timezone.localdate()).exists()
