"""The words around a match, with the match marked."""

import re
from bisect import bisect

# Around each match in a text as a database returns it; nobody can type them into a form.
BEGIN, END = "\x02", "\x03"
# Characters, before the first match that is shown and of all that is shown.
BEFORE, LENGTH = 80, 260


def in_pieces(marked):
    """Return where most matches of a marked text stand together: (words, whether they match).

    Cut between words, where the words are not too long for that, and "…" where it is cut.
    """
    parts = re.split(f"{BEGIN}([^{END}]*){END}", marked)  # Every second one matches.
    text, matches, position = "".join(parts), [], 0
    for place, words in enumerate(parts):
        if place % 2:
            matches.append((position, position + len(words)))
        position += len(words)
    begin, end = _window(text, [begin for begin, _ in matches])
    pieces, done = [("… ", False)] if begin else [], begin
    for first, last in matches:
        if done <= first and last <= end:
            pieces += [(text[done:first], False), (text[first:last], True)]
            done = last
    pieces += [(text[done:end], False), (" …" if end < len(text) else "", False)]
    return [(words, is_match) for words, is_match in pieces if words]


def _window(text, starts):
    """Return where to begin and where to end, for the most of these starts to be in it."""
    densest = max(
        starts or [0], key=lambda at: bisect(starts, at + LENGTH - BEFORE) - bisect(starts, at)
    )
    begin = max(densest - BEFORE, 0)
    if begin:
        space = text.find(" ", begin, densest)
        begin = space + 1 if space >= 0 else begin
    end = begin + LENGTH
    space = text.rfind(" ", densest + 1, end)
    return begin, len(text) if end >= len(text) else space if space >= 0 else end
