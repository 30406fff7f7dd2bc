"""The difference between what came and what goes out can be read."""

from hypothesis import given
from hypothesis import strategies as st

from moderation.difference import difference


def told(received, goes_out):
    marks = {"same": "{}", "gone": "-{}-", "new": "+{}+"}
    return "".join(marks[s.kind].format(s.words) for s in difference(received, goes_out))


def test_what_went_stands_beside_what_came():
    assert told("We met in Leeds.", "We met in [place].") == "We met in -Leeds.-+[place].+"


def test_other_paragraphs_are_not_looked_into():
    assert told("One.\n\nTwo three.\n\nFour.", "One.\n\nTwo tree.\n\nFour.") == (
        "One.\n\nTwo -three.-+tree.+\n\nFour."
    )


def test_the_same_is_the_same():
    assert told("Just so.", "Just so.") == "Just so."


TEXT = st.text(alphabet="ab [].\n", max_size=60)


@given(TEXT, TEXT)
def test_both_texts_can_be_read_off_it(received, goes_out):
    found = difference(received, goes_out)

    assert "".join(s.words for s in found if s.kind != "new") == received
    assert "".join(s.words for s in found if s.kind != "gone") == goes_out
