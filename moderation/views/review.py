"""The review page: one submission, read, redacted and decided on."""

from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from contributions.lifecycle import IllegalMove, StaleDecision, State
from contributions.markup import from_plain_text
from contributions.models import Post, Submission
from contributions.models.publication import WrongStatus
from contributions.review import in_pieces, second_look
from moderation import deciding, redaction
from moderation.forms import ACTIONS, POSTS_OFFERED, Action, ReviewForm, fingerprint


@require_http_methods(["GET", "HEAD", "POST"])
def review(request, pk):
    """Show one submission, its preview, or the outcome of a decision on it."""
    submission = get_object_or_404(Submission.objects.with_target(), pk=pk)
    if request.method != "POST":
        return page(request, submission, ReviewForm.opened(submission))
    action = request.POST.get("action")
    action = action if action in Action else Action.PREVIEW
    form = ReviewForm(submission, action, request.POST)
    if not form.is_valid():
        return page(request, submission, form, status=422)
    if form.cleaned_data["version"] != submission.version:
        return stale(request, submission, form)
    if action == Action.PREVIEW:
        return page(request, submission, previewed(form))
    if action in (Action.GUEST_BLOG, Action.REPLY) and not form.was_previewed:
        messages.warning(
            request,
            "Nothing has gone out yet: the text has changed since you saw it as readers will. "
            "Here it is. If it is right, press the button again.",
        )
        return page(request, submission, previewed(form), status=422)
    try:
        messages.success(request, decide(request.user, submission, action, form))
    except (StaleDecision, IllegalMove):
        return stale(request, submission, form)
    except WrongStatus as error:
        form.add_error("post", str(error))
        return page(request, submission, form, status=422)
    return redirect("admin:index")


def decide(user, submission, action, form):
    """Carry out an action and return the sentence that says so."""
    data = form.cleaned_data
    version = data["version"]
    match action:
        case Action.GUEST_BLOG:
            post = deciding.publish_guest_blog(
                submission, version, by=user, title=data["title"], parts=form.parts
            )
            return f"Published as Guest Blog {post.number}."
        case Action.REPLY:
            post, parent = form.target
            reply = deciding.publish_reply(
                submission, version, by=user, post=post, parent=parent, parts=form.parts
            )
            return f"Published as reply {reply.number} under “{post.title}”."
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


def page(request, submission, form, status=200):
    """Show the submission with what was found in it, the form, and the preview."""
    context = {
        **admin.site.each_context(request),
        "title": submission,
        "submission": submission,
        "form": form,
        "pieces": in_pieces(submission.text, submission.places("text")),
        "title_pieces": in_pieces(submission.title, submission.places("title")),
        "actions": [action.value for action in actions(submission)],
        "preview": preview(form),
        "marks": redaction.marks(form.parts),
        "look": second_look(submission) if submission.text else None,
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
        case State.DECLINED:
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
