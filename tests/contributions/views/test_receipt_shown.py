"""After sending, seven words are shown; nothing that is stored leads back to them."""

import base64
import re
import sys

import pytest
from django.db import connection

from contributions import receipt
from contributions.models import Submission
from contributions.receipt import Receipt
from tests.page_forms import fields_in
from tests.probationblog.processes import run

TEXT = "They moved the car park again."


def words_on(page):
    """Return the words of the receipt that a page shows, from its numbered list."""
    listed = page.content.decode().partition('class="receipt"')[2].partition("</ol>")[0]
    return re.findall(r"<li>([a-z-]+)</li>", listed)


def everything_stored():
    """Return all that lies in any column of any table, as strings and as bytes."""
    texts, blobs = [], []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for value in (value for row in cursor.fetchall() for value in row):
                if isinstance(value, bytes | memoryview):
                    blobs.append(bytes(value))
                else:
                    texts.append(str(value))
    return "\n".join(texts), b"\n".join(blobs)


def test_seven_words_are_shown_in_a_list_and_in_one_line(contributor):
    page = contributor.send(contributor.write(TEXT))

    words = words_on(page)
    assert len(words) == receipt.HOW_MANY
    assert f">{' '.join(words)}</p>" in page.content.decode()
    assert "90 days" in page.content.decode()
    assert "<script" not in page.content.decode()


def test_they_open_what_was_sent(contributor):
    page = contributor.send(contributor.write(TEXT))

    shown = Receipt(tuple(words_on(page)))
    stored = Submission.objects.get()
    assert stored.receipt.lookup == shown.lookup
    assert stored.words(stored.wrapped_key.opened_by_receipt(shown)).text == TEXT


def test_a_double_click_a_reload_and_a_lost_answer_show_the_same_words(contributor):
    review = contributor.write(TEXT)

    pages = [contributor.send(review) for _ in range(3)]

    assert len({tuple(words_on(page)) for page in pages}) == 1
    assert Submission.objects.count() == 1


def test_another_form_gets_other_words(contributor):
    first = contributor.send(contributor.write(TEXT))
    second = contributor.send(contributor.write(TEXT))

    assert words_on(first) != words_on(second)


def test_two_processes_show_the_same_words():
    code = (
        "import django; django.setup(); from contributions import receipt; "
        "print(receipt.for_token('a token'))"
    )

    said = [run(sys.executable, "-c", code, settings="tests.settings").stdout for _ in range(2)]

    assert said[0] == said[1] == f"{receipt.for_token('a token')}\n".encode()


def test_no_word_no_seed_and_no_private_half_is_stored(contributor, settings):
    before, _ = everything_stored()
    review = contributor.write(TEXT)
    token = fields_in(review, "send")["token"]

    shown = Receipt(tuple(words_on(contributor.send(review))))

    after, sealed = everything_stored()
    private = bytes(shown.private_key)
    for word in {*shown.words, *"-".join(shown.words).split("-")}:
        alone = rf"(?<![a-z0-9]){word}(?![a-z0-9])"
        assert len(re.findall(alone, after)) == len(re.findall(alone, before)), "A word is stored."
        assert word.encode() not in sealed
    for secret in ("".join(shown.words), token, token[:16], settings.RECEIPT_PEPPER):
        assert secret not in after
        assert secret.encode() not in sealed
    for secret in (private, bytes.fromhex(shown.lookup)):
        assert secret not in sealed
    for secret in (private.hex(), base64.b64encode(private).decode()):
        assert secret not in after
    assert shown.public_key in sealed, "The search would not find what is there."
    assert shown.lookup in after


@pytest.mark.parametrize("way", ["contact", "receipt"])
def test_the_pages_lead_to_coming_back(contributor, way):
    pages = {"contact": contributor.open(), "receipt": contributor.send(contributor.write(TEXT))}

    main, _, footer = pages[way].content.decode().partition("</main>")
    assert 'href="/contact/receipt/"' in main
    assert 'href="/contact/receipt/"' in footer
