"""What a contributor wrote and did not send in the end is nowhere, nor is who sent it."""

import pytest

from tests.behind_nginx import behind_nginx
from tests.over_http import Contributor, form_with, words_of
from tests.running.traces import traces
from tests.running_site import running_site

NAME, EMAIL, PHONE = "Quillfeatherstone", "zq.bittern@example.org", "07700 900461"
CARD, POSTCODE, CRN = "QQ 12 34 56 C", "NR99 9ZZ", "X123456"
REMOVED = [NAME, EMAIL, PHONE, CARD, POSTCODE, CRN]
KEPT = "a heron on the roof of the annexe"
TEXT = f"""\
My SPO, Zebedee {NAME}, told me to say nothing. I rang on {PHONE} and wrote to {EMAIL}.

National Insurance number {CARD}, CRN {CRN}, of 4 Bittern Close, {POSTCODE}.

I have seen {KEPT}."""
SENDER = {
    "user-agent": "Sparrowhawk-Browser/7",
    "x-forwarded-for": "203.0.113.77",
    "x-real-ip": "203.0.113.78",
    "forwarded": "for=203.0.113.79",
    "cookie": "trail=Goldcrest-Cookie",
    "accept-language": "kw-Fulmar",
}
WHO = [
    *("Sparrowhawk-Browser", "203.0.113.77", "203.0.113.78", "203.0.113.79"),
    *("Goldcrest-Cookie", "kw-Fulmar"),
]
LONG = "\n\nAnd so it went on, week after week, and nobody wrote it down." * 600


@pytest.fixture(scope="module")
def left_behind():
    """A site after contributors have come and gone by every way there is, and was stopped."""
    with running_site() as site:
        with behind_nginx(site) as address:
            come_and_go(address)
        site.stop()
        yield site


def come_and_go(address):
    """Write and send, write and leave, fail, and meet an error."""
    with Contributor(address, SENDER) as contributor:
        for text in (TEXT, TEXT + LONG):
            review = contributor.review(text, title=f"About Zebedee {NAME}")
            shown = form_with(review, "seal")
            assert not [word for word in REMOVED if word in shown["text"] + shown["title"]]
            assert KEPT in shown["text"]
            contributor.send(review)
        contributor.review(TEXT, kind="confidential")
        forged = form_with(contributor.review(TEXT), "seal") | {"send": "1", "text": TEXT}
        assert "did not arrive whole" in words_of(contributor.post("/contact/", forged, 403).text)
        wrong = {"kind": "reply", "target": "post:987654321", "text": TEXT, "check": "1"}
        contributor.post("/contact/", wrong, 404)
        contributor.post("/contact/", {"kind": "none", "text": TEXT, "check": "1"}, 422)
        contributor.post("/contact/", {"text": TEXT * 20_000, "check": "1"}, None)
        contributor.browser.post("/contact/", content=TEXT.encode())
        contributor.browser.post("/contact/", files={"text": ("note.txt", TEXT)})
        contributor.browser.post("/no/such/page/", content=TEXT.encode())
        assert contributor.browser.cookies.get("sessionid") is None


def test_what_was_sent_is_there_so_the_search_can_find(left_behind):
    places = {where.rpartition("/")[2] for where, _ in traces(left_behind, [KEPT])}

    if left_behind.database_url:
        assert {"public.contributions_submission", "pg_wal"} <= places
    else:
        assert "db.sqlite3" in places


def test_a_planted_word_is_found(left_behind):
    planted = left_behind.folder / "tmp" / "planted"
    planted.write_text(f"Once upon a time Zebedee {NAME} …")

    found = traces(left_behind, REMOVED)
    planted.unlink()

    assert found == [(str(planted), NAME)]


def test_nothing_remains_of_what_was_removed(left_behind):
    assert traces(left_behind, REMOVED) == []


def test_nothing_remains_of_who_sent_it(left_behind):
    assert traces(left_behind, WHO) == []
