"""The search holds what is public, word for word, and nothing else."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from contributions.markup import to_plain_text
from contributions.models import DigestItem, Post, Reply, SearchEntry
from contributions.search import engine
from contributions.search.finding import find
from contributions.search.query import read
from moderation import afterwards, converting
from tests.factories import (
    make_digest,
    make_digest_draft,
    make_draft,
    make_editor,
    make_post,
    make_replies,
    make_reply,
)

pytestmark = pytest.mark.django_db


def texts():
    """Return what the search holds, by what it is about."""
    return {entry.about: entry.text for entry in SearchEntry.objects.all()}


def agrees():
    """Tell whether the search holds everything public and nothing else."""
    models = (Post, Reply, DigestItem)
    public = [row for model in models for row in model.objects.public()]
    return texts() == {row: to_plain_text(row.body) for row in public}


def in_the_files(word):
    """Tell whether a word is anywhere in the entries or in the index beside them, once tended."""
    engine().forget()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT entry::text FROM contributions_searchentry AS entry")
        else:
            cursor.execute("SELECT block FROM contributions_search_data")
        rows = [row for (row,) in cursor.fetchall()]
    rows += SearchEntry.objects.values_list("text", flat=True)
    return any(word.encode() in (row.encode() if isinstance(row, str) else row) for row in rows)


def count(text):
    return find(read(text)).count


@pytest.fixture
def reply():
    return make_reply(body="<p>Xylograph &amp; more.</p>")


def test_what_is_published_is_found(reply):
    make_digest("<p>One.</p>", "<p>Two.</p>")

    assert texts()[reply] == "Xylograph & more."
    assert len(texts()) == 5
    assert agrees()


def test_no_draft_is_in_it():
    draft = make_draft(title="Xylograph", body="<p>Xylograph.</p>")
    draft.save()
    make_digest_draft().items.create(number=1)

    assert texts() == {}


def test_after_an_amendment_no_old_word_is_left(reply):
    assert in_the_files("xylograph")

    reply.amend(1, body="<p>A detail was here.</p>")

    assert (count("xylograph"), count("detail")) == (0, 1)
    assert find(read("xylograph"), newest_first=True).hits == []
    assert not in_the_files("xylograph")
    assert (count("xylograph"), count("detail")) == (0, 1)
    assert agrees()


def test_after_a_title_was_amended_the_old_one_finds_nothing():
    post = make_post(title="Xylograph")

    post.amend(1, title="Plain")

    assert count("xylograph") == 0
    assert not in_the_files("xylograph")


def test_what_is_taken_back_is_gone_until_it_is_restored(reply):
    reply.retract()
    assert not in_the_files("xylograph")
    assert agrees()

    reply.restore()
    assert count("xylograph") == 1
    assert agrees()


def test_with_a_post_goes_all_that_stands_under_it(reply):
    digest = make_digest("<p>Wyvern.</p>", "<p>Taken.</p>")
    digest.items.get(number=2).retract()
    for post in (reply.post, digest):
        post.retract()

    assert texts() == {}
    assert not in_the_files("xylograph")
    assert not in_the_files("wyvern")

    for post in (reply.post, digest):
        post.restore()
    assert len(texts()) == 4
    assert agrees()


def test_an_amended_reply_under_a_post_that_was_taken_back_stays_out_of_it(reply):
    reply.post.retract()

    reply.amend(1, body="<p>Xylograph again.</p>")

    assert texts() == {}


def test_a_converted_reply_is_found_once_where_it_is_now(reply):
    post = converting.convert_to_guest_blog(reply, "Wood", by=make_editor())

    assert texts()[post] == "Xylograph & more."
    assert count("xylograph") == 1
    assert agrees()


def test_a_reply_taken_into_a_digest_is_found_there(reply):
    digest = make_digest("<p>One.</p>")

    item = converting.convert_to_item(reply, digest, by=make_editor())

    assert texts()[item] == "Xylograph & more."
    assert count("xylograph") == 1
    assert agrees()


def test_what_fails_halfway_leaves_the_search_as_it_was(reply):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        afterwards.retract(reply, by=make_editor())
        1 / 0  # noqa: B018

    assert count("xylograph") == 1


def test_it_can_be_made_anew(reply, capsys):
    make_replies(3, post=make_post())
    retracted = make_reply(body="<p>Wyvern.</p>")
    Reply.objects.filter(pk=retracted.pk).update(status="retracted")

    call_command("rebuild_search")

    assert "7 can be found" in capsys.readouterr().out
    assert agrees()
    assert not in_the_files("wyvern")


@pytest.mark.parametrize("how_many", [1, 50])
def test_keeping_a_reply_asks_as_little_however_many_there_are(
    django_assert_max_num_queries, how_many
):
    post = make_post()
    replies = make_replies(how_many, post=post)
    SearchEntry.objects.rebuild()

    with django_assert_max_num_queries(8):
        SearchEntry.objects.keep(replies[0])
    with django_assert_max_num_queries(12):
        SearchEntry.objects.keep(post)
