"""A snippet shows the words around the matches, in pieces that templates escape."""

from hypothesis import given
from hypothesis import strategies as st

from contributions.search.snippets import BEGIN, END, LENGTH, in_pieces

RUN = "one two three " * 40


def plain(pieces):
    return "".join(words for words, _ in pieces)


def test_a_short_text_is_shown_whole():
    pieces = in_pieces(f"the {BEGIN}duty{END} {BEGIN}desk{END}")

    assert pieces == [("the ", False), ("duty", True), (" ", False), ("desk", True)]


def test_a_long_one_is_cut_between_words_on_both_sides():
    pieces = in_pieces(f"{RUN}the {BEGIN}desk{END} rang {RUN}")

    assert ("desk", True) in pieces
    assert pieces[0] == ("… ", False)
    assert pieces[-1] == (" …", False)
    assert set(plain(pieces).split()) == {"…", "one", "two", "three", "the", "desk", "rang"}


def test_it_is_where_most_matches_stand_together():
    pieces = in_pieces(f"a {BEGIN}desk{END} {RUN} the {BEGIN}duty{END} {BEGIN}desk{END} {RUN}")

    assert [words for words, is_match in pieces if is_match] == ["duty", "desk"]


def test_where_the_title_alone_matches_it_is_the_beginning():
    assert plain(in_pieces(RUN)).startswith("one two three")


@given(st.text(alphabet=f"ab {BEGIN}{END}<&", max_size=900))
def test_any_text_comes_out_bounded_and_in_its_own_words(marked):
    pieces = in_pieces(marked)

    shown = plain(pieces).removeprefix("… ").removesuffix(" …")
    assert len(shown) <= LENGTH
    assert (
        shown in "".join(marked.replace(BEGIN, "").replace(END, ""))
        or BEGIN in shown
        or END in shown
    )
