"""Pages of posts: each post once, nothing left out, and addresses that stay."""

import pytest
from django.http import Http404

from contributions import pages
from contributions.models import Post
from tests.factories import make_post, make_posts

pytestmark = pytest.mark.django_db


def front():
    return pages.front(Post.objects.published())


def numbered(number):
    return pages.numbered(Post.objects.published(), number)


def titles(page):
    return [post.title for post in page.rows]


def walked():
    """Return the titles met on the way from the front page to the oldest."""
    page = front()
    met = titles(page)
    while page.older:
        page = numbered(int(page.older.rstrip("/").rpartition("/")[2]))
        met += titles(page)
    return met


@pytest.mark.parametrize("how_many", [0, 1, 9, 10, 11, 19, 20, 21, 35, 40])
def test_walking_from_the_front_meets_every_post_once_newest_first(how_many):
    make_posts(how_many)

    met = walked()

    assert met == [f"Post {n}" for n in reversed(range(how_many))]


def test_a_full_page_never_changes_as_posts_are_added():
    make_posts(20)
    before = titles(numbered(1))
    for _ in range(15):
        make_post()

    assert titles(numbered(1)) == before == [f"Post {n}" for n in reversed(range(10))]


def test_the_front_page_always_has_a_good_many_posts():
    make_posts(31)

    assert len(front().rows) == 11


def test_neighbours_lead_to_each_other():
    make_posts(45)

    second = numbered(2)

    assert (second.newer, second.older) == ("/page/3/", "/page/1/")
    assert front().older == "/page/3/"


def test_the_last_full_page_leads_to_the_front():
    make_posts(45)

    assert numbered(3).newer == "/"
    assert numbered(1).older == ""


@pytest.mark.parametrize("number", [0, 3, 10**30])
def test_a_page_that_is_not_full_does_not_exist(number):
    make_posts(25)

    with pytest.raises(Http404):
        numbered(number)


def test_the_front_asks_the_same_few_questions_however_many_posts(django_assert_num_queries):
    make_posts(300)

    with django_assert_num_queries(4):
        front()
