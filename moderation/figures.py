"""Figures about the desk: what came, how long it waited, what became of it. Days, never hours.

Nothing is counted of what contributors do but that they wrote.
"""

from collections import Counter
from datetime import datetime, time, timedelta
from functools import lru_cache
from statistics import median

from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr
from django.utils import timezone

from contributions.lifecycle import State
from contributions.models import Submission
from moderation.models import Decision

WEEKS = 26
# In the order in which they are drawn. Withdrawn is what a contributor did.
OUTCOMES = {
    "Published": [State.PUBLISHED],
    "Retracted": [State.RETRACTED],
    "Declined": [State.DECLINED],
    "Closed": [State.CLOSED],
    "Still at the desk": [State.WAITING, State.HELD, State.ASKED, State.APPROVED],
}


def mondays():
    """Return the Mondays of the last half year, the oldest first."""
    this = _monday(timezone.localdate())
    return [this - timedelta(weeks=ago) for ago in reversed(range(WEEKS))]


def arrivals():
    """Return how many texts came in each of those weeks."""
    weeks = dict.fromkeys(mondays(), 0)
    days = Submission.objects.filter(received_on__gte=min(weeks)).values_list("received_on")
    for day, count in days.annotate(how_many=Count("*")).order_by():
        weeks[_monday(day)] += count
    return list(weeks.values())


def days_to_decision():
    """Return the median of days from arrival to first decision: of all, and of each week.

    A text counts in the week of its first decision. None where nothing was decided.
    """
    weeks = {monday: Counter() for monday in mondays()}
    start = timezone.make_aware(datetime.combine(min(weeks), time.min))
    first = Decision.objects.first_decisions().filter(decided_at__gte=start)
    # By the hour, which both databases cut off by themselves; SQLite would call Python for a day.
    hour = Substr(Cast("decided_at", CharField()), 1, 13)
    hours = first.annotate(hour=hour).values_list("hour", "submission__received_on")
    for hour, received_on, count in hours.annotate(how_many=Count("*")).order_by():
        day = _day_of(hour)
        weeks[_monday(day)][(day - received_on).days] += count
    return _median(sum(weeks.values(), Counter())), list(map(_median, weeks.values()))


def outcomes():
    """Return {kind: [how many of each of OUTCOMES]} of all that contributors left with us."""
    states = (
        Submission.objects.values_list("kind", "state").annotate(how_many=Count("*")).order_by()
    )
    counts = {(kind, state): count for kind, state, count in states}
    return {
        kind.label: [
            sum(counts.get((kind, state), 0) for state in states) for states in OUTCOMES.values()
        ]
        for kind in Submission.Kind
    }


@lru_cache(WEEKS * 7 * 24)
def _day_of(hour):
    """Return the local day of an hour of UTC, such as "2026-05-01 23"."""
    return timezone.localdate(datetime.fromisoformat(f"{hour}:00+00:00"))


def _monday(day):
    return day - timedelta(days=day.weekday())


def _median(days):
    """Return the median of {number: how often}, or None."""
    return median(days.elements()) if days else None
