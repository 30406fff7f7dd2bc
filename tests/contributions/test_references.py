"""A reply that names another by number or time leads to it, and the other says so."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from contributions.models import Reference, Reply
from contributions.references import MOST, in_pieces
from tests.contributions.inert import dangers_in
from tests.factories import make_post, make_replies, make_reply

NUMBERS = {number: f"/a#c{number}" for number in (3, 10, 11, 12, 15)}
TIMES = {"17:57": "/a#c17", "09:05": "/a#c9"}


def links(text):
    """Return the (words, address) that became links in a text where those above exist."""
    pieces = in_pieces(text, lambda number, time: (NUMBERS | TIMES).get(number or time, ""))
    assert "".join(words for words, _ in pieces) == text
    return [piece for piece in pieces if piece[1]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I agree with no. 12.", "no. 12"),
        ("No. 12 has it", "No. 12"),
        ("No 12 above says", "No 12"),
        ("no.12, well said", "no.12"),
        ("See reply 12!", "reply 12"),
        ("Reply no. 12 is right", "Reply no. 12"),
        ("as comment 12 says", "comment 12"),
        ("(#12)", "#12"),
        ("“#12”", "#12"),
        ("line\n#12\nline", "#12"),
        ("No. 10 above is right", "No. 10"),
    ],
)
def test_a_number_leads_to_the_reply_that_bears_it(text, words):
    assert [found for found, _ in links(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anon 17:57 is right", "Anon 17:57"),
        ("anon 17.57: yes", "anon 17.57"),
        ("Anonymous at 17:57", "Anonymous at 17:57"),
        ("@Anonymous 17:57", "Anonymous 17:57"),
        ("Anon 9:05", "Anon 9:05"),
        ("Anon @ 09:05", "Anon @ 09:05"),
    ],
)
def test_a_time_leads_to_the_reply_that_bears_it(text, words):
    assert [found for found, _ in links(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        *("no. 99", "there were no 12 of us", "No. 10 has announced", "No 11 Downing Street"),
        *("no. 12.5", "no. 12%", "no. 12a", "casino. 12", "#12th", "a#12", "&#12;", "/#12"),
        *("no. 012", "no. 0", "#120000000000", "reply 12 times", "No 12 people left"),
        *("Anon 17:58", "Anon 17:57:30", "Anon 5:57 pm", "at 17:57", "Anon 25:57", "canon 17:57"),
        *("Anon 17:57pm", "Anon 9:05am", "https://x.example/#12", "https://x.example/no.12"),
    ],
)
def test_what_only_looks_like_one_stays_plain(text):
    assert links(text) == []


def test_a_text_of_nothing_but_numbers_gets_a_bounded_number_of_links():
    text = "no. 12 " * 5_700

    assert len(links(text)) == MOST


@pytest.mark.parametrize("run", ["no.", "No ", "#", "reply ", "reply no. ", "Anon ", "1", "Anon 1"])
def test_a_long_run_of_beginnings_is_read_once(run):
    assert links(run * (40_000 // len(run))) == []


pytestmark = pytest.mark.django_db


def at(day, hour, minute, month=7):
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def answer(post, text, **fields):
    """Publish a plain text as a reply."""
    reply = Reply(post=post, **fields)
    reply.write(text)
    reply.publish()
    return Reply.objects.get(pk=reply.pk)


def test_a_number_becomes_a_link_and_is_kept_as_a_reference():
    post = make_post()
    target = make_reply(post=post)

    reply = answer(post, "I agree with no. 1,\nwholly.")

    address = f"{post.get_absolute_url()}#c1"
    assert f'I agree with <a href="{address}"' in reply.body
    assert '">no. 1</a>,<br>wholly.' in reply.body
    assert Reference.objects.get().source == reply
    assert Reference.objects.get().target == target


def test_the_clock_is_londons():
    post = make_post()
    summer = make_reply(post=post, at=at(1, 16, 57))
    make_reply(post=post, at=at(1, 17, 57))

    reply = answer(post, "Anon 17:57 and Anon 16:57")

    assert [row.target for row in Reference.objects.filter(source=reply)] == [summer]


def test_a_time_that_two_bear_leads_nowhere():
    post = make_post()
    make_reply(post=post, at=at(1, 16, 57))
    make_reply(post=post, at=at(2, 16, 57)).retract()

    assert "<a" not in answer(post, "Anon 17:57").body
    assert not Reference.objects.exists()


def test_the_hour_that_comes_twice_in_autumn_is_told_apart_by_nobody():
    post = make_post()
    make_reply(post=post, at=at(25, 0, 30, month=10))
    make_reply(post=post, at=at(25, 1, 30, month=10))
    only = make_reply(post=post, at=at(25, 2, 30, month=10))

    answer(post, "Anon 01:30 and Anon 1:30 and Anon 02:30")

    assert [row.target for row in Reference.objects.all()] == [only]


def test_across_the_spring_change_each_bears_its_own_hour():
    post = make_post()
    before = make_reply(post=post, at=at(29, 0, 30, month=3))
    after = make_reply(post=post, at=at(29, 1, 30, month=3))

    answer(post, "Anon 00:30 said, and then Anon 02:30")

    assert {row.target for row in Reference.objects.all()} == {before, after}


def test_what_was_taken_down_is_not_led_to():
    post = make_post()
    make_reply(post=post).retract()

    assert "<a" not in answer(post, "no. 1 was right").body


def test_replies_of_another_post_are_not_led_to():
    make_reply()

    assert "<a" not in answer(make_post(), "no. 1 was right").body


def test_named_twice_it_is_one_reference_and_two_links():
    post = make_post()
    make_reply(post=post)

    reply = answer(post, "no. 1 and again #1")

    assert reply.body.count("<a ") == 2
    assert Reference.objects.count() == 1


def test_the_reply_that_was_named_says_so(client):
    post = make_post()
    make_reply(post=post)
    for text in ("no. 1!", "#1?", "nothing"):
        answer(post, text)
    answer(post, "no. 1 again").retract()

    page = client.get(post.get_absolute_url()).content.decode()

    assert 'Taken up by <a href="#c2">no. 2</a>, <a href="#c3">no. 3</a></p>' in page
    assert page.count("Taken up by") == 1


def test_after_an_amendment_references_are_noted_anew():
    post = make_post()
    _, second = make_reply(post=post), make_reply(post=post)
    reply = answer(post, "no. 1")

    reply.body = f'<p><a href="{second.get_absolute_url()}">That one</a></p>'
    reply.save()
    reply.note_references()

    assert [row.target for row in reply.references.all()] == [second]


def test_links_beside_markup_stay_harmless():
    post = make_post()
    make_reply(post=post)

    body = answer(post, '<b onclick="x">no. 1</b> <script>#1</script> javascript:#1').body

    assert dangers_in(body) == []
    assert "&lt;script&gt;" in body


def test_no_reply_names_itself():
    post = make_post()

    reply = answer(post, "no. 1 is me")

    assert "<a" not in reply.body
    with pytest.raises(IntegrityError), transaction.atomic():
        Reference.objects.create(source=reply, target=reply)


@pytest.mark.parametrize("how_many", [10, 200])
def test_a_page_asks_as_little_for_many_references_as_for_few(
    client, django_assert_max_num_queries, how_many
):
    post = make_post()
    replies = make_replies(how_many, post=post)
    Reference.objects.bulk_create(
        Reference(source=later, target=earlier)
        for earlier, later in zip(replies, replies[1:], strict=False)
    )

    with django_assert_max_num_queries(10):
        client.get(post.get_absolute_url())
