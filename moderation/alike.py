"""Texts that say nearly the same: a second sending, a campaign, a machine."""

from contributions.models import Submission
from contributions.sealing import CannotOpen
from contributions.sketch import likeness, sketch

# As many of the newest are looked at: opening them takes a tenth of a second.
AMONG = 1_000
ENOUGH = 0.5
SHOWN = 5


def alike(submission, words, desk):
    """Return (submission, percentage) of the texts at the desk most like these Words."""
    own, found = sketch(words.text), []
    others = Submission.objects.at_the_desk().with_keys().newest_first()[:AMONG]
    for other in others:
        if other.pk == submission.pk:
            continue
        try:
            summary = other.summary(other.wrapped_key.opened_by(desk))
        except CannotOpen:
            continue
        share = likeness(own, summary.sketch)
        if share >= ENOUGH:
            found.append((other, round(100 * share)))
    return sorted(found, key=lambda row: -row[1])[:SHOWN]
