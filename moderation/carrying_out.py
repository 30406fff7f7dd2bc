"""What a button of the review page does, and the sentence that says it was done."""

from django.db import transaction
from django.utils import timezone

from contributions.models import Reply
from moderation import deciding, publishing, redaction
from moderation.actions import Action


@transaction.atomic
def carry_out(action, form, opened, *, by):
    """Carry out one action of a valid ReviewForm on an Opened submission; say what was done.

    Raises StaleDecision, IllegalMove or WrongStatus, and then nothing has changed.
    """
    submission, data = opened.submission, form.cleaned_data
    version = data["version"]
    match action:
        case Action.GUEST_BLOG | Action.REPLY:
            return _approve(action, form, submission, by=by)
        case Action.NOW:
            return _publish_at_once(submission, version, data["now_reason"], by=by)
        case Action.UNDO:
            deciding.undo(submission, version, by=by)
            return "The approval is taken back: it waits again."
        case Action.ASK | Action.CONSENT:
            return _ask(action, form, opened, by=by)
        case Action.RETURN:
            deciding.stop_waiting(submission, version, by=by)
            return "Taken up again without an answer."
        case Action.DECLINE:
            deciding.decline(submission, version, by=by, reason=data["decline_reason"])
            return "Declined. You find it in the bin."
        case Action.HOLD:
            until = data["held_until"]
            deciding.hold(submission, version, by=by, until=until, reason=data["hold_reason"])
            lost = " Its redactions were not kept." if redaction.marks(form.parts) else ""
            return f"Held until {until:%-d %B %Y}.{lost}"
        case Action.RESUME:
            deciding.resume(submission, version, by=by)
            return "Taken up again: it is back in the queue."
        case Action.RECONSIDER:
            deciding.reconsider(submission, version, by=by)
            return "Brought back to the queue."
        case Action.CLOSE:
            deciding.close(submission, version, by=by)
            return "Closed."
    return ""


def _approve(action, form, submission, *, by):
    data, (post, parent) = form.cleaned_data, form.target
    copy = deciding.approve(
        submission,
        data["version"],
        by=by,
        route=action,
        title=data["title"],
        post=post,
        parent=parent,
        parts=form.parts,
    )
    if data["now_reason"]:
        return _publish_at_once(submission, submission.version, data["now_reason"], by=by)
    due = timezone.localtime(copy.due_at)
    return f"Approved. It goes out on {due:%-d %B at %H:%M}."


def _publish_at_once(submission, version, reason, *, by):
    published = publishing.publish_at_once(submission, version, by=by, reason=reason)
    if isinstance(published, Reply):
        return f"Published as reply {published.number} under “{published.post.title}”."
    return f"Published as Guest Blog {published.number}."


def _ask(action, form, opened, *, by):
    data = form.cleaned_data
    shown = redaction.finished(form.parts, data["title"]) if action == Action.CONSENT else None
    deciding.ask(
        opened.submission,
        data["version"],
        by=by,
        key=opened.key,
        question=data["question"],
        shown=shown,
    )
    return "Asked. The contributor sees it with the receipt."
