"""`manage.py load_sample`: as large as wanted, the same each time, and like a real site."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from contributions.markup import clean
from contributions.models import DigestItem, Label, Post, Reply, SearchEntry, SiteSettings
from contributions.sample import load as loading
from tests.factories import make_guest_blog

pytestmark = pytest.mark.django_db
READ = ["title", "slug", "number", "published_at", "body", "replies__number", "replies__body"]


def load(posts=60, replies=300, **options):
    said = StringIO()
    call_command("load_sample", posts=posts, replies=replies, stdout=said, **options)
    return said.getvalue().splitlines()


def texts_of(**options):
    """Return what a sample consists of, and take it back."""
    with transaction.atomic():
        load(posts=12, replies=40, **options)
        rows = list(Post.objects.order_by("slug", "replies__number").values_list(*READ))
        transaction.set_rollback(True)
    return rows


def test_it_loads_as_much_as_was_asked_for_and_says_how_far_it_is():
    said = load(posts=130, replies=200)

    assert (Post.objects.published().count(), Reply.objects.public().count()) == (130, 200)
    assert SearchEntry.objects.count() == 330 + DigestItem.objects.count()
    assert len(said) == 2
    assert said[-1] == "130 posts, 200 replies"


def test_the_same_seed_gives_the_same_site_and_another_one_another():
    first, second, other = texts_of(), texts_of(), texts_of(seed=2)

    assert first == second
    assert first != other


def test_it_looks_like_a_site_of_fifteen_years():
    SiteSettings.objects.update(guest_blog_start=95)

    load()

    posts = Post.objects.oldest_first()
    assert len({post.year for post in posts}) >= 12
    assert all(
        (post.year, post.month) == timezone.localtime(post.published_at).timetuple()[:2]
        for post in posts
    )
    numbers = [post.number for post in posts.guest_blogs()]
    assert numbers == list(range(95, 95 + len(numbers)))
    assert min(digest.items.count() for digest in posts.digests()) >= 3
    uses = [label.post_count for label in Label.objects.in_use()]
    assert max(uses) >= 5 * min(uses)
    assert posts.latest("published_at").published_at < timezone.now()


def test_replies_to_older_posts_were_imported_and_have_ids_of_their_own():
    load()

    imported = Reply.objects.exclude(imported_id=None)
    assert {*imported} == {*Reply.objects.filter(post__year__lt=loading.MOVED_IN)}
    assert 0 < imported.count() < Reply.objects.count()
    assert imported.values("imported_id").distinct().count() == imported.count()


def test_threads_are_numbered_in_time_and_answers_come_after_what_they_answer():
    load()

    for post in Post.objects.all():
        replies = list(post.replies.in_order().select_related("parent"))
        assert [reply.number for reply in replies] == list(range(1, len(replies) + 1))
        assert replies == sorted(replies, key=lambda reply: reply.published_at)
        for reply in replies:
            assert reply.published_at > post.published_at
            if reply.parent:
                assert reply.parent.post_id == post.pk
                assert reply.parent.number < reply.number
    assert Reply.objects.exclude(parent__parent=None).exists()


def test_a_few_threads_are_very_long(monkeypatch):
    monkeypatch.setattr(loading, "LONG_THREADS", [40, 20])

    load(posts=60, replies=300)

    longest = sorted((post.replies.count() for post in Post.objects.all()), reverse=True)
    assert {40, 20} <= set(longest)
    assert Reply.objects.count() == 300


def test_its_texts_are_as_clean_as_any():
    load(posts=30, replies=30)

    for model in (Post, Reply, DigestItem):
        for body in model.objects.values_list("body", flat=True):
            assert body == clean(body)


def test_a_site_that_has_posts_is_left_alone_unless_told():
    mine = make_guest_blog()

    with pytest.raises(CommandError, match="--add"):
        load()
    assert Post.objects.get() == mine

    load(posts=10, replies=0, add=True)
    load(posts=10, replies=5, add=True)
    assert (Post.objects.count(), Reply.objects.count()) == (21, 5)
    numbers = Post.objects.guest_blogs().order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("numbers", [{"posts": 0}, {"replies": -1}])
def test_numbers_that_make_no_site_are_refused(numbers):
    with pytest.raises(CommandError, match="at least one post"):
        load(**numbers)
