"""What the editor lists counts for the very next text, and leaves no trace of what it took out."""

import json

import pytest
from django.db import connection

from contributions.models import Submission, WatchedWord
from tests.correspondent import Correspondent, answers_to, ask
from tests.factories import make_watched_word, stored_words
from tests.page_forms import fields_in

pytestmark = pytest.mark.django_db
TEXT = "At the Biscuit Tin my colleague Delyth Quill said so."


def kept(response):
    return fields_in(response, "send")["text"]


def test_each_entry_counts_from_the_next_text_on(contributor):
    before = contributor.write(TEXT)
    tin = make_watched_word("the Biscuit Tin")
    stripped = contributor.write(TEXT)
    make_watched_word("Delyth Quill", "keep")
    left = contributor.write(TEXT)
    # Changed as another process would, which sends this one no word of it.
    WatchedWord.objects.filter(pk=tin.pk).update(category="PLACE")
    renamed = contributor.write(TEXT)
    WatchedWord.objects.all().delete()
    after = contributor.write(TEXT)

    assert kept(before) == kept(after) == "At the Biscuit Tin my colleague [name] said so."
    assert kept(stripped) == "At [office] my colleague [name] said so."
    assert kept(left) == "At [office] my colleague Delyth Quill said so."
    assert kept(renamed) == "At [place] my colleague Delyth Quill said so."


def test_a_title_is_looked_through_as_well(contributor):
    make_watched_word("the Biscuit Tin")

    response = contributor.write("Words.", title="A day at the biscuit tin")

    assert fields_in(response, "send")["title"] == "A day at [office]"


def test_the_contributor_reads_why_and_not_what_the_editor_noted(contributor):
    make_watched_word("the Biscuit Tin", note="It is what they call the Wexcombe annexe.")

    content = contributor.write(TEXT).content.decode()

    assert "the editor is told which entry it was" in content
    assert "Wexcombe" not in content


def test_the_contributor_may_keep_the_words(contributor):
    make_watched_word("the Biscuit Tin")
    review = contributor.write(TEXT)

    again = contributor.check_again(review, **{"choice-out-1": "keep:WORKPLACE:the Biscuit Tin"})

    assert kept(again).startswith("At the Biscuit Tin my")


def test_what_is_to_be_pointed_out_shows_nowhere_on_the_contributors_pages(contributor):
    plain = contributor.write(TEXT)
    make_watched_word("Biscuit Tin", "flag", note="Under a reporting restriction.")

    pointed_out = contributor.write(TEXT)

    for field in ("text", "findings"):
        assert fields_in(pointed_out, "send")[field] == fields_in(plain, "send")[field]
    assert "restriction" not in pointed_out.content.decode()


def test_nothing_that_is_stored_holds_the_words_that_were_taken_out(contributor):
    entry = make_watched_word("the Biscuit Tin")

    contributor.send(
        contributor.write("We met at THE BISCUIT-TIN. The biscuit tin’s door was shut.")
    )

    words = stored_words()
    assert words.text == "We met at [office]. [office]’s door was shut."
    assert "biscuit" not in json.dumps(words.content).lower()
    assert [finding["watched"] for finding in words.findings if finding["replaced"]] == [
        entry.pk,
        entry.pk,
    ]


def test_which_texts_hold_an_entry_can_be_read_from_no_table(contributor):
    make_watched_word("Biscuit Tin", "flag")
    make_watched_word("Spud")
    contributor.send(contributor.write("Spud sat in the Biscuit Tin."))

    with connection.cursor() as cursor:
        tables = {
            name: cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608
            and str(cursor.fetchall())
            for name in connection.introspection.table_names()
            if name != WatchedWord._meta.db_table
        }
    holding = [name for name, rows in tables.items() if "Biscuit" in rows or "Spud" in rows]

    assert Submission.objects.count() == 1
    assert holding == []
    assert not [field.name for field in WatchedWord._meta.related_objects]


def test_an_answer_to_the_editor_is_looked_through_as_well():
    back = Correspondent()
    ask(back.submission)
    make_watched_word("the Biscuit Tin")

    back.press(back.answer(back.open(), "At the Biscuit Tin."), "send")

    assert answers_to(back.submission) == [("answer", "At [office].")]


def test_a_long_list_is_read_at_once(contributor, django_assert_max_num_queries):
    contributor.write(TEXT)
    with django_assert_max_num_queries(40) as short:
        contributor.write(TEXT)
    WatchedWord.objects.bulk_create(
        WatchedWord(phrase=f"Office {n}", kind="strip", category="WORKPLACE") for n in range(2_000)
    )

    with django_assert_max_num_queries(len(short)):
        response = contributor.write("In office 1999 and office 2000.")

    assert kept(response) == "In [office] and office 2000."
