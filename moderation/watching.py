"""Which entries of the editor's list stand in a text, or had words taken out of it.

Looked for in memory when a page is made, by the list as it is then; nothing of it is stored.
"""

from collections import Counter
from typing import NamedTuple

from contributions.deidentify.watched import watchlist
from contributions.models import WatchedWord
from moderation.opened_submission import key_of


class Seen(NamedTuple):
    """One entry, where it stands and in which words, and how often it had words taken out.

    `places` are ("title", "text" or "answer", start, end).
    """

    entry: WatchedWord
    places: list[tuple[str, int, int]]
    words: list[str]
    taken_out: int

    @property
    def needs_a_look(self):
        """Tell whether there is something to point out, or still there though it should go."""
        return bool(self.places) and self.entry.kind != WatchedWord.Kind.KEEP


def watched_in(words, answers=(), entries=None):
    """Return what is Seen in Words, and in their contributor's answers, what needs a look first.

    `entries` are the list, which is read here unless whoever looks through many texts gives it.
    """
    entries = list(WatchedWord.objects.in_order()) if entries is None else entries
    taken_out = Counter(f.get("watched") for f in words.findings if f["replaced"])
    seen = {entry.pk: Seen(entry, [], [], taken_out[entry.pk]) for entry in entries}
    listed = watchlist(tuple(entry.watched for entry in entries))
    answered = [("answer", answer) for answer in answers]
    for field, text in [("title", words.title), ("text", words.text), *answered]:
        for start, end, entry in listed.matches_in(text):
            seen[entry.number].places.append((field, start, end))
            seen[entry.number].words.append(text[start:end])
    met = [entry for entry in seen.values() if entry.places or entry.taken_out]
    return sorted(met, key=lambda entry: not entry.needs_a_look)


def pointed_out(rows, entries, desk):
    """Return {id: the entries that stand in it} of submissions, opened with the desk's PrivateKey.

    Those without are left out.
    """
    found = {}
    for submission in rows if entries else []:
        key = key_of(submission, desk)
        seen = watched_in(submission.words(key), entries=entries) if key else []
        if standing := [each.entry for each in seen if each.needs_a_look]:
            found[submission.pk] = standing
    return found
