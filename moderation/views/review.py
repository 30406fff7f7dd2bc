"""The review page: one submission, read, redacted and decided on."""

from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from contributions.lifecycle import IllegalMove, StaleDecision, State
from contributions.markup import from_plain_text
from contributions.models import ApprovedCopy, Post, Submission, WatchedWord
from contributions.models.publication import WrongStatus
from contributions.review import in_pieces, second_look
from contributions.sealing import CannotOpen
from moderation import opening, redaction
from moderation.actions import ACTIONS, APPROVING, WITHOUT_READING, Action
from moderation.alike import alike
from moderation.carrying_out import carry_out
from moderation.flags import flags_in
from moderation.forms import POSTS_OFFERED, ReviewForm, fingerprint
from moderation.opened_submission import Opened
from moderation.watching import watched_in


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
    if action == Action.PREVIEW or (opened.is_lost and action not in WITHOUT_READING):
        return page(request, opened, previewed(form))
    if action in {*APPROVING, Action.CONSENT} and not form.was_previewed:
        messages.warning(
            request,
            "Nothing has gone out yet: the text has changed since you saw it as readers will. "
            "Here it is. If it is right, press the button again.",
        )
        return page(request, opened, previewed(form), status=422)
    try:
        messages.success(request, carry_out(action, form, opened, by=request.user))
    except (StaleDecision, IllegalMove):
        return stale(request, submission, form)
    except WrongStatus as error:
        form.add_error("post", str(error))
        return page(request, opened, form, status=422)
    return redirect("admin:index")


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
        "is_lost": opened.is_lost,
        "actions": [action.value for action in actions(opened)],
        "preview": preview(form) if submission.state != State.APPROVED else approved(submission),
        "marks": redaction.marks(form.parts),
        "look": second_look(words, WatchedWord.objects.for_deidentify()) if words.text else None,
        "watched": watched_in(words, opened.answers()),
        "flags": flagged(words),
        "alike": alike(submission, words, opening.in_hand(request)) if words.text else [],
        "decisions": submission.decisions.since(0),
        "posts": Post.objects.published().newest_first().headings()[:POSTS_OFFERED],
    }
    return render(request, "moderation/review.html", context, status=status)


def flagged(words):
    """Return (flag, the words that raised it) of each flag, the weightiest first."""
    return [
        (
            flag,
            [
                *(words.title[start:end] for start, end in flag.title_triggers),
                *(words.text[start:end] for start, end in flag.triggers),
            ],
        )
        for flag in flags_in(words)
    ]


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


def approved(submission):
    """Return {"title", "body"} of what waits for its batch; None where that cannot be opened."""
    try:
        title, text = submission.approved_copy.opened()
    except (ApprovedCopy.DoesNotExist, CannotOpen):
        return None
    return {"title": title, "body": from_plain_text(text)}


def actions(opened):
    """Return the actions that its state and kind allow, the likeliest first."""
    submission = opened.submission
    match submission.state:
        case State.WAITING:
            offered = ACTIONS[submission.kind]
            return [a for a in offered if a in WITHOUT_READING] if opened.is_lost else offered
        case State.HELD:
            return [Action.RESUME]
        case State.ASKED if not submission.waits_for_consent:
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
