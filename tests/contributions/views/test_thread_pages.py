"""Many replies under one post: a few pages, and every address as it was; and the newest ones."""

import gzip
import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from contributions.models import Post
from contributions.sample import load as loading
from tests.factories import NOON, make_guest_blog, make_post, make_replies, make_reply

pytestmark = pytest.mark.django_db
BASE = "/2026/03/a-plain-title"


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def shown(content):
    return [
        int(number) for number in re.findall(r'<article class="reply[^>]* id="c(\d+)"', content)
    ]


@pytest.fixture
def post():
    return make_post(at=NOON)


def test_the_first_page_ends_in_a_line_for_each_later_reply(client, post):
    make_replies(450, post=post)

    content = read(client, f"{BASE}.html")

    assert shown(content) == list(range(1, 201))
    stubs = re.findall(r'<li id="c(\d+)"><a href="([^"]+)">', content)
    assert stubs == [(f"{n}", f"{BASE}/{2 if n <= 400 else 3}/#c{n}") for n in range(201, 451)]
    assert "450 replies" in content


def test_two_hundred_imported_replies_make_at_most_sixty_kilobytes_compressed(client, monkeypatch):
    monkeypatch.setattr(loading, "LONG_THREADS", [200])
    call_command("load_sample", posts=40, replies=1_000, stdout=StringIO())
    counted = Post.objects.for_lists().filter(year__lt=loading.MOVED_IN)
    imported = counted.order_by("-reply_count").first()

    response = client.get(imported.get_absolute_url())

    assert imported.reply_count == 200
    assert len(gzip.compress(response.content, 9)) <= 60_000


def test_later_pages_show_the_others(client, post):
    make_replies(450, post=post)

    assert shown(read(client, f"{BASE}/2/")) == list(range(201, 401))
    assert shown(read(client, f"{BASE}/3/")) == list(range(401, 451))
    assert f'href="{BASE}.html"' in read(client, f"{BASE}/3/")


@pytest.mark.parametrize("page", ["0", "3", "99999999999999999999", "-1", "x"])
def test_there_are_as_many_pages_as_it_takes(client, post, page):
    make_replies(201, post=post)

    assert client.get(f"{BASE}/{page}/").status_code == 404


def test_the_first_page_is_the_posts_own(client, post):
    response = client.get(f"{BASE}/1/")

    assert (response.status_code, response.url) == (301, f"{BASE}.html")


def test_a_short_thread_has_one_page(client, post):
    make_replies(200, post=post)

    content = read(client, f"{BASE}.html")

    assert "Page 1" not in content
    assert "Later replies" not in content
    assert client.get(f"{BASE}/2/").status_code == 404


def test_an_answer_leads_to_what_it_answers_on_whichever_page_that_is(client, post):
    replies = make_replies(203, post=post)
    early, middle = replies[11], replies[201]
    early.references.create(target=replies[9])
    replies[200].references.create(target=early)
    replies[200].parent, replies[202].parent = early, middle
    type(early).objects.bulk_update([replies[200], replies[202]], ["parent"])

    first, second = read(client, f"{BASE}.html"), read(client, f"{BASE}/2/")

    assert f'in reply to <a href="{BASE}.html#c12">12 (' in second
    assert 'in reply to <a href="#c202">202 (' in second
    assert f'Taken up by <a href="{BASE}/2/#c201">no. 201</a>' in first
    assert 'Taken up by <a href="#c12">no. 12</a>' in first
    assert '<article class="reply" id="c201"' in second
    assert '<article class="reply deeper" id="c203"' in second


def test_the_newest_come_first_to_whoever_asks(client, post):
    make_replies(250, post=post)

    content = read(client, f"{BASE}/newest/")

    assert f'href="{BASE}/newest/"' in read(client, f"{BASE}.html")
    assert shown(content) == list(range(250, 50, -1))
    assert "deeper" not in content
    assert f'<link rel="canonical" href="http://testserver{BASE}.html">' in content


@pytest.mark.parametrize("page", ["2/", "newest/"])
def test_pages_of_replies_are_gone_with_their_post(client, post, page):
    make_replies(201, post=post)
    post.retract()

    response = client.get(f"{BASE}/{page}")

    assert response.status_code == 410
    assert "Reply 201" not in response.content.decode()


@pytest.mark.parametrize("page", ["2/", "newest/"])
def test_what_was_taken_back_is_on_no_page(client, post, page):
    replies = make_replies(201, post=post)
    replies[200].retract()

    content = read(client, f"{BASE}/{page}")

    assert "Reply 201</p>" not in content
    assert "This reply has been taken down." in content


def test_reply_buttons_work_on_later_pages_too(client, post):
    make_replies(201, post=post)

    for page in ("2/", "newest/"):
        assert client.get(f"{BASE}/{page}").headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("page", [".html", "/2/", "/newest/"])
def test_five_hundred_replies_need_no_more_questions_than_two_hundred(
    client, django_assert_max_num_queries, page
):
    make_replies(201, post=make_post(at=NOON))
    with django_assert_max_num_queries(11) as few:
        read(client, BASE + page)
    make_replies(500, post=make_post(at=NOON, title="Another"))

    with django_assert_max_num_queries(len(few)):
        read(client, f"/2026/03/another{page}")


def test_the_newest_replies_of_the_whole_site_stand_on_one_page(
    client, django_assert_max_num_queries
):
    blog = make_guest_blog(title="On <workloads>")
    make_replies(60, post=blog)
    make_reply(body="<p>Regretted.</p>").retract()
    newest = make_reply(post=blog, body="<p>So it is here.</p>")
    make_reply(body="<p>Under it.</p>").post.retract()

    with django_assert_max_num_queries(3):
        content = read(client, "/replies/")

    assert content.count("<article>") == 50
    assert "So it is here." in content
    assert (
        f'href="{newest.get_absolute_url()}">Reply 61</a> to Guest Blog 1: On &lt;work' in content
    )
    assert "Regretted." not in content
    assert "Under it." not in content


@pytest.mark.parametrize("number", [7, 201])
def test_an_imported_reply_is_where_old_links_lead(client, post, number):
    make_replies(201, post=post)
    post.replies.filter(number=number).update(imported_id=5837061129345712345)

    content = read(client, f"{BASE}.html")

    place = content.index('<span id="c5837061129345712345"></span>')
    assert content.rindex('id="c', 0, place - 5) == content.index(f'id="c{number}"')
    assert content.count("<span id=") == 1


def test_an_old_link_leads_to_a_reply_that_was_taken_back_too(client, post):
    reply = make_reply(post=post)
    post.replies.update(imported_id=5837061129345712345)
    reply.retract()

    assert 'id="c5837061129345712345"' in read(client, f"{BASE}.html")


def test_no_imported_id_can_be_taken_for_a_number(post):
    make_reply(post=post)

    with pytest.raises(IntegrityError), transaction.atomic():
        post.replies.update(imported_id=2)
