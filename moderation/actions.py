"""What an editor can do with a submission from the review page, and why."""

from django.db.models import TextChoices

from contributions.models import Submission


class HoldReason(TextChoices):
    PROCEEDINGS = "proceedings", "Proceedings are going on"
    CHECKING = "checking", "Something must be checked first"
    TIMING = "timing", "A better moment"
    OTHER = "other", "Other"


class NowReason(TextChoices):
    URGENT = "urgent", "it would come too late otherwise"
    KNOWN = "known", "the contributor wishes it"
    TIMELESS = "timeless", "the delay protects nobody here"
    OTHER = "other", "of another reason"


class Action(TextChoices):
    PREVIEW = "preview", "Preview"
    GUEST_BLOG = "guest_blog", "Approve as guest blog"
    REPLY = "reply", "Approve as reply"
    ASK = "ask", "Ask"
    CONSENT = "consent", "Show it and ask"
    RETURN = "return", "Take up again"
    NOW = "now", "Publish at once"
    UNDO = "undo", "Take the approval back"
    DECLINE = "decline", "Decline"
    HOLD = "hold", "Hold"
    RESUME = "resume", "Take up again"
    RECONSIDER = "reconsider", "Bring back to the queue"
    CLOSE = "close", "Close"


APPROVING = {Action.GUEST_BLOG, Action.REPLY}
WITH_TEXT = {Action.PREVIEW, Action.CONSENT, *APPROVING}
# All that can still be done with what nobody at the desk can read any more.
WITHOUT_READING = {Action.DECLINE, Action.CLOSE}


_PUBLISHABLE = [Action.ASK, Action.CONSENT, Action.HOLD, Action.DECLINE]
ACTIONS = {
    Submission.Kind.GUEST_BLOG: [Action.GUEST_BLOG, Action.REPLY, *_PUBLISHABLE],
    Submission.Kind.REPLY: [Action.REPLY, Action.GUEST_BLOG, *_PUBLISHABLE],
    # Enter in a field presses the first button, so that must not be the last word.
    Submission.Kind.CONFIDENTIAL: [Action.HOLD, Action.ASK, Action.CLOSE],
}
