"""Posts get an address and a number when they are published, for good."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from contributions.models import Post, SiteSettings
from contributions.models.publication import WrongStatus
from tests.factories import make_draft, make_guest_blog, make_post, make_reply

pytestmark = pytest.mark.django_db


def numbers():
    return list(
        Post.objects.exclude(number=None).order_by("number").values_list("number", flat=True)
    )


def test_guest_blogs_are_numbered_without_gaps():
    for _ in range(4):
        make_guest_blog()

    assert numbers() == [1, 2, 3, 4]


def test_articles_between_them_take_no_number():
    make_guest_blog()
    article = make_post()
    make_guest_blog()

    assert article.number is None
    assert numbers() == [1, 2]


def test_numbering_starts_where_the_settings_say():
    SiteSettings.objects.update(guest_blog_start=95)

    first, second = make_guest_blog(), make_guest_blog()

    assert (first.number, second.number) == (95, 96)


def test_a_lower_start_set_later_changes_nothing():
    SiteSettings.objects.update(guest_blog_start=95)
    make_guest_blog()
    SiteSettings.objects.update(guest_blog_start=1)

    second = make_guest_blog()

    assert second.number == 96


def test_a_retracted_number_is_never_used_again():
    make_guest_blog()
    retracted = make_guest_blog()
    retracted.retract()

    third = make_guest_blog()

    assert third.number == 3
    assert row(retracted).number == 2


def test_a_failed_publication_gives_its_number_back():
    class Failure(Exception):
        pass

    draft = make_draft(kind="guest_blog")
    with pytest.raises(Failure), transaction.atomic():
        draft.publish()
        raise Failure

    next_one = make_guest_blog()

    assert next_one.number == 1
    assert numbers() == [1]


def test_a_post_can_be_published_once():
    post = make_guest_blog()

    with pytest.raises(WrongStatus):
        post.publish()

    assert numbers() == [1]


def test_a_double_click_on_publish_publishes_once():
    draft = make_draft(kind="guest_blog")
    first, second = row(draft), row(draft)
    first.publish()

    with pytest.raises(WrongStatus):
        second.publish()

    assert numbers() == [1]
    assert row(draft).slug == first.slug


def test_a_retracted_post_cannot_be_published_again_but_restored():
    post = make_guest_blog()
    post.retract()

    with pytest.raises(WrongStatus):
        post.publish()
    post.restore()

    assert row(post).is_published
    assert row(post).number == 1


def test_retracting_twice_or_restoring_what_is_public_is_refused():
    post = make_post()

    with pytest.raises(WrongStatus):
        post.restore()
    post.retract()
    with pytest.raises(WrongStatus):
        post.retract()

    assert row(post).is_retracted


def test_a_draft_cannot_be_retracted():
    draft = make_draft()

    with pytest.raises(WrongStatus):
        draft.retract()

    assert row(draft).status == "draft"


def test_the_address_carries_the_month_in_london():
    late_in_july = datetime(2026, 7, 31, 23, 30, tzinfo=UTC)

    post = make_post(title="Past midnight", at=late_in_july)

    assert post.get_absolute_url() == "/2026/08/past-midnight.html"


def test_a_guest_blogs_address_and_heading_carry_its_number():
    post = make_guest_blog(title="On Workloads", at=datetime(2026, 3, 2, tzinfo=UTC))

    assert post.get_absolute_url() == "/2026/03/guest-blog-1-on-workloads.html"
    assert post.heading == "Guest Blog 1: On Workloads"


def test_two_posts_of_one_title_and_month_get_different_addresses():
    at = datetime(2026, 3, 2, tzinfo=UTC)

    slugs = [make_post(title="Again", at=at).slug for _ in range(4)]

    assert slugs == ["again", "again-2", "again-3", "again-4"]


def test_a_title_without_a_single_letter_still_gets_an_address():
    post = make_post(title="“…”", at=datetime(2026, 3, 2, tzinfo=UTC))

    assert post.get_absolute_url() == "/2026/03/post.html"


def test_a_long_title_gets_an_address_of_bearable_length():
    post = make_post(title="word " * 40)

    assert len(post.slug) <= 60


def test_neighbours_skip_what_is_not_public():
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2, 3)]
    first, between, last = (make_post(at=day) for day in days)
    make_draft()
    between.retract()

    assert first.newer() == last
    assert last.older() == first
    assert (first.older(), last.newer()) == (None, None)


def test_posts_of_one_moment_have_an_order_and_all_are_reached():
    at = datetime(2026, 3, 2, tzinfo=UTC)
    posts = [make_post(at=at) for _ in range(4)]

    walked, post = [], posts[0]
    while post:
        walked.append(post)
        post = post.newer()

    assert walked == posts
    assert list(Post.objects.published().newest_first()) == posts[::-1]


def test_lists_count_public_replies_only():
    post = make_post()
    make_reply(post=post)
    make_reply(post=post).retract()

    listed = Post.objects.for_lists().get(pk=post.pk)

    assert listed.reply_count == 1


def row(post):
    return Post.objects.get(pk=post.pk)
