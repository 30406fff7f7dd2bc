"""The one place where text becomes HTML.

Everything that readers see as HTML has passed `clean`: bleach repairs, filters and links it,
and nh3, which is maintained where bleach is not, is the last gate with the same allowlist.
"""

import json
import re
from html import unescape

import nh3
from bleach.linkifier import Linker
from bleach.sanitizer import Cleaner
from django.db import models
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.text import Truncator

ATTRIBUTES = {"a": {"href"}, "blockquote": {"cite"}}
TAGS = {
    *("a", "b", "blockquote", "br", "cite", "code", "em", "h2", "h3", "hr", "i"),
    *("li", "ol", "p", "pre", "strong", "ul"),
}
# What sets an editor's quotation apart from a text that it is taken from; no other class passes.
PULL_QUOTE = "pull"
SCHEMES = {"http", "https", "mailto"}
# Readers' browsers tell a linked site nothing, and no link lends it our good name.
LINK_REL = "nofollow ugc noopener noreferrer"

# What ends a text that goes on elsewhere.
CUT = "\N{NO-BREAK SPACE}…"
FIRST_SENTENCE = re.compile(r".{40,}?[.!?…][”’\"')]*(?=\s)")

_bleach = Cleaner(
    tags=TAGS,
    attributes={
        "a": ["href"],
        "blockquote": lambda tag, name, value: (
            (name, value) == ("class", PULL_QUOTE) or name in ATTRIBUTES[tag]
        ),
    },
    protocols=SCHEMES,
    strip=True,
)
# Only what plainly is an address: bleach's own pattern links "went home.it was late" and takes
# quadratic time over a run of brackets. It is matched against escaped text.
WEB_ADDRESS = re.compile(
    r"(?<![\w@./-])(?:https?://|www\.)"
    r"(?:(?!&(?:lt|gt|quot|#x?[0-9a-f]+);)[^\s<>\"{}|\\^`“”‘’…]){3,2000}",
    re.IGNORECASE,
)
# A pass of its own: as a filter within the cleaner it decodes "&amp;lt;" once too often.
_linker = Linker(url_re=WEB_ADDRESS)
_nh3 = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes={"blockquote": {PULL_QUOTE}},
    url_schemes=SCHEMES,
    link_rel=LINK_REL,
)
# Characters that nearly always hold an excerpt: a whole post takes milliseconds to make plain.
BEGINNING = 2_000


def clean(html):
    """Return `html` (a string) with only the allowed tags and its web addresses made links."""
    return mark_safe(_nh3.clean(_linker.linkify(_bleach.clean(html))))  # noqa: S308 - the gate itself


def from_plain_text(text):
    """Return HTML for plain text: blank lines part paragraphs, line ends stay, addresses link."""
    return from_pieces([(text, "")])


def from_pieces(pieces):
    """Return HTML for plain text that comes as (words, address); words with an address link."""
    html = "".join(
        f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)
        for words, address in pieces
    )
    paragraphs = re.split(r"\n\s*\n", html.strip())
    return clean("".join(f"<p>{p.replace(chr(10), '<br>')}</p>" for p in paragraphs if p))


def with_paragraphs(html, lines):
    """Return sanitised `html` with a paragraph of plain text after it for each of these lines."""
    return mark_safe(html + "".join(map(from_plain_text, lines)))  # noqa: S308 - all of it cleaned


def to_plain_text(html):
    """Return the words of sanitised `html`, without tags, in one line."""
    spaced = re.sub(r"<(?:/p|/li|/h\d|/blockquote|br|hr)\b[^>]*>", " ", html)
    return " ".join(unescape(nh3.clean(spaced, tags=set())).split())


def excerpt(html, words=45):
    """Return the first `words` words of sanitised `html` as plain text."""
    beginning = to_plain_text(html[:BEGINNING])
    # Whatever the cut went through is in the last of more words than are shown.
    if len(beginning.split()) <= words + 1:
        beginning = to_plain_text(html)
    return Truncator(beginning).words(words, truncate=CUT)


def first_sentence(html, words=36):
    """Return the first sentence of sanitised `html`, which may be cut short, as plain text.

    Short ones ("No.") bring the next along, and of a long one `words` words are left.
    """
    text = to_plain_text(html)
    found = FIRST_SENTENCE.match(text)
    return Truncator(found[0] if found else text).words(words, truncate=CUT)


def data_block(kind, value):
    """Return `value` as JSON in a script element of a type, such as JSON-LD, that never runs."""
    text = json.dumps(value, ensure_ascii=False)
    for character in "<>&":  # Nothing in it can end the element.
        text = text.replace(character, f"\\u{ord(character):04X}")
    return mark_safe(f'<script type="{escape(kind)}">{text}</script>')  # noqa: S308 - escaped above


class HtmlField(models.TextField):
    """A text column that holds sanitised HTML only, and says so to templates.

    Whatever is written to it passes `clean`, by whichever way it comes (save, bulk_create,
    update); what is read from it is safe to print as it stands.
    """

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value if value is None else str(clean(value))

    def from_db_value(self, value, expression, connection):
        return value if value is None else mark_safe(value)  # noqa: S308 - was cleaned on its way in

    def value_from_object(self, obj):
        """Give forms a plain string, which they escape; a safe one they would print as it is."""
        return "".join(["", super().value_from_object(obj) or ""])
