"""The review page: one submission, read, redacted and decided on."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from contributions.lifecycle import IllegalMove, StaleDecision, State
from contributions.markup import from_plain_text
from contributions.models import Post, Reply, Submission
from contributions.models.publication import WrongStatus
from contributions.review import in_pieces, second_look
from contributions.words import Words
from moderation import deciding, opening, publishing, redaction
from moderation.forms import ACTIONS, APPROVING, POSTS_OFFERED, Action, ReviewForm, fingerprint


@require_http_methods(["GET", "HEAD", "POST"])
def review(request, pk):
    """Show one submission, its preview, or the outcome of a decision on it."""
    submission = get_object_or_404(Submission.objects.with_target().with_keys(), pk=pk)
    opened = Opened.by(opening.in_hand(request), submission)
    if request.method != "POST":
        return page(request, opened, ReviewForm.opened(submission, opened.words))
    action = request.POST.get("action")
    action = action if action in Action else Action.PREVIEW
    form = ReviewForm(submission, action, request.POST)
    if not form.is_valid():
        return page(request, opened, form, status=422)
    if form.cleaned_data["version"] != submission.version:
        return stale(request, submission, form)
    if action == Action.PREVIEW:
        return page(request, opened, previewed(form))
    if action in {*APPROVING, Action.CONSENT} and not form.was_previewed:
        messages.warning(
            request,
            "Nothing has gone out yet: the text has changed since you saw it as readers will. "
            "Here it is. If it is right, press the button again.",
        )
        return page(request, opened, previewed(form), status=422)
    try:
        messages.success(request, decide(request.user, opened, action, form))
    except (StaleDecision, IllegalMove):
        return stale(request, submission, form)
    except WrongStatus as error:
        form.add_error("post", str(error))
        return page(request, opened, form, status=422)
    return redirect("admin:index")


@dataclass(frozen=True)
class Opened:
    """A submission with its key and its Words, opened with the desk's key.

    Without a key, the words have been deleted and Words is empty.
    """

    submission: Submission
    key: bytes
    words: Words

    @classmethod
    def by(cls, desk, submission):
        """Open it, if its words are still there."""
        if not submission.has_words:
            return cls(submission, b"", Words())
        key = submission.wrapped_key.opened_by(desk)
        return cls(submission, key, submission.words(key))

    def messages(self):
        """Return (message, what it says) of each message to and from the contributor."""
        if not self.key:
            return []
        return [
            (message, message.content(self.key)) for message in self.submission.messages.in_order()
        ]


@transaction.atomic
def decide(user, opened, action, form):
    """Carry out an action and return the sentence that says so."""
    submission, data = opened.submission, form.cleaned_data
    version = data["version"]
    match action:
        case Action.GUEST_BLOG | Action.REPLY:
            post, parent = form.target
            copy = deciding.approve(
                submission,
                version,
                by=user,
                route=action,
                title=data["title"],
                post=post,
                parent=parent,
                parts=form.parts,
            )
            if data["now_reason"]:
                return publish_at_once(user, submission, submission.version, data["now_reason"])
            due = timezone.localtime(copy.due_at)
            return f"Approved. It goes out on {due:%-d %B at %H:%M}."
        case Action.NOW:
            return publish_at_once(user, submission, version, data["now_reason"])
        case Action.UNDO:
            deciding.undo(submission, version, by=user)
            return "The approval is taken back: it waits again."
        case Action.ASK | Action.CONSENT:
            finished = redaction.finished(form.parts, data["title"])
            deciding.ask(
                submission,
                version,
                by=user,
                key=opened.key,
                question=data["question"],
                shown=finished if action == Action.CONSENT else None,
            )
            return "Asked. The contributor sees it with the receipt."
        case Action.RETURN:
            deciding.stop_waiting(submission, version, by=user)
            return "Taken up again without an answer."
        case Action.DECLINE:
            deciding.decline(submission, version, by=user, reason=data["decline_reason"])
            return "Declined. You find it in the bin."
        case Action.HOLD:
            until = data["held_until"]
            deciding.hold(submission, version, by=user, until=until, reason=data["hold_reason"])
            lost = " Its redactions were not kept." if redaction.marks(form.parts) else ""
            return f"Held until {until:%-d %B %Y}.{lost}"
        case Action.RESUME:
            deciding.resume(submission, version, by=user)
            return "Taken up again: it is back in the queue."
        case Action.RECONSIDER:
            deciding.reconsider(submission, version, by=user)
            return "Brought back to the queue."
        case Action.CLOSE:
            deciding.close(submission, version, by=user)
            return "Closed."
    return ""


def publish_at_once(user, submission, version, reason):
    """Publish an approved one and return the sentence that says so."""
    published = publishing.publish_at_once(submission, version, by=user, reason=reason)
    if isinstance(published, Reply):
        return f"Published as reply {published.number} under “{published.post.title}”."
    return f"Published as Guest Blog {published.number}."


def previewed(form):
    """Return the form again, its marks in full and its text noted as seen."""
    marked = redaction.written(form.parts)
    data = form.data.copy()
    title = form.cleaned_data["title"]
    data["title"], data["marked"] = title, marked
    data["previewed"] = fingerprint(title, marked)
    again = ReviewForm(form.submission, Action.PREVIEW, data)
    again.full_clean()
    return again


def page(request, opened, form, status=200):
    """Show the submission with what was found in it, the form, and the preview."""
    submission, words = opened.submission, opened.words
    context = {
        **admin.site.each_context(request),
        "title": submission,
        "submission": submission,
        "form": form,
        "words": words,
        "messages_so_far": opened.messages(),
        "pieces": in_pieces(words.text, words.places("text")),
        "title_pieces": in_pieces(words.title, words.places("title")),
        "actions": [action.value for action in actions(submission)],
        "preview": preview(form),
        "marks": redaction.marks(form.parts),
        "look": second_look(words) if words.text else None,
        "decisions": submission.decisions.since(0),
        "posts": Post.objects.published().newest_first().headings()[:POSTS_OFFERED],
    }
    return render(request, "moderation/review.html", context, status=status)


def preview(form):
    """Return {"title", "body"} as readers will see them; None while the marks are amiss."""
    if not form.is_bound:
        title, parts = form.initial["title"], [form.initial["marked"]]
    elif form.parts:
        title, parts = form.cleaned_data.get("title", ""), form.parts
    else:
        return None
    title, text = redaction.finished(parts, title)
    return {"title": title, "body": from_plain_text(text)}


def actions(submission):
    """Return the actions that its state and kind allow, the likeliest first."""
    match submission.state:
        case State.WAITING:
            return ACTIONS[submission.kind]
        case State.HELD:
            return [Action.RESUME]
        case State.ASKED:
            return [Action.RETURN]
        case State.APPROVED:
            return [Action.UNDO, Action.NOW]
        case State.DECLINED if submission.has_words:
            return [Action.RECONSIDER]
    return []


def stale(request, submission, form):
    """Say what has changed since the editor opened the page, and give his text back."""
    submission.refresh_from_db()
    context = {
        **admin.site.each_context(request),
        "title": "This has changed since you opened it",
        "submission": submission,
        "changes": submission.decisions.since(form.cleaned_data["version"]),
        "marked": form.cleaned_data.get("marked", ""),
    }
    return render(request, "moderation/stale.html", context, status=409)
