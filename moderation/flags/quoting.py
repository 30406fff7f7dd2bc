"""What was pasted rather than written: long quotations, and the heads of mails."""

import re
from bisect import bisect_right
from operator import itemgetter

from moderation.flags.phrases import Hit

# Fewer words in one pair of quotation marks are a name or a sneer; more than many are a piece.
_FEW_WORDS, _MANY_WORDS = 5, 150
# One that opens follows a space, one that closes is followed by no letter.
_MARK = re.compile('(?P<opens>(?<![^\\s(])["\u201c](?=\\S))|["\u201d](?!\\w)')
_HEADER = re.compile(
    r"^[ \t>*]{0,6}(?:from|to|sent|cc|subject|re)[ \t]?:[ \t]?\S", re.MULTILINE | re.IGNORECASE
)


def quotations(reading):
    """Return {"@QUOTED": hits of sayings, "@QUOTATION": hits of whole pieces}.

    A mark that opens another quotation ends a quotation that was never closed.
    """
    hits, begun = {"@QUOTED": [], "@QUOTATION": []}, None
    for match in _MARK.finditer(reading.written, reading.text_begins):
        if match["opens"]:
            begun = match.start()
        elif begun is not None:
            count = len(reading.written[begun : match.end()].split())
            if count >= _FEW_WORDS:
                group = "@QUOTATION" if count > _MANY_WORDS else "@QUOTED"
                hits[group].append(_hit(reading, begun, match.end()))
            begun = None
    return hits


def mail_headers(reading):
    """Return the hits of lines such as "Subject: …", the first words of them."""
    return [
        _hit(reading, match.start(), match.end()) for match in _HEADER.finditer(reading.written)
    ]


def _hit(reading, start, end):
    sentence = bisect_right(reading.sentences, start, key=itemgetter(0)) - 1
    return Hit(max(0, sentence), start, end, None)
