"""Taking one's own decisions back, as long as they can be."""

from datetime import timedelta

from django.utils import timezone

from contributions.lifecycle import IllegalMove, State
from moderation import claims, deciding
from moderation.models import Decision
from moderation.recording import recorded

# For so long the page that follows a decision offers to take it back.
JUST_NOW = timedelta(seconds=10)

# What takes each state back, and what is said when it was.
VERBS = {
    State.APPROVED: (deciding.undo, "The approval is taken back: it waits again."),
    State.DECLINED: (deciding.reconsider, "Brought back to the queue."),
    State.HELD: (deciding.resume, "Taken up again: it is back in the queue."),
    State.ASKED: (deciding.stop_waiting, "Taken up again without an answer."),
}


@recorded
def take_back(submission, version, *, by):
    """Take back what was decided last on a submission; say what was done.

    Raises StaleDecision, IllegalMove or ClaimedByOther, and then nothing has changed.
    """
    if submission.state not in VERBS:
        raise IllegalMove("This can no longer be taken back.")
    claims.take(submission, by)
    verb, said = VERBS[submission.state]
    verb(submission, version, by=by)
    return said


def just_decided(user):
    """Return the Decision that somebody made a moment ago and can take back, or None."""
    since = timezone.now() - JUST_NOW
    return Decision.objects.that_can_be_taken_back(user, since).first()
