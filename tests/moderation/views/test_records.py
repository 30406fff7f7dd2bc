"""The log of what editors did."""

import csv
import io
from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest

from contributions.models import Submission
from moderation import afterwards, deciding
from moderation.models import Decision, DeclineReason
from moderation.record_wording import SENTENCES
from tests.factories import make_editor, make_guest_blog, make_post, make_reply, make_submission
from tests.moderation.approving import approve, publish
from tests.moderation.views.test_queue import read, words

pytestmark = pytest.mark.django_db
LOG, TABLE = "/admin/desk/records/", "/admin/desk/records.csv"


def record_on(day, what, **about):
    with patch("django.utils.timezone.now", return_value=datetime(*day, 12, tzinfo=UTC)):
        return Decision.objects.record(what, **about)


def log(client, **wanted):
    response = client.get(LOG, wanted)
    assert response.status_code == 200
    return words(response.content.decode())


def table(client, **wanted):
    response = client.get(TABLE, wanted)
    assert response.status_code == 200
    content = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(content)))


def test_each_act_is_a_sentence_and_the_newest_comes_first(editor, editor_client):
    submission = make_submission(kind="reply", received_on=date(2026, 3, 2))
    deciding.decline(submission, 1, by=editor, reason=DeclineReason.objects.get(slug="off-topic"))
    Decision.objects.record("stop", by=editor)

    said = log(editor_client)

    assert f"{editor} declined the reply of 2 March 2026 (off topic)" in said
    assert said.index("stopped all publication") < said.index("declined the reply")


def test_what_was_taken_out_is_counted_by_sort(editor, editor_client):
    approve(make_submission(), editor, text="[[Jo|name]], [[Al|name]] and [[Leeds|place|legal]].")

    assert "Took out 2 × Name: Identifies somebody else, 1 × Place: Legal" in log(editor_client)


def test_neither_log_nor_table_holds_a_word_of_a_text(editor, editor_client):
    submission = make_submission(title="Quagga", text="Okapi.")
    post = publish(submission, editor, title="Zebra", text="Words of [[Jo Fox|name]].")
    afterwards.retract(post, by=editor)
    Decision.objects.record("amend", by=editor, reply=make_reply(post=make_post(title="Gnu")))

    everything = read(editor_client, LOG) + str(table(editor_client))

    for word in ("quagga", "okapi", "zebra", "jo fox", "gnu"):
        assert word not in everything.lower()


def test_every_act_has_its_sentence():
    assert set(SENTENCES) == set(Decision.What)


def test_a_post_and_a_reply_are_called_by_their_numbers(editor, editor_client):
    reply = make_reply(post=make_guest_blog())
    Decision.objects.record("amend", by=editor, reply=reply)
    Decision.objects.record("amend", by=editor, post=reply.post)

    said = log(editor_client)

    assert "amended reply 1 under Guest Blog 1" in said
    assert "amended Guest Blog 1" in said


@pytest.fixture
def several(editor):
    """Acts of two editors on two days, on a text that became a post, and on others."""
    other = make_editor()
    submission = make_submission()
    record_on((2026, 3, 1), "hold", by=other, submission=submission, version=1)
    record_on((2026, 3, 2), "stop", by=other)
    post = make_post()
    Submission.objects.filter(pk=submission.pk).update(became_post=post)
    record_on((2026, 3, 3), "amend", by=editor, post=post)
    record_on((2026, 3, 4), "amend", by=editor, reply=make_reply(post=post))
    return {"submission": submission, "post": post, "other": other}


def acts(rows):
    return [(row["number"], row["act"]) for row in rows]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, "1234"),
        ({"since": "2026-03-02"}, "234"),
        ({"until": "2026-03-02"}, "12"),
        ({"since": "2026-03-02", "until": "2026-03-03"}, "23"),
        ({"what": "amend"}, "34"),
        ({"what": "amend", "until": "2026-03-03"}, "3"),
    ],
)
def test_the_log_is_narrowed_by_day_and_act(editor_client, several, wanted, numbers):
    assert [row["number"] for row in table(editor_client, **wanted)] == list(numbers)
    assert f"{len(numbers)} record" in log(editor_client, **wanted)


def test_the_log_is_narrowed_by_editor(editor_client, several):
    rows = table(editor_client, by=several["other"].pk)

    assert acts(rows) == [("1", "hold"), ("2", "stop")]


@pytest.mark.parametrize("where", ["desk", "admin", "public", "in full"])
def test_an_item_has_the_acts_on_all_that_it_was(editor_client, several, where):
    post = several["post"]
    address = {
        "desk": f"/admin/desk/{several['submission'].pk}/",
        "admin": f"/admin/contributions/post/{post.pk}/change/",
        "public": post.get_absolute_url(),
        "in full": f"https://blog.example{post.get_absolute_url()}",
    }[where]

    assert acts(table(editor_client, item=address)) == [("1", "hold"), ("3", "amend")]


def test_a_reply_is_an_item_of_its_own(editor_client, several):
    address = several["post"].get_absolute_url() + "#c1"

    assert acts(table(editor_client, item=address)) == [("4", "amend")]


@pytest.mark.parametrize(
    "wanted",
    [
        {"item": "nowhere"},
        {"item": "http://["},
        {"item": "/admin/contributions/post/abc/change/"},
        {"item": "/admin/desk/00000000-0000-0000-0000-000000000000/"},
        {"item": "\0"},
        {"by": "x"},
        {"what": "whisper"},
        {"since": "yesterday"},
        {"item": "/" * 301},
    ],
)
def test_what_makes_no_sense_is_said_and_shows_nothing(editor_client, several, wanted):
    assert "has to be put right" in log(editor_client, **wanted)
    assert table(editor_client, **wanted) == []


@pytest.mark.parametrize(
    "wanted", [{"until": "9999-12-31"}, {"since": "0001-01-01"}, {"page": "x"}]
)
def test_the_ends_of_time_are_days_too(editor_client, several, wanted):
    assert "4 records" in log(editor_client, **wanted)


def test_the_log_comes_in_pages_of_a_hundred_and_keeps_what_was_asked(editor, editor_client):
    for _ in range(101):
        Decision.objects.record("stop", by=editor)

    first, second = (read(editor_client, f"{LOG}?what=stop&page={page}") for page in (1, 2))

    assert first.count("<time ") == 100
    assert second.count("<time ") == 1
    assert 'href="?what=stop&amp;page=2"' in first


def test_the_log_needs_the_same_queries_with_three_and_with_ninety(
    editor, editor_client, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("moderation.middleware._minute", lambda: 1)

    def fill(how_many):
        for _ in range(how_many):
            submission = make_submission()
            approve(submission, editor)
            Decision.objects.record("amend", by=editor, reply=make_reply())

    fill(2)
    read(editor_client, LOG)
    with django_assert_max_num_queries(20) as few:
        read(editor_client, LOG)
    fill(30)
    with django_assert_max_num_queries(20) as many:
        read(editor_client, LOG)

    assert len(many) == len(few)


def test_a_cell_is_no_formula(editor_client):
    sly = make_editor()
    sly.username = "=1+1"
    sly.save()
    Decision.objects.record("stop", by=sly, reason="-x")

    row = table(editor_client)[0]

    assert (row["editor"], row["reason"]) == ("'=1+1", "'-x")


def test_the_table_is_a_file_to_keep(editor_client):
    response = editor_client.get(TABLE)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="records-')


def test_the_log_says_where_the_chain_ends(editor, editor_client):
    record = Decision.objects.record("stop", by=editor)

    said = log(editor_client)

    assert f"{record.digest[:4]} {record.digest[4:8]}" in said
    assert "Note it on paper" in said


def test_nothing_is_changed_by_asking(editor_client):
    assert editor_client.post(LOG).status_code == 405
    assert editor_client.post(TABLE).status_code == 405


def test_the_desk_leads_to_records_and_statistics(editor_client):
    page = read(editor_client)

    assert LOG in page
    assert "/admin/desk/statistics/" in page
