"""Text becomes HTML in one place, and nothing that could run comes out of it."""

import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.markup import CUT, LINK_REL, clean, excerpt, from_plain_text, to_plain_text
from tests.contributions.inert import dangers_in

LINES = Path(__file__).with_name("xss_vectors.txt").read_text(encoding="utf-8").splitlines()
VECTORS = [
    line.replace("\\0", "\0").encode("latin-1", "backslashreplace").decode("unicode_escape")
    for line in LINES
    if line and not line.startswith("# ")
]


def test_the_corpus_holds_at_least_eighty_vectors():
    assert len(set(VECTORS)) >= 80


def test_the_judge_notices_what_is_dangerous():
    """A judge that passes everything would make the tests below worthless."""
    noticed = [vector for vector in VECTORS if dangers_in(vector)]

    assert len(noticed) >= 120


def test_a_pull_quote_keeps_its_class():
    assert clean('<blockquote class="pull">Words</blockquote>') == (
        '<blockquote class="pull">Words</blockquote>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<blockquote class="pull exit">Words</blockquote>',
        '<blockquote class="exit">Words</blockquote>',
        '<blockquote class="PULL">Words</blockquote>',
        '<blockquote class="">Words</blockquote>',
        '<p class="pull">Words</p>',
        '<a class="pull" href="/">Words</a>',
    ],
)
def test_no_other_class_passes(html):
    assert "class" not in clean(html)


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_as_html_comes_out_inert(vector):
    assert dangers_in(clean(vector)) == []


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_as_plain_text_comes_out_inert(vector):
    assert dangers_in(from_plain_text(vector)) == []


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_inside_what_is_allowed_comes_out_inert(vector):
    for around in ("<p>{}</p>", "<pre><code>{}</code></pre>", '<a href="{}">x</a>', "<ul><li>{}"):
        assert dangers_in(clean(around.format(vector))) == []


@pytest.mark.parametrize("vector", VECTORS)
def test_cleaning_what_is_clean_changes_nothing(vector):
    once = clean(vector)

    assert clean(once) == once


BITS = st.sampled_from(
    ["<", ">", "</", "&", "&lt;", "&amp;", '"', "'", "=", " ", "\n", "\0", "a", "href", "p", "b"]
    + ["<p>", "</p>", "<a href='", "<svg>", "<math>", "<style>", "<!--", "-->", "script", "x"]
    + ["https://example.org/", "www.example.org", "javascript:", "onerror=", "<pre>", "<code>"]
)


@given(st.lists(BITS, max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_whatever_comes_is_inert_and_stays_as_it_is(soup):
    once = clean(soup)

    assert dangers_in(once) == []
    assert clean(once) == once


# Control characters never come so far: see contributions/incoming.py.
LETTERS = st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t<>&;")


@given(st.text(LETTERS, max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_plain_text_is_inert_and_keeps_its_words(text):
    html = from_plain_text(text)

    assert dangers_in(html) == []
    assert words_in(html) == text.split()


def words_in(html):
    parser = HTMLParser(convert_charrefs=True)
    said = []
    parser.handle_data = said.append
    parser.feed(str(html).replace("<br>", " ").replace("</p>", " "))
    parser.close()
    return "".join(said).split()


def test_an_editors_formatting_is_kept():
    html = (
        "<h2>Title</h2><p>Some <strong>bold</strong>, <em>slanted</em>.</p><ul><li>one</li></ul>"
        '<blockquote cite="https://example.org/x"><p>Said.</p><cite>Napo</cite></blockquote><hr>'
    )

    assert clean(html) == html


def test_code_stays_as_written():
    html = "<pre>a &lt; b &amp; c</pre><p><code>x &gt; y</code></p>"

    assert clean(html) == html


def test_what_is_not_allowed_goes_but_its_words_stay():
    assert clean('<div class="x"><span>Words</span> <u>stay</u></div>') == "Words stay"


def test_links_lend_nobody_our_name_and_tell_nobody_who_came():
    made = clean('<a href="https://example.org" target="_blank" rel="follow">words</a>')

    assert made == f'<a href="https://example.org" rel="{LINK_REL}">words</a>'
    assert set(LINK_REL.split()) == {"nofollow", "ugc", "noopener", "noreferrer"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a?b=c&d=e.", "https://example.org/a?b=c&amp;d=e"),
        ("See www.example.org for more", "http://www.example.org"),
        ("(http://example.org/x)", "http://example.org/x"),
    ],
)
def test_web_addresses_in_plain_text_become_links(text, address):
    assert f'<a href="{address}" rel="{LINK_REL}">' in from_plain_text(text)


@pytest.mark.parametrize(
    "text", ["went home.it was late", "e.g. this", "probation.service", "a@b.c"]
)
def test_what_only_looks_like_an_address_is_no_link(text):
    assert "<a" not in from_plain_text(text)


def test_plain_text_keeps_its_paragraphs_and_line_ends():
    assert from_plain_text("one\ntwo\n \n\nthree") == "<p>one<br>two</p><p>three</p>"


def test_plain_text_that_speaks_of_html_is_shown_as_written():
    html = from_plain_text("I wrote <b>bold</b> & &lt;this&gt;")

    assert html == "<p>I wrote &lt;b&gt;bold&lt;/b&gt; &amp; &amp;lt;this&amp;gt;</p>"


def test_an_excerpt_is_plain_words():
    html = clean("<h2>One</h2><p>two &amp; three<br>four</p><ul><li>five</li><li>six</li></ul>")

    assert to_plain_text(html) == "One two & three four five six"
    assert excerpt(html, words=3).removesuffix(CUT) == "One two &"
    assert excerpt(html, words=6) == "One two & three four five six"[:-4] + CUT


@pytest.mark.parametrize(
    "long",
    [
        "www.example.org " * 2_500,
        "https://example.org/" + "a" * 40_000,
        "(" * 40_000,
        "<" * 40_000,
        "&" * 40_000,
        "a." * 20_000,
        "<p>" * 13_000,
        "[https://example.org](" * 1_800,
    ],
    ids=["links", "one link", "brackets", "tags", "ampersands", "dots", "nesting", "mixed"],
)
def test_the_longest_text_is_turned_into_html_in_good_time(long):
    began = time.process_time()

    html = from_plain_text(long)

    assert time.process_time() - began < 5
    assert dangers_in(html) == []


@pytest.mark.parametrize("length", [3, 44, 45, 46, 47, 500])
@pytest.mark.parametrize(
    "word", ["word", "w&amp;d", "<b>word</b>", "https://a.example/" + "x" * 300]
)
def test_an_excerpt_of_a_long_text_is_that_of_the_whole(word, length):
    html = f"<p>{' '.join(clean(word) for _ in range(length))}</p>"

    words = to_plain_text(html).split()

    assert excerpt(html) == " ".join(words[:45]) + (CUT if length > 45 else "")
