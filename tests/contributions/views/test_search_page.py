"""The page that readers search on."""

import pytest

from contributions.models import SearchEntry
from contributions.search import finding
from tests.factories import make_label, make_post, make_posts, make_reply

pytestmark = pytest.mark.django_db


def page(client, **asked):
    answer = client.get("/search/", asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_without_a_question_it_has_the_form_alone(client):
    html = page(client)

    assert 'name="q"' in html
    assert "found-heading" not in html
    assert "Something needs another look" not in html


def test_a_hit_leads_there_with_the_match_marked(client):
    reply = make_reply(body="<p>Fish &amp; our caseloads &lt;b&gt;</p>")

    html = page(client, q="caseload")

    assert f'<a href="{reply.get_absolute_url()}">Reply 1 under “A plain title”</a>' in html
    assert "Fish &amp; our <mark>caseloads</mark> &lt;b&gt;" in html
    assert "1 found" in html


def test_the_words_are_given_back(client):
    html = page(client, q='<b> "duty desk"')

    assert 'value="&lt;b&gt; &quot;duty desk&quot;"' in html
    assert "Nothing found" in html


def test_the_filters_narrow_and_stay_chosen(client):
    label = make_label("Court")
    make_post(body="<p>The rota.</p>", labels=[label])
    make_post(body="<p>The rota.</p>")

    html = page(client, q="rota", label="court", kind="article")

    assert "1 found" in html
    assert '<option value="court" selected>' in html
    assert '<option value="article" selected>' in html


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"q": ""}, "Write at least one word to look for."),
        ({"q": "-court"}, "Write at least one word to look for."),
        ({"q": "a " * 17}, "Search for at most 16 words at once."),
        ({"q": "a" * 201}, "Search for at most 200 characters."),
        ({"q": "a", "kind": "secret"}, "Select a valid choice."),
        ({"q": "a", "label": "no'such"}, "Select a valid choice."),
        ({"q": "a", "year": "x"}, "Select a valid choice."),
        ({"q": "a\x00b", "label": "\x00"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_looked_for_is_said(client, asked, sentence):
    assert sentence in page(client, **asked)


def test_of_a_very_common_word_the_page_says_what_was_ranked(client, monkeypatch):
    monkeypatch.setattr(finding, "MOST_RANKED", 25)
    make_posts(30)
    SearchEntry.objects.rebuild()

    first, second = page(client, q="words"), page(client, q="words", page="2")

    assert "More than 25 found" in first
    assert "only the newest 25 are put in order" in first
    assert 'href="?q=words&amp;page=2">More' in first
    assert 'href="?q=words&amp;page=1">' in second


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "²", "101", "9" * 5_000])
def test_there_are_no_other_pages(client, number):
    assert client.get("/search/", {"q": "a", "page": number}).status_code == 404


def test_no_machine_keeps_what_was_looked_for(client):
    answer = client.get("/search/", {"q": "xylograph"})

    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert "xylograph" not in answer.content.decode().partition("</title>")[0]
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "Disallow: /search/" in client.get("/robots.txt").content.decode()


def test_readers_have_a_box_and_writers_have_none(client):
    assert 'action="/search/"' in client.get("/").content.decode()
    assert 'action="/search/"' not in client.get("/contact/").content.decode()
    assert client.get("/search/").content.decode().count('action="/search/"') == 1


@pytest.mark.parametrize("how_many", [2, 20])
def test_it_asks_as_little_for_many_hits_as_for_few(client, django_assert_num_queries, how_many):
    for _ in range(how_many):
        make_reply(body="<p>The rota.</p>")

    with django_assert_num_queries(6):
        client.get("/search/", {"q": "rota"})


def test_a_link_leads_to_the_newest_first_and_back(client):
    make_posts(30)
    SearchEntry.objects.rebuild()

    best, newest = page(client, q="words"), page(client, q="words", order="newest")

    assert '<a href="?q=words&amp;order=newest">The newest first</a>' in best
    assert '<a href="?q=words">The best matches first</a>' in newest
    assert 'href="?q=words&amp;order=newest&amp;page=2">More' in newest
    assert newest.index("Post 29</a>") < newest.index("Post 28</a>") < newest.index("Post 10</a>")
