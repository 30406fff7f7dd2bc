"""Texts that say nearly the same: a second sending, a campaign, a machine."""

from contributions.models import Submission
from contributions.sketch import likeness, sketch

# As many of the newest are looked at: opening them takes a tenth of a second.
AMONG = 1_000
ENOUGH = 0.5
SHOWN = 5


def alike(submission, words, desk):
    """Return (submission, percentage) of the texts at the desk most like these Words."""
    own = sketch(words.text)
    others = Submission.objects.at_the_desk().exclude(pk=submission.pk).newest_first()[:AMONG]
    shares = {pk: likeness(own, summary.sketch) for pk, summary in others.summaries(desk)}
    closest = sorted(shares, key=lambda pk: -shares[pk])[:SHOWN]
    found = Submission.objects.in_bulk([pk for pk in closest if shares[pk] >= ENOUGH])
    return [(found[pk], round(100 * shares[pk])) for pk in closest if pk in found]
