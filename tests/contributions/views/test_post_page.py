"""A post with its replies."""

from datetime import UTC, datetime, timedelta

import pytest

from contributions.models import Post, Submission
from tests.factories import (
    NOON,
    make_draft,
    make_guest_blog,
    make_label,
    make_post,
    make_replies,
    make_reply,
    make_submission,
)

pytestmark = pytest.mark.django_db


def read(client, post):
    return client.get(post.get_absolute_url()).content.decode()


def test_a_post_is_shown_with_its_formatting(client):
    post = make_post(title="Fish & chips", body="<p>With <em>salt</em> &amp; vinegar.</p>")

    content = read(client, post)

    assert "<h1>Fish &amp; chips</h1>" in content
    assert "<p>With <em>salt</em> &amp; vinegar.</p>" in content


def test_a_guest_blog_shows_its_number(client):
    content = read(client, make_guest_blog(title="On workloads"))

    assert "No. 1<" in content
    assert "<title>Guest Blog 1: On workloads ·" in content


def test_replies_stand_in_threads_with_their_numbers(client):
    post = make_post()
    first = make_reply(post=post, body="<p>First.</p>", at=NOON)
    make_reply(post=post, body="<p>Second.</p>", at=NOON)
    make_reply(parent=first, body="<p>To the first.</p>", at=NOON)

    content = read(client, post)

    assert content.index("First.") < content.index("To the first.") < content.index("Second.")
    assert [f'id="c{n}"' in content for n in (1, 2, 3)] == [True] * 3
    assert 'in reply to <a href="#c1">1 (12:00)</a>' in content
    assert "3 replies" in content


def test_an_answer_says_when_what_it_answers_was_written_on_another_day(client):
    post = make_post(at=NOON)
    first = make_reply(post=post, at=NOON)
    make_reply(parent=first, at=NOON + timedelta(days=1))

    content = read(client, post)

    assert f'<a href="#c1">1 ({NOON:%-d %B}, 12:00)</a>' in content


def test_a_retracted_reply_leaves_its_number_and_no_words(client):
    post = make_post()
    retracted = make_reply(post=post, body="<p>Regretted words.</p>")
    make_reply(parent=retracted, body="<p>An answer.</p>")
    retracted.retract()

    content = read(client, post)

    assert "Regretted words." not in content
    assert "This reply has been taken down." in content
    assert 'id="c1"' in content
    assert "An answer." in content
    assert "1 reply" in content
    assert f'value="reply:{retracted.pk}"' not in content


def test_the_times_are_londons(client):
    post = make_post(at=datetime(2026, 7, 1, 11, 0, tzinfo=UTC))
    make_reply(post=post, at=datetime(2026, 7, 1, 11, 30, tzinfo=UTC))

    content = read(client, post)

    assert "1 July 2026, 12:30" in content


def test_a_retracted_post_is_410_and_its_words_are_gone(client):
    post = make_post(title="Regretted", body="<p>Regretted words.</p>")
    post.retract()

    response = client.get(post.get_absolute_url())

    assert response.status_code == 410
    assert "Regretted" not in response.content.decode()
    assert "has been taken down" in response.content.decode()


def test_a_restored_post_is_back_at_its_address(client):
    post = make_post(body="<p>Words.</p>")
    post.retract()
    post.restore()

    assert client.get(post.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/2026/03/nothing.html",
        "/2026/13/a-title.html",
        "/2026/3/a-title.html",
        "/0000/01/x.html",
        "/2026/03/.html",
        "/2026/03/%00.html",
        "/nothing/",
    ],
)
def test_an_unknown_address_is_404_with_a_way_on(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


def test_a_draft_has_no_address(client):
    make_draft(title="Not yet")

    assert client.get("/2026/03/not-yet.html").status_code == 404
    assert not Post.objects.published().exists()


def test_neighbours_are_linked(client):
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2, 3)]
    older, post, newer = (make_post(at=day, title=f"Day {day.day}") for day in days)

    content = read(client, post)

    assert f'rel="prev" href="{older.get_absolute_url()}"' in content
    assert f'rel="next" href="{newer.get_absolute_url()}"' in content


def test_its_reply_buttons_can_be_used_under_its_referrer_policy(client):
    response = client.get(make_post().get_absolute_url())

    assert response.headers["Referrer-Policy"] == "same-origin"


def test_a_submission_that_waits_shows_nowhere(client):
    post = make_post()
    make_submission(kind="reply", text="Waiting words.", target_post=post)

    assert "Waiting words." not in read(client, post)
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("how_many", [50, 500])
def test_a_post_with_many_replies_needs_at_most_ten_queries(
    client, django_assert_max_num_queries, how_many
):
    post = make_post()
    make_replies(how_many, post=post)

    with django_assert_max_num_queries(10):
        content = read(client, post)

    assert content.count('<article class="reply') == min(how_many, 200)


def test_fifty_and_five_hundred_replies_need_the_same_queries(
    client, django_assert_max_num_queries
):
    few, many = make_post(title="Few"), make_post(title="Many")
    make_replies(50, post=few)
    make_replies(500, post=many)
    counts = []
    for post in (few, many):
        with django_assert_max_num_queries(10) as captured:
            read(client, post)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_a_chain_of_two_hundred_answers_is_shown_whole(client):
    post = make_post()
    replies = make_replies(200, post=post)
    for before, answer in zip(replies, replies[1:], strict=False):
        answer.parent = before
    type(replies[0]).objects.bulk_update(replies, ["parent"], batch_size=200)

    content = read(client, post)

    assert content.count('<article class="reply') == 200
    assert content.index('id="c199"') < content.index('id="c200"')


def test_a_post_leads_to_earlier_posts_that_share_most_labels_with_it(client):
    pay, courts = make_label("Pay"), make_label("Courts")
    days = [NOON.replace(day=day) for day in (1, 2, 3, 4)]
    make_post(title="On both", labels=[pay, courts], at=days[0])
    make_post(title="On pay", labels=[pay], at=days[1])
    make_post(title="On nothing", at=days[1])
    post = make_post(title="Now", labels=[pay, courts], at=days[2])
    make_post(title="Later on both", labels=[pay, courts], at=days[3])

    related = read(client, post).split("Earlier on this")[1].split("</nav>")[0]

    assert related.index("On both") < related.index("On pay")
    assert "On nothing" not in related
    assert "Later on both" not in related


def test_a_retracted_post_is_related_to_nothing(client):
    pay = make_label("Pay")
    earlier = make_post(labels=[pay], at=NOON.replace(day=1))
    post = make_post(labels=[pay], at=NOON.replace(day=2))
    earlier.retract()

    assert "Earlier on this" not in read(client, post)


def test_whoever_may_show_a_post_as_related_is_told():
    pay, courts = make_label("Pay"), make_label("Courts")
    make_post(labels=[pay], at=NOON.replace(day=1))
    post = make_post(labels=[pay], at=NOON.replace(day=2))
    later = make_post(labels=[pay, courts], at=NOON.replace(day=3))
    make_post(labels=[courts], at=NOON.replace(day=4))

    assert list(post.may_be_related_to(post.labels.all())) == [later]
    assert post in later.related()
