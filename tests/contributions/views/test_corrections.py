"""The public list of corrections: the newest first, and no word that was taken out."""

from datetime import UTC, datetime, timedelta

import pytest

from contributions.models import PublicNote
from contributions.models.public_note import PublicNote as Note
from tests.factories import make_guest_blog, make_post, make_reply

pytestmark = pytest.mark.django_db
MAY = datetime(2026, 5, 3, 23, 30, tzinfo=UTC)  # The fourth in London.


def note(thing, kind="amended", sentence="a detail was removed", at=MAY):
    Note.under(thing, kind, sentence)
    Note.objects.filter(pk=Note.objects.latest("pk").pk).update(noted_at=at)


def listed(client, address="/corrections/"):
    """Return the text of the page's list, in one line."""
    content = client.get(address).content.decode()
    return " ".join(content.partition('class="corrections"')[2].partition("</ul>")[0].split())


def test_an_amended_post_is_named_linked_and_dated_by_the_day_in_london(client):
    post = make_post(title="Fish & chips")
    note(post)

    assert (
        f'<a href="{post.get_absolute_url()}">Fish &amp; chips</a> '
        "was amended on 4 May 2026: a detail was removed."
    ) in listed(client)


def test_a_reply_is_named_by_its_number_and_its_post(client):
    reply = make_reply()
    note(reply, "retracted", "")

    assert f'{reply.get_absolute_url()}">Reply 1 under “{reply.post.title}”</a>' in listed(client)
    assert "was taken back on 4 May 2026." in listed(client)


def test_of_what_was_taken_back_neither_title_nor_address_is_told(client):
    post, blog = make_post(title="Quagga"), make_guest_blog(title="Okapi")
    reply = make_reply(post=post)
    for thing in (post, blog, reply):
        note(thing, "retracted")
    post.retract()
    blog.retract()

    found = listed(client)

    assert "quagga" not in found.lower()
    assert "okapi" not in found.lower()
    assert "A post was taken back" in found
    assert "Guest Blog 1 was taken back" in found
    assert "A reply was taken back" in found


def test_the_newest_stand_first_and_older_ones_on_pages_that_stay(client):
    post = make_post()
    for n in range(25):
        note(post, sentence=f"number {n}", at=MAY + timedelta(days=n))

    first, oldest = listed(client), listed(client, "/corrections/page/1/")

    assert first.index("number 24.") < first.index("number 23.")
    assert "number 9." not in first
    assert oldest.index("number 9.") < oldest.index("number 0.")
    assert client.get("/corrections/page/3/").status_code == 404


def test_with_nothing_to_correct_the_page_says_so(client):
    assert "None yet." in listed(client)


def test_every_page_leads_to_it(client):
    assert 'href="/corrections/"' in client.get("/").content.decode()


def test_it_asks_few_questions_however_many_there_are(client, django_assert_max_num_queries):
    PublicNote.objects.bulk_create(
        PublicNote(kind="amended", reply=make_reply(), noted_at=MAY) for _ in range(19)
    )

    with django_assert_max_num_queries(4):
        client.get("/corrections/")
