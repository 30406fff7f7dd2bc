"""The difference between what came and what goes out, for reading."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\[[^\[\]\n]{1,40}\]|[^\s\[]+|\[")


@dataclass(frozen=True)
class Stretch:
    """Some words that stayed ("same"), went ("gone") or came ("new")."""

    kind: str
    words: str


def difference(received, goes_out):
    """Return the Stretches that lead from one text to the other, paragraph by paragraph.

    Comparing takes time that grows with the square of what is compared, so only paragraphs that
    changed are looked at word by word.
    """
    found = []
    before, after = (re.split(r"(\n\s*\n)", text) for text in (received, goes_out))
    for same, old, new in _compared(before, after):
        if same:
            found.append(Stretch("same", "".join(new)))
        else:
            old_words, new_words = (_WORDS.findall("".join(side)) for side in (old, new))
            for alike, gone, came in _compared(old_words, new_words):
                if alike:
                    found.append(Stretch("same", "".join(came)))
                else:
                    found += [Stretch("gone", "".join(gone)), Stretch("new", "".join(came))]
    return [stretch for stretch in found if stretch.words]


def _compared(before, after):
    """Yield (whether alike, of `before`, of `after`) of each run of two lists."""
    for tag, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        yield tag == "equal", before[a:b], after[c:d]
