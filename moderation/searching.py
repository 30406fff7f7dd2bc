"""Searching what is unpublished: opened in memory, a batch at a time, and written nowhere."""

import re
import time
from dataclasses import dataclass

from contributions.models import Submission
from moderation.opened_submission import Opened

BATCH = 200
LONGEST = 4  # seconds
MOST_FOUND = 50
MOST_WORDS = 10


@dataclass(frozen=True)
class Found:
    """The ids of what holds the words, the newest first; how many were searched, of how many."""

    ids: list
    searched: int
    of: int


def search(phrase, desk, longest=LONGEST):
    """Return what was Found to hold every word of a phrase, as whole words or beginnings of them.

    Searches titles and texts of all that has words, the newest first, until there is no more,
    enough was found, or so many seconds are over.
    """
    patterns = [
        re.compile(rf"\b{re.escape(word)}") for word in phrase.casefold().split()[:MOST_WORDS]
    ]
    until = time.monotonic() + longest
    everything = list(Submission.objects.with_words().newest_first().values_list("pk", flat=True))
    ids, searched = [], 0
    while patterns and searched < len(everything):
        if time.monotonic() > until or len(ids) >= MOST_FOUND:
            break
        batch = everything[searched : searched + BATCH]
        rows = Submission.objects.filter(pk__in=batch).with_words().with_keys().newest_first()
        ids += [one.pk for one in rows if _holds(Opened.by(desk, one).words, patterns)]
        searched += len(batch)
    return Found(ids[:MOST_FOUND], searched, len(everything))


def _holds(words, patterns):
    text = f"{words.title}\n{words.text}".casefold()
    return all(pattern.search(text) for pattern in patterns)
