"""What is found, in which order, and how it is shown."""

from datetime import timedelta

import pytest

from contributions.models import SearchEntry
from contributions.models.publication import Status
from contributions.search import finding, postgresql
from contributions.search.finding import find
from contributions.search.query import read
from tests.factories import (
    NOON,
    make_digest,
    make_guest_blog,
    make_label,
    make_post,
    make_posts,
    make_reply,
)

pytestmark = pytest.mark.django_db


def found(text, **narrowed):
    """Return what was found, the best first."""
    return [hit.entry.about for hit in find(read(text), **narrowed).hits]


def body(words):
    return f"<p>{words}</p>"


def test_all_words_are_looked_for_in_every_form_of_theirs():
    both = make_post(body=body("Our caseloads were doubled."))
    make_post(body=body("Our caseloads shrank."))

    assert found("double caseload") == [both]


def test_a_phrase_stands_together():
    together = make_post(body=body("The duty desk rang."))
    make_post(body=body("The desk had no duty."))

    assert found('"duty desk"') == [together]


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"duty desk"', [5, 3, 0]),
        ('"duty desk" rang', [3, 0]),
        ('"duty desk" -rang', [5]),
        ('"duty desk" -"desk rang"', [5, 3]),
        ('desk -"duty desk"', [4, 2, 1]),
        ('"the duty" or "no duty"', [5, 4, 3, 2, 1, 0]),
        ('"desk duty"', []),
    ],
)
def test_a_phrase_among_many_that_have_its_words(monkeypatch, query, expected, newest_first):
    monkeypatch.setattr(postgresql, "LOOKED_THROUGH", 2)
    said = {3: "The duty desk. It rang.", 0: "The duty desk rang.", 5: "The duty desk."}
    posts = [
        make_post(body=body(said.get(n, "The desk had no duty. The duty.")), at=NOON + timedelta(n))
        for n in range(6)
    ]

    hits = found(query, newest_first=newest_first)

    assert sorted(map(posts.index, hits), reverse=True) == expected
    assert hits == [posts[n] for n in expected] or not newest_first
    assert found(query, newest_first=newest_first, kind="reply") == []


def test_a_phrase_may_hold_what_looks_like_a_tag():
    post = make_post(body=body("The desk &lt;a href=x&gt; rang."))

    assert found('"desk <a href=x> rang"') == [post]


def test_of_a_phrase_no_more_are_ranked_either(monkeypatch):
    monkeypatch.setattr(finding, "MOST_RANKED", 2)
    posts = [make_post(body=body("The duty desk."), at=NOON + timedelta(n)) for n in range(4)]

    result = find(read('"duty desk"'))

    assert (result.count, result.is_cut) == (2, True)
    assert [hit.entry.about for hit in result.hits] == posts[:1:-1]


def test_what_is_excluded_is_left_out():
    make_post(body=body("Prison and court."))
    prison = make_post(body=body("Prison alone."))

    assert found("prison -court") == [prison]


def test_or_finds_either():
    posts = {make_post(body=body("Prison.")), make_post(body=body("Court."))}

    assert set(found("prison or court")) == posts


def test_a_title_weighs_more_than_a_body_and_of_equals_the_newest_comes_first():
    older, newer = (make_post(body=body("The rota."), at=NOON + timedelta(n)) for n in range(2))
    titled = make_post(title="The rota", at=NOON - timedelta(1))

    assert found("rota") == [titled, newer, older]


def test_a_guest_blog_is_found_by_its_number():
    blog = make_guest_blog(title="Nights")

    assert found("“guest blog 1”") == [blog]


def test_replies_and_accounts_are_found_where_they_stand():
    reply = make_reply(body=body("A quagga."))
    account = make_digest("<p>First.</p>", body("An okapi.")).items.get(number=2)

    assert found("quagga") == [reply]
    assert found("okapi") == [account]


def test_a_kind_a_label_and_a_year_narrow_it():
    label = make_label()
    post = make_post(body=body("The rota."), labels=[label], at=NOON)
    reply = make_reply(body=body("The rota."), post=post, at=NOON.replace(year=2027))
    make_post(body=body("The rota."), at=NOON)

    assert found("rota", kind="reply") == [reply]
    assert set(found("rota", label=label)) == {post, reply}
    assert found("rota", label=label, year=2026) == [post]


def test_a_year_is_londons():
    post = make_post(body=body("The rota."), at=NOON.replace(month=12, day=31, hour=23))
    summer = make_post(body=body("The rota."), at=NOON.replace(month=7, year=2025))

    assert found("rota", year=2026) == [post]
    assert found("rota", year=2025) == [summer]


def test_the_match_is_marked_in_its_words():
    make_post(
        body=body("Before. " * 60 + "They doubled &lt;b&gt; our caseloads. " + "After. " * 60)
    )

    [hit] = find(read("caseload")).hits

    assert ("caseloads", True) in hit.snippet
    assert "doubled" in "".join(words for words, _ in hit.snippet)
    assert hit.snippet[0] == ("… ", False)
    assert hit.snippet[-1] == (" …", False)
    assert len("".join(words for words, _ in hit.snippet)) < 400


def test_of_a_very_common_word_the_newest_are_ranked(monkeypatch):
    monkeypatch.setattr(finding, "MOST_RANKED", 5)
    posts = make_posts(8)
    SearchEntry.objects.rebuild()

    everything = find(read("words"))

    assert (everything.count, everything.is_cut) == (5, True)
    assert {hit.entry.post for hit in everything.hits} == set(posts[-5:])
    assert not find(read("words 3")).is_cut


def test_pages_follow_each_other():
    make_posts(finding.SIZE + 1)
    SearchEntry.objects.rebuild()

    first, second = find(read("words")), find(read("words"), 2)

    assert (first.before, first.after, len(first.hits)) == (None, 2, finding.SIZE)
    assert (second.before, second.after, len(second.hits)) == (1, None, 1)


def test_what_is_taken_back_past_the_index_is_still_not_shown():
    post = make_post(body=body("The rota."))
    reply = make_reply(body=body("The rota."))
    type(post).objects.filter(pk=post.pk).update(status=Status.RETRACTED)
    type(reply).objects.filter(pk=reply.pk).update(status=Status.RETRACTED)

    assert found("rota") == []


def test_whoever_asks_gets_the_newest_first_and_nobody_counts_beyond_the_page():
    posts = [make_post(body=body("The rota. " * (5 - n)), at=NOON + timedelta(n)) for n in range(3)]

    assert found("rota", newest_first=True) == posts[::-1]

    make_posts(finding.SIZE * 2 + 1)
    SearchEntry.objects.rebuild()
    first, second, third = (find(read("words"), n, newest_first=True) for n in (1, 2, 3))
    assert (first.count, first.after, first.is_cut) == (None, 2, False)
    assert (second.count, second.before, second.after) == (None, 1, 3)
    assert (third.count, third.after, len(third.hits)) == (finding.SIZE * 2 + 1, None, 1)


def test_what_is_restored_or_amended_keeps_its_place_by_time():
    older, newer = (make_reply(body=body("The rota."), at=NOON + timedelta(n)) for n in range(2))

    older.retract()
    older.restore()
    older.amend(older.revision, body=body("The new rota."))

    assert found("rota", newest_first=True) == [newer, older]


def test_an_account_and_its_digest_of_one_second_are_told_apart():
    digest = make_digest(body("One okapi."), body("Another okapi."), at=NOON, body=body("Okapi."))
    entries = SearchEntry.objects.filter(post=digest)

    assert len({entry.pk for entry in entries}) == 3
    assert {hit.entry.get_kind_display() for hit in find(read("okapi"), kind="digest").hits} == {
        "Digest"
    }
    assert len(found("okapi", kind="digest")) == 3
