"""Choices travel in form fields and come back as they went."""

from hypothesis import given
from hypothesis import strategies as st

from contributions.choices import Choices

PAIRS = st.frozensets(st.tuples(st.sampled_from(["PHONE", "URL", "DATE"]), st.text(max_size=20)))


def test_only_choices_count():
    data = {
        "choice-1": "replace",
        "choice-2": "keep:PHONE:07700 900123",
        "choice-3": "keep:URL:https://example.org:80/",
        "choice-4": "keep:PHONE",
        "choice-5": "accept:DATE:14 March",
        "text": "keep:PERSON:Jo",
    }

    choices = Choices.read(data)

    assert choices.keep == {("PHONE", "07700 900123"), ("URL", "https://example.org:80/")}
    assert choices.accept == {("DATE", "14 March")}


@given(PAIRS, PAIRS)
def test_what_a_form_carries_comes_back(keep, accept):
    choices = Choices(keep, accept)

    data = {f"choice-{number}": value for number, value in enumerate(choices.values)}

    assert Choices.read(data) == choices
