"""Whatever is typed becomes a query that both databases take."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contributions.search.finding import find
from contributions.search.query import MOST_TERMS, NotAQuery, read


def asked(text):
    return [(one.wanted, one.unwanted) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("caseload", [(("caseload",), ())]),
        ("out of hours", [(("out", "of", "hours"), ())]),
        ('"out of  hours" rota', [(("out of hours", "rota"), ())]),
        ("“out of hours”", [(("out of hours",), ())]),
        ('"out of hours', [(("out of hours",), ())]),
        ("prison -court", [(("prison",), ("court",))]),
        ("prison –court", [(("prison",), ("court",))]),
        ('prison -"crown court"', [(("prison",), ("crown court",))]),
        ("prison or court", [(("prison",), ()), (("court",), ())]),
        ("prison OR court -crown", [(("prison",), ()), (("court",), ("crown",))]),
        ('"or"', [(("or",), ())]),
        ("or prison or", [(("prison",), ())]),
        ("prison or -court", [(("prison",), ())]),
        ("full-time don't 12.5", [(("full-time", "don't", "12.5"), ())]),
        ("* AND ^ prison", [(("AND", "prison"), ())]),
    ],
)
def test_words_phrases_exclusions_and_or_are_read(text, query):
    assert asked(text) == query


@pytest.mark.parametrize("text", ["", " ", '""', "-", "_", "-court", "or", "...", '"*" ('])
def test_without_a_word_to_look_for_it_is_no_query(text):
    with pytest.raises(NotAQuery, match="at least one word"):
        read(text)


def test_too_many_words_are_refused():
    assert read("a " * MOST_TERMS)
    with pytest.raises(NotAQuery, match="at most 16"):
        read("a " * (MOST_TERMS + 1))


HOSTILE = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ['"', "'", "-", "or", "OR", "AND", "NOT", "NEAR(", ")", "*", "^", ":", "\\", "title:", "a"]
        + [
            "{x}",
            "!",
            "&",
            "|",
            "<->",
            "<2>",
            ":*",
            "a:A",
            "\ue000",
            "é",
            "𞤀",
            "the",
            "%s",
            "--",
            ";",
        ]
    ),
    max_size=20,
).map(" ".join)


@pytest.mark.django_db
@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(text=HOSTILE)
def test_no_syntax_is_an_error(client, text):
    assert client.get("/search/", {"q": text}).status_code == 200


@pytest.mark.django_db
@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(text=HOSTILE.filter(lambda text: not set(text) & set("\x00") and text.isprintable()))
def test_no_syntax_reaches_the_database(db, text):
    try:
        query = read(text)
    except NotAQuery:
        return
    assert find(query).count == 0
