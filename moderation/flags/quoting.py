"""What was pasted rather than written: long quotations, and the heads of mails."""

import re
from bisect import bisect_right

from moderation.flags.phrases import Hit

# More than this in one pair of quotation marks is somebody else's piece.
_MANY_WORDS = 150
_QUOTE = re.compile('["\u201c\u201d]')
_HEADER = re.compile(
    r"^[ \t>*]{0,6}(?:from|to|sent|cc|subject|re)[ \t]?:[ \t]?\S", re.MULTILINE | re.IGNORECASE
)


def long_quotations(reading):
    """Return the hits of quotations of more than 150 words, pair by pair."""
    marks = [match.start() for match in _QUOTE.finditer(reading.written, reading.text_begins)]
    return [
        _hit(reading, start, end + 1)
        for start, end in zip(marks[::2], marks[1::2], strict=False)
        if len(reading.written[start:end].split()) > _MANY_WORDS
    ]


def mail_headers(reading):
    """Return the hits of lines such as "Subject: …", the first words of them."""
    return [
        _hit(reading, match.start(), match.end()) for match in _HEADER.finditer(reading.written)
    ]


def _hit(reading, start, end):
    begins = [sentence[0] for sentence in reading.sentences]
    return Hit(max(0, bisect_right(begins, start) - 1), start, end, None)
