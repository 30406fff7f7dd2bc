"""Two texts that say nearly the same are told by their sketches."""

from hypothesis import given
from hypothesis import strategies as st

from contributions.sketch import SIZE, likeness, sketch

ACCOUNT = " ".join(f"word{n}" for n in range(400))


def test_the_same_words_are_wholly_alike_whatever_their_dress():
    assert likeness(sketch("We are ALL tired, again."), sketch("we are all tired again")) == 1


def test_a_text_with_a_few_words_changed_is_much_alike():
    changed = ACCOUNT.replace("word17 ", "another ").replace("word300 ", "other ")

    assert 0.7 < likeness(sketch(ACCOUNT), sketch(changed)) < 1


def test_different_texts_are_not_alike():
    assert likeness(sketch(ACCOUNT), sketch(ACCOUNT.replace("word", "term"))) == 0


@given(st.text())
def test_any_text_has_a_sketch_that_is_like_itself(text):
    assert len(sketch(text)) <= SIZE
    assert likeness(sketch(text), sketch(text)) == 1
