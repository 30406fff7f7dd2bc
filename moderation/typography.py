"""Typography made even, because habits of typing are a fingerprint of whoever wrote.

Kacmarcik and Gamon (2006): a few changes in a thousand words hide an author well; of these, the
ones that cost no meaning are made to every text: quotation marks, dashes, dots, spaces, rows of
exclamation marks, and words shouted in capitals.
"""

import re

from contributions.deidentify.lexicon import kept_words, ordinary_words
from contributions.markup import WEB_ADDRESS

_EVEN = [
    (re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+"), " "),
    (re.compile(r" *\n *"), "\n"),
    (re.compile(r"\n{3,}"), "\n\n"),
    (re.compile(r"(?:\.{2,}|(?:\. ){2,}\.|…)[.…]*"), "…"),
    (re.compile(r"(?<=[^\s-])(?: ?(?:-{2,}|[—―])| -(?= ))+ ?(?=[^\s-])"), " – "),
    (re.compile(r" +(?=[,;:!?](?:[!?]|\s|$))"), ""),
    (re.compile(r"!*\?[!?]+"), "?"),
    (re.compile(r"!{2,}"), "!"),
    # Single marks first: an apostrophe stands after a letter, or before figures or a cut word.
    (re.compile(r"[\u2018\u2019\u02bc`´]"), "'"),
    (re.compile(r"[\u201c\u201d\u201e\u00ab\u00bb]"), '"'),
    (re.compile(r'(^|[\s(\[–—/\'])"(?=\S)'), "\\1\u201c"),
    (re.compile(r'"'), "\u201d"),
    (
        re.compile(r"(^|[\s(\[–—/\u201c])'(?=[^\W\d])(?!(?:tis|twas|em|cause|til)\b)", re.I),
        "\\1\u2018",
    ),
    (re.compile(r"'"), "\u2019"),
]
_WORD = re.compile(r"[^\W\d_]+(?:\u2019[^\W\d_]+)?")
_SENTENCE_ENDS = re.compile(r"[.!?…\n]")
# Shorter words stay in capitals unless their neighbours shout as well: "IT" is a department.
_ALONE = 4


def evened_out(text):
    """Return `text` with one style of typing. Web addresses stay as they are."""
    pieces, position = [], 0
    for match in WEB_ADDRESS.finditer(text):
        pieces += [_even(text[position : match.start()]), match[0]]
        position = match.end()
    return "".join([*pieces, _even(text[position:])]).strip()


def _even(text):
    for pattern, instead in _EVEN:
        text = pattern.sub(instead, text)
    return _quietened(text)


def _quietened(text):
    """Return `text` with everyday words in capitals written small, initials left alone."""
    quiet, position = [], 0
    words = list(_WORD.finditer(text))
    shouted = [False, *(_is_shouted(match[0]) for match in words), False]
    for number, match in enumerate(words, 1):
        word, between = match[0], text[position : match.start()]
        beside = shouted[number - 1] or shouted[number + 1]
        if shouted[number] and (len(word) >= _ALONE or beside):
            begins = number == 1 or _SENTENCE_ENDS.search(between)
            word = word.capitalize() if begins or _is_i(word) else word.lower()
        quiet += [between, word]
        position = match.end()
    return "".join([*quiet, text[position:]])


def _is_shouted(word):
    if not word.isupper() or len(word) == 1 or word in kept_words():
        return False
    plain = word.lower().replace("\u2019", "'")
    return plain in ordinary_words() or plain.partition("'")[0] in ordinary_words()


def _is_i(word):
    return word.startswith("I\u2019")
