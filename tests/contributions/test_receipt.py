"""Seven words, each of them drawn, and read however they are typed."""

import pytest

from contributions import receipt
from contributions.receipt import NotAReceipt, Receipt


def receipts(how_many):
    return [receipt.for_token(f"token {number}") for number in range(how_many)]


def test_each_of_the_seven_words_is_drawn_by_itself():
    drawn = receipts(300)

    # Of 300 draws from 7,776 words hardly six fall together.
    for place in range(receipt.HOW_MANY):
        assert len({one.words[place] for one in drawn}) > 280
    assert len({word for one in drawn for word in one.words}) > 1_700


def test_the_words_hang_on_the_pepper(settings):
    before = receipt.for_token("token")
    settings.RECEIPT_PEPPER = "another"

    assert receipt.for_token("token") != before


def test_neither_the_lookup_nor_the_keys_of_two_receipts_agree():
    first, second = receipts(2)

    assert first.lookup != second.lookup
    assert first.public_key != second.public_key


def test_the_lookup_is_no_key():
    (one,) = receipts(1)

    assert bytes.fromhex(one.lookup) not in (one.public_key, bytes(one.private_key))


@pytest.mark.parametrize("parted", [" ", "-", "", ",", "\n", "  ", ". 2. "])
def test_words_are_read_however_they_are_parted(parted):
    for one in receipts(100):
        typed = parted.join(one.words).upper()
        assert receipt.read(typed).lookup == one.lookup


def test_no_receipt_tells_its_words_by_accident():
    (one,) = receipts(1)

    assert not set(one.words) & set(repr(one).split())


@pytest.mark.parametrize("typed", ["", "7", "acid", "x" * 10_000, "zzz " * 7, "ąćíđ"])
def test_what_is_no_receipt_is_refused_in_words(typed):
    with pytest.raises(NotAReceipt) as refused:
        receipt.read(typed)

    assert str(refused.value).endswith((".", "?"))


def test_a_receipt_of_other_words_is_another():
    words = receipt.draw(receipt.HOW_MANY)

    assert Receipt(words).lookup != Receipt(words[::-1]).lookup
