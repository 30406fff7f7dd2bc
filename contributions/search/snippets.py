"""The words around a match, with the match marked."""

import re

# Around each match in what a database returns; nobody can type them into a form.
BEGIN, END = "\x02", "\x03"
WORDS = 36


def in_pieces(snippet, text):
    """Return a database's snippet of a text as (words, whether they match), "…" where it is cut."""
    plain = re.sub(f"[{BEGIN}{END}]", "", snippet)
    pieces = [
        (words.strip(BEGIN + END), words.startswith(BEGIN))
        for words in re.split(f"({BEGIN}[^{END}]*{END})", snippet)
    ]
    before = [] if text.startswith(plain) else [("… ", False)]
    after = [] if text.endswith(plain) else [(" …", False)]
    return [*before, *((words, found) for words, found in pieces if words), *after]
