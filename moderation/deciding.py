"""The editor's decisions on submissions.

Each is one transaction: the move, what hangs on it, and its record.

Every verb takes the version that the editor had before him, and raises StaleDecision or
IllegalMove, with nothing changed, where that version no longer stands.
"""

from django.utils import timezone

from contributions.lifecycle import IllegalMove
from contributions.models import (
    ApprovedCopy,
    DigestItem,
    Message,
    Submission,
)
from moderation import schedule
from moderation.models import Claim, Decision
from moderation.recording import recorded

What = Decision.What
Route = ApprovedCopy.Route


@recorded
def approve(
    submission, version, *, by, route, finished, marks=(), basis="", post=None, parent=None
):
    """Approve a Finished text for a route; return the ApprovedCopy that waits for its batch.

    `marks` are the redactions in it, `basis` the class of reason where a flag asks for one. A reply
    goes under `post`, perhaps as an answer to the reply `parent`; an account goes into the digest
    `post`, which must not be public yet, or else WrongStatus is raised.
    """
    submission.approve(version)
    copy = ApprovedCopy(submission=submission, route=route)
    if route == Route.DIGEST:
        copy.item = DigestItem.objects.append(post)
    else:
        copy.post, copy.parent, copy.due_at = post, parent, schedule.due_at(route)
    copy.seal(finished)
    copy.save(force_insert=True)
    _record(submission, version, What(route), by, basis, marks)
    return copy


@recorded
def endorse(submission, version, *, by, basis, marks=()):
    """Give the first of two approvals, on a basis."""
    submission.endorse(version)
    _record(submission, version, What.ENDORSE, by, basis, marks)


@recorded
def keep(submission, version, *, by):
    """Note that what was made of it so far is kept."""
    submission.keep(version)
    _record(submission, version, What.KEEP, by)


@recorded
def publish_now(submission, version, *, by, reason):
    """Bring the batch of an approved one forward to this minute, for a class of reason.

    Raises IllegalMove for an account in a digest, too.
    """
    if submission.waits_for_digest:
        raise IllegalMove("It goes out with its digest.")
    expedite(submission, version, by=by, reason=reason)
    submission.approved_copy.bring_forward(timezone.now())
    return submission.approved_copy


@recorded
def reschedule(submission, version, *, by, due_at):
    """Let an approved one go out at another time."""
    submission.reschedule(version)
    submission.approved_copy.move_to(due_at)
    _record(submission, version, What.RESCHEDULE, by)


@recorded
def reschedule_post(post, seen, *, by, due_at):
    """Let a draft that goes out at `seen` go out at another time, or None for not by itself."""
    post.reschedule(seen, due_at)
    Decision.objects.record(What.RESCHEDULE if due_at else What.UNDO, by=by, post=post)


@recorded
def expedite(submission, version, *, by, reason):
    """Settle that an approved one goes out in this transaction, for a class of reason."""
    submission.expedite(version)
    _record(submission, version, What.NOW, by, reason)


@recorded
def undo(submission, version, *, by):
    """Take an approval back before its batch has come."""
    submission.undo(version)
    _record(submission, version, What.UNDO, by)


@recorded
def send_back(pk):
    """Return an approved one to the desk because what it answers is no longer public.

    Returns whether it was still approved. On record as the approving editor's.
    """
    submission = Submission.objects.approved().filter(pk=pk).first()
    return _come_back(submission, Route.values, Submission.undo, What.UNDO, "target-gone")


@recorded
def give_up_waiting(pk, day):
    """Return one that was asked about before a day to the queue, and tell whether it was.

    On record as the asking editor's, since it is that question which stays unanswered.
    """
    submission = Submission.objects.unanswered_since(day).filter(pk=pk).first()
    return _come_back(submission, [What.ASK], Submission.answer, What.RETURN, "no-answer")


@recorded
def end_hold(pk, day):
    """Return one that was held until this day or an earlier one, and tell whether it was.

    On record as the holding editor's, who set the day.
    """
    submission = Submission.objects.held_until_by(day).filter(pk=pk).first()
    return _come_back(submission, [What.HOLD], Submission.resume, What.RESUME, "day-come")


@recorded
def ask(submission, version, *, by, key, question, shown=None):
    """Ask the contributor something; `key` is the submission's.

    With `shown`, a Finished text, the question is whether this may be published.
    """
    submission.ask(version)
    kind = Message.Kind.CONSENT if shown else Message.Kind.QUESTION
    _write(submission, kind, question, key, shown)
    _record(submission, version, What.ASK, by)


@recorded
def thank(submission, *, by, key, says):
    """Write to the contributor without asking anything; `key` is the submission's.

    It is no move, so it takes no version. Raises IllegalMove where the words are gone.
    """
    submission.lock_words()
    _write(submission, Message.Kind.THANKS, says, key)
    Decision.objects.record(What.THANK, by=by, submission=submission)


@recorded
def stop_waiting(submission, version, *, by):
    """Take up again one whose contributor has not answered.

    Raises IllegalMove where consent was asked for: then the contributor was promised that nothing
    is published before the time to answer is over.
    """
    if submission.waits_for_consent:
        raise IllegalMove("The contributor still has time to agree or object.")
    submission.answer(version)
    _record(submission, version, What.RETURN, by)


@recorded
def decline(submission, version, *, by, reason, key=b"", says=""):
    """Decide that it does not go out, for a DeclineReason.

    What it `says` besides, the contributor reads with the receipt; `key` is the submission's.
    """
    submission.decline(version, reason.for_contributor)
    if says:
        _write(submission, Message.Kind.THANKS, says, key)
    _record(submission, version, What.DECLINE, by, reason.slug)


@recorded
def reconsider(submission, version, *, by):
    """Bring a declined submission back to the queue."""
    submission.reconsider(version)
    _record(submission, version, What.RECONSIDER, by)


@recorded
def hold(submission, version, *, by, until, reason):
    """Set it aside until a day, for a class of reason."""
    submission.hold(version, until)
    _record(submission, version, What.HOLD, by, reason)


@recorded
def resume(submission, version, *, by):
    """Take a held submission up again."""
    submission.resume(version)
    _record(submission, version, What.RESUME, by)


@recorded
def close(submission, version, *, by):
    """Settle a confidential note."""
    submission.close(version)
    _record(submission, version, What.CLOSE, by)


def _write(submission, kind, says, key, shown=None):
    title, text = (shown.title, shown.text) if shown else ("", "")
    Message.write(submission, kind, {"says": says, "title": title, "text": text}, key)


def _come_back(submission, sent_off_by, move, what, reason):
    """Return one to the queue with nobody at the desk; tell whether there was one.

    On record as the editor's whose last decision of these kinds had sent it off.
    """
    if submission:
        version = submission.version
        by = submission.decisions.filter(what__in=sent_off_by).latest("version").by
        move(submission, version)
        _record(submission, version, what, by, reason)
    return bool(submission)


def _record(submission, version, what, by, reason="", marks=()):
    Claim.objects.on(submission).unreleased().release()
    Decision.objects.record(
        what, by=by, submission=submission, version=version, reason=reason, marks=marks
    )
