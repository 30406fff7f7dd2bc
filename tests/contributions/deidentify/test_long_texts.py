"""Work grows no faster than the text, whatever the text is."""

import sys
import time

import pytest

from contributions.deidentify import deidentify
from contributions.deidentify.names.name_model import without_model

HARD = [
    "a", "1", " ", "\n", "@", ".", "a.", "a-", "a'", "oh ", "0 ", "one two ", "Karen ", "A. ", "[",
    "Karen, Karen and ", "http://x.y/?a=1&", "facebook.com/jo.bloggs1 ", "utm_a=b&", "src=", "Xx, ",
    "[name A] ", "\u0301", "\u200b", "\ufdfa", "Mill Road ", "Flat 3 ", "12 Abc ", "my name is ",
    "12-", "1/", "Mr ", "Mr and ", "Lord ", "Big ", "Martin Jones ", "born 1 ", "Xx Yy ", "<b>",
    "XX YY ", "dob 1/1/70 ", "account ", "a dot b dot ", "a at ", "(0", "Q ", "SMITH, ", "K. K",
    "X three ", "at jo_b ", "Flat A, ", "case no. ", "on X as ", "\u0430a", "K*", "K-a-", "ref ",
    "crn ", "nhs 1 ", "account 1 a-", "sort ", "no. 1 ", "The Old Mill, ", "A Farm, ",
    "a underscore ", "insta: ", "alpha one ", "www dot a ", "flat 1 a ", "1 A-y-B", "a dash b dot ",
    "a a ", "tel 1 ", "reg ends ", "12345, ", "PC 1234 ", "born 1990 ", "Bro X ",
    "/maps/", "jo_at_b_dot_c ", "over nearly ", "two out of ", "the only ", "I was a po, ",
    "9.30, ", "the old bank on ", "my own desk ", "they moved me and I ", "a b's wife ",
    "since 03 ", "a man who ", "my mum is ", "Ab then ", "since the ", "one of two ", "from 1 to ",
    "the room over ", "a city with ", "head of ", "09 dash ", "it was the ",
]  # fmt: skip


def steps(text, look=deidentify):
    """Count the calls made while a text is looked through: a measure of work without a clock."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    previous = sys.getprofile()
    sys.setprofile(note)
    try:
        look(text)
    finally:
        sys.setprofile(previous)
    return count


@pytest.mark.parametrize("scrap", HARD)
def test_four_times_the_text_is_not_much_more_than_four_times_the_work(scrap):
    deidentify("warm the word lists: Karen")
    short, long = scrap * (1_000 // len(scrap)), scrap * (4_000 // len(scrap))

    with without_model():  # What the model may be asked is bounded, and tested by itself.
        growth = steps(long) / steps(short)

    assert growth < 6


# A quarter of the greatest length: what grew with the square of it would take far longer even here.
@pytest.mark.parametrize("scrap", HARD)
def test_a_long_text_comes_through_whatever_it_is(scrap):
    text = scrap * (10_000 // len(scrap))

    began = time.process_time()
    with without_model():
        result = deidentify(text)

    assert time.process_time() - began < 20
    assert len(result.placed()) == len(result.findings)
