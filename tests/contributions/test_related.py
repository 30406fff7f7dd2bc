"""Posts that are related, and those before and after."""

from datetime import timedelta

import pytest

from contributions import related
from contributions.related import related_to
from tests.factories import NOON, make_draft, make_label, make_post, make_posts

pytestmark = pytest.mark.django_db


def test_a_rare_label_relates_more_than_a_common_one():
    common, rare = make_label("Staff"), make_label("Approved premises")
    post = make_post(labels=[common, rare])
    distant = make_post(labels=[rare])
    near = [make_post(labels=[common]) for _ in range(3)]
    both = make_post(labels=[common, rare])
    make_post(labels=[make_label()])

    assert related_to(post) == [both, distant, *near[:2]]


def test_a_post_without_labels_has_none_and_asks_nothing(django_assert_num_queries):
    post = make_post()
    make_post()
    [*post.labels.all()]

    with django_assert_num_queries(1):
        assert related_to(post) == []


def test_what_is_not_public_is_related_to_nothing():
    label = make_label()
    post = make_post(labels=[label])
    make_post(labels=[label]).retract()
    make_draft().labels.set([label])

    assert related_to(post) == []


def test_a_label_on_everything_is_not_looked_through(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(related, "LOOKED_AT", 10)
    common, rare = make_label(), make_label()
    common.posts.set(make_posts(30))
    first = common.posts.oldest_first().first()
    last = common.posts.newest_first().first()
    rare.posts.set([first, last])

    with django_assert_num_queries(4):
        assert related_to(first) == [last]


def test_a_post_leads_on_to_related_ones_and_to_its_neighbours(client):
    label = make_label()
    posts = [make_post(title=f"Post {n}", labels=[label], at=NOON + timedelta(n)) for n in range(3)]

    html = client.get(posts[1].get_absolute_url()).content.decode()

    section = html.partition('<section class="related"')[2].partition("</section>")[0]
    assert "Post 0</a>" in section
    assert "Post 2</a>" in section
    assert "Post 1" not in section
    assert f'<a rel="prev" href="{posts[0].get_absolute_url()}">← Post 0</a>' in html
    assert f'<a rel="next" href="{posts[2].get_absolute_url()}">Post 2 →</a>' in html


def test_posts_of_one_moment_follow_each_other_in_turn():
    first, second, third = (make_post(at=NOON) for _ in range(3))

    assert [post.older() for post in (first, second, third)] == [None, first, second]
    assert [post.newer() for post in (first, second, third)] == [second, third, None]


def test_no_body_is_read_for_them():
    label = make_label()
    post = make_post(labels=[label], at=NOON)
    make_post(labels=[label], at=NOON + timedelta(1))

    [found] = related_to(post)

    assert "body" in found.get_deferred_fields()
    assert "body" in post.newer().get_deferred_fields()
