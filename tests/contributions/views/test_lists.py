"""Archives, the series, labels, and the standing pages."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from contributions.models import StandingPage
from tests.factories import make_draft, make_guest_blog, make_label, make_post, make_posts

pytestmark = pytest.mark.django_db
MARCH, MAY, OLD = (datetime(y, m, 2, tzinfo=UTC) for y, m in ((2026, 3), (2026, 5), (2024, 3)))


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_year_lists_its_posts_by_month_newest_first(client):
    make_post(title="In March", at=MARCH)
    make_post(title="In May", at=MAY)
    make_post(title="Long ago", at=OLD)

    content = read(client, "/2026/")

    assert content.index("May</a>") < content.index("In May") < content.index("In March")
    assert "Long ago" not in content
    assert 'rel="prev" href="/2024/"' in content
    assert 'href="/2026/03/"' in content


def test_a_month_lists_its_posts(client):
    make_post(title="In March", at=MARCH)
    make_post(title="In May", at=MAY)

    content = read(client, "/2026/03/")

    assert "In March" in content
    assert "In May" not in content


def test_a_month_leads_to_the_months_beside_it_that_have_posts(client):
    make_post(at=OLD)
    make_post(at=MARCH)
    make_post(at=MAY)

    content = read(client, "/2026/03/")

    assert 'rel="prev" href="/2024/03/"' in content
    assert 'rel="next" href="/2026/05/"' in content


def test_the_archive_shows_every_month_of_every_year_at_a_glance(client):
    make_posts(4, first=MARCH)
    make_post(at=OLD)

    content = read(client, "/archive/")

    assert '<td class="most"><a href="/2026/03/">4</a></td>' in content
    assert '<td class="few"><a href="/2024/03/">1</a></td>' in content
    assert '<th scope="row">2025</th>' in content
    assert content.count("<td") == 3 * (12 + 1)  # Each year ends with its sum.


def test_an_empty_archive_says_so(client):
    assert "Nothing has been published yet." in read(client, "/archive/")


def test_the_series_says_how_many_it_has_and_how_each_begins(client):
    make_guest_blog(
        title="One", body="<p>No. I will not go back to that place, <em>not</em> again. Why?</p>"
    )

    content = read(client, "/guest-blogs/")

    assert "1 account by" in content
    assert '<p class="opening">No. I will not go back to that place, not again.</p>' in content
    assert "Yours could be no. 2." in content


def test_this_year_is_there_even_while_it_is_empty(client):
    assert "so far" in read(client, f"/{timezone.localdate().year}/")


@pytest.mark.parametrize(
    "address", ["/1999/", "/0000/", "/9999/", "/2026/04/", "/2026/00/", "/99/"]
)
def test_an_empty_year_or_month_is_404(client, address):
    make_post(at=MARCH)

    assert client.get(address).status_code == 404


def test_the_series_lists_guest_blogs_alone_newest_first(client):
    make_guest_blog(title="The first")
    make_post(title="An article")
    make_guest_blog(title="The second")

    content = read(client, "/guest-blogs/")

    assert content.index("The second") < content.index("The first")
    assert "An article" not in content


def test_a_label_lists_the_posts_that_bear_it(client):
    pay = make_label("Pay")
    make_post(title="With it", labels=[pay])
    make_post(title="Without it")

    content = read(client, "/labels/pay/")

    assert "With it" in content
    assert "Without it" not in content


def test_labels_are_listed_with_their_count_of_public_posts(client):
    pay, unused = make_label("Pay"), make_label("Unused")
    make_post(labels=[pay])
    make_post(labels=[pay, unused]).retract()
    make_draft().labels.set([unused])

    content = read(client, "/labels/")

    assert "Pay</a>" in content
    assert '<span class="meta">1</span>' in content
    assert "Unused" not in content


def test_a_label_on_many_posts_has_pages(client, django_assert_max_num_queries):
    pay = make_label("Pay")
    pay.posts.set(make_posts(35))

    with django_assert_max_num_queries(6):
        first = read(client, "/labels/pay/")
    second, last = read(client, "/labels/pay/page/2/"), read(client, "/labels/pay/page/1/")

    assert first.count("<article>") == 15
    assert 'rel="next" href="/labels/pay/page/2/"' in first
    assert 'rel="prev" href="/labels/pay/"' in second
    assert 'rel="next" href="/labels/pay/page/1/"' in second
    assert "Post 0</a>" in last
    assert client.get("/labels/pay/page/3/").status_code == 200
    assert client.get("/labels/pay/page/4/").status_code == 404


def test_an_unknown_label_is_404(client):
    assert client.get("/labels/nothing/").status_code == 404


@pytest.mark.parametrize("address", ["/about/", "/safety/"])
def test_a_standing_page_shows_what_the_editor_wrote(client, address):
    StandingPage.objects.update(title="A title", body="<p>His <em>own</em> words.</p>")

    content = read(client, address)

    assert "<h1>A title</h1>" in content
    assert "<p>His <em>own</em> words.</p>" in content


LISTS = ["/", "/archive/", "/2026/", "/2026/03/", "/guest-blogs/", "/labels/", "/labels/pay/"] + [
    *("/feeds/posts/", "/feeds/replies/", "/sitemap.xml")
]


@pytest.mark.parametrize("address", LISTS)
def test_drafts_and_retracted_posts_appear_in_no_list(client, address):
    pay = make_label("Pay")
    make_guest_blog(title="Public", at=MARCH, labels=[pay])
    make_guest_blog(title="Retractedly", at=MARCH, labels=[pay]).retract()
    make_draft(title="Draftily", kind="guest_blog").labels.set([pay])

    content = read(client, address).lower()

    assert "retractedly" not in content
    assert "draftily" not in content


@pytest.mark.parametrize("address", LISTS)
def test_lists_ask_the_same_questions_however_many_posts(
    client, django_assert_max_num_queries, address
):
    pay = make_label("Pay")
    counts = []
    for how_many in (3, 25):
        pay.posts.model.objects.all().delete()
        pay.posts.set(make_posts(how_many, first=datetime(2026, 3, 1, tzinfo=UTC)))
        with django_assert_max_num_queries(8) as captured:
            read(client, address)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_times_are_as_html_wants_them(client):
    make_post(at=MARCH.replace(microsecond=123456))

    assert 'datetime="2026-03-02T00:00:00+0000"' in read(client, "/")
