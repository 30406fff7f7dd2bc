"""What pages say of themselves to search engines and to those who share them."""

import json
import re
from datetime import UTC, datetime

import pytest

from contributions.models import PublicNote, SiteSettings
from tests.factories import NOON, make_digest, make_guest_blog, make_label, make_post, make_replies

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert(1)</script><!-- \"&amp;' {{ x }} \u2028"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read(client, address):
    return client.get(address).content.decode()


def described(client, post):
    [data] = DATA.findall(read(client, post.get_absolute_url()))
    return json.loads(data)


def card(content):
    return dict(re.findall(r'<meta (?:property|name)="([a-z_:]+)" content="([^"]*)">', content))


def test_a_post_describes_itself_without_an_author(client):
    post = make_guest_blog(title="On workloads", at=NOON, labels=[make_label("Pay")])
    make_replies(3, post=post)
    post.replies.last().retract()

    data = described(client, post)

    assert data["@type"] == "BlogPosting"
    assert data["headline"] == "Guest Blog 1: On workloads"
    assert data["url"] == f"http://testserver{post.get_absolute_url()}"
    assert data["datePublished"] == data["dateModified"] == "2026-03-02T12:00:00+00:00"
    assert (data["keywords"], data["commentCount"]) == (["Pay"], 2)
    assert data["isPartOf"]["name"] == SiteSettings.current().name
    assert "author" not in data


def test_an_amended_account_makes_its_digest_modified(client):
    digest = make_digest("<p>One.</p>", "<p>Two.</p>", at=NOON)
    then = datetime(2026, 5, 3, 9, tzinfo=UTC)
    PublicNote.objects.create(kind="amended", noted_at=then, account=digest.items.last())

    assert described(client, digest)["dateModified"] == "2026-05-03T00:00:00+01:00"


def test_no_title_breaks_out_of_the_description(client):
    SiteSettings.objects.update(name=HOSTILE[:80])
    post = make_post(title=HOSTILE, labels=[make_label("</script><b>&")])

    content = read(client, post.get_absolute_url())
    data = described(client, post)

    assert content.count("<script") == content.count("</script") == 1
    assert "alert(1)</" not in content
    assert data["headline"] == HOSTILE
    assert data["keywords"] == ["</script><b>&"]


def test_a_post_has_a_card_for_those_who_share_it(client):
    post = make_guest_blog(title='"On" <workloads>', body="<p>Doubled &amp; again.</p>")

    content = read(client, post.get_absolute_url())

    said = card(content)
    assert said["og:title"] == "Guest Blog 1: &quot;On&quot; &lt;workloads&gt;"
    assert said["og:type"] == "article"
    assert said["og:url"] == f"http://testserver{post.get_absolute_url()}"
    assert said["og:description"] == said["description"] == "Doubled &amp; again."


@pytest.mark.parametrize("address", ["/", "/guest-blogs/", "/labels/", "/about/", "/2026/"])
def test_every_page_for_readers_names_its_one_address_and_itself(client, address):
    make_post(at=NOON)

    content = read(client, f"{address}?from=a-newsletter")

    assert f'<link rel="canonical" href="http://testserver{address}">' in content
    assert card(content)["og:url"] == f"http://testserver{address}"
    assert card(content)["description"]
    assert "<script" not in content


def test_pages_of_contributors_describe_nothing(client):
    content = read(client, "/contact/")

    assert "canonical" not in content
    assert "og:" not in content
    assert "<script" not in content
