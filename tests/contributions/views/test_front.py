"""The front page and the pages before it."""

from datetime import timedelta

import pytest

from tests.factories import (
    NOON,
    make_draft,
    make_guest_blog,
    make_label,
    make_post,
    make_posts,
    make_reply,
)

pytestmark = pytest.mark.django_db


def get(client, address):
    response = client.get(address)
    return response, response.content.decode()


def test_an_empty_site_says_so(client):
    response, content = get(client, "/")

    assert response.status_code == 200
    assert "Nothing has been published yet." in content


def test_posts_come_newest_first_with_what_they_are(client):
    make_post(title="Older", body="<p>The older words.</p>", labels=[make_label("Pay")])
    make_reply(post=make_guest_blog(title="Newer"))

    _, content = get(client, "/")

    assert content.index("Newer") < content.index("Older")
    assert "No. 1<" in content
    assert "The older words." in content
    assert '<a href="/labels/pay/">Pay</a>' in content
    assert "1 reply" in content


def test_drafts_and_retracted_posts_are_not_there(client):
    make_draft(title="Not yet")
    make_post(title="No more").retract()

    _, content = get(client, "/")

    assert "Not yet" not in content
    assert "No more" not in content


def test_older_pages_are_linked_and_there(client):
    make_posts(25)

    _, front = get(client, "/")
    response, oldest = get(client, "/page/1/")

    assert 'href="/page/1/"' in front
    assert response.status_code == 200
    assert "Post 0<" in oldest
    assert "Post 0<" not in front


@pytest.mark.parametrize("address", ["/page/0/", "/page/3/", "/page/99999999999999999999/"])
def test_a_page_that_is_not_there_is_404(client, address):
    make_posts(25)

    assert client.get(address).status_code == 404


def queries(client, address, count):
    with count as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_front_page_asks_as_much_of_the_database_for_ten_posts_as_for_three_hundred(
    client, django_assert_max_num_queries
):
    make_posts(10)
    few = queries(client, "/", django_assert_max_num_queries(8))
    make_posts(290, first=NOON + timedelta(days=1000))
    many = queries(client, "/", django_assert_max_num_queries(8))

    assert many == few
