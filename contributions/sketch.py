"""A sketch of a text: a few numbers by which two texts that say nearly the same are told.

The smallest hashes of all runs of three words (Broder, 1997: min-wise sketches). A known text could
be compared with it, so it is kept only where the words are: sealed.
"""

import re
from zlib import crc32

SIZE = 32
BITS = 24
RUN = 3  # words


def sketch(text):
    """Return at most SIZE numbers that stand for a text, in order."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}
    return sorted({crc32(run.encode()) >> 32 - BITS for run in runs})[:SIZE]


def likeness(one, other):
    """Return how much of what two sketches stand for is the same, from 0 to 1."""
    smallest = sorted({*one, *other})[:SIZE]
    shared = {*one} & {*other}
    return sum(number in shared for number in smallest) / len(smallest) if smallest else 0
