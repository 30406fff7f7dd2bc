"""The review page: one submission, read, redacted and decided on."""

from contextlib import suppress

from django.contrib import admin, messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Submission
from contributions.models.publication import WrongStatus
from moderation import claims, opening, redaction
from moderation.claims import ClaimedByOther
from moderation.opened_submission import Opened
from moderation.outgoing import OutgoingForm
from moderation.sitting import Sitting
from moderation.views.giving_back import written_in
from moderation.views.review_page import onward, page
from moderation.ways import offered, way_named

SEE_IT_FIRST = (
    "Nothing has gone out yet: the text has changed since you saw it as readers will. "
    "Here it is. If it is right, press the button again."
)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request, pk):
    """Show one submission, its preview, or the outcome of a decision on it."""
    submission = get_object_or_404(Submission.objects.with_target().with_keys(), pk=pk)
    opened = Opened.by(opening.in_hand(request), submission)
    if request.method != "POST":
        return page(request, Sitting(opened, OutgoingForm.begun(opened), request.user))
    way = way_named(request.POST.get("action"))
    outgoing = OutgoingForm(request.POST, text_needed=way is None or way.uses_text)
    sitting = Sitting(opened, outgoing, request.user)
    form = way and way.form(opened, request.POST)
    if not outgoing.is_valid() or (form and not form.is_valid()):
        return page(request, sitting, way, form, status=422)
    if sitting.version != submission.version:
        return stale(request, sitting)
    if way is None:
        take_in_hand(request, submission)
        return page(request, changed(request, sitting))
    if way not in offered(opened):
        outgoing.add_error(None, "That cannot be done with it as it stands.")
        return page(request, sitting, status=422)
    way.check(sitting, form)
    if outgoing.errors or form.errors:
        return page(request, sitting, way, form, status=422)
    if way.goes_out and not outgoing.was_previewed:
        messages.warning(request, SEE_IT_FIRST)
        return page(request, changed(request, sitting), way, form, status=422)
    try:
        claims.take(submission, request.user, over=outgoing.cleaned_data["take_over"])
        with transaction.atomic():
            said = way.carry_out(sitting, form)
            sitting.keep()
    except ClaimedByOther as error:
        outgoing.add_error("take_over", str(error))
        return page(request, sitting, way, form, status=409)
    except (StaleDecision, IllegalMove):
        return stale(request, sitting)
    except WrongStatus as error:
        form.add_error(None, str(error))
        return page(request, sitting, way, form, status=422)
    messages.success(request, said)
    return redirect(request.get_full_path() if way.stays else onward(request, pk))


def take_in_hand(request, submission):
    """Claim it, since an editor works on it, or do with the claim what a button asked for."""
    wanted = request.POST.get("claim")
    if wanted == "let-go":
        claims.let_go(submission, request.user)
    else:
        with suppress(ClaimedByOther):
            claims.take(submission, request.user, over=wanted == "take-over")


def changed(request, sitting):
    """Return the sitting with the text as it is now noted as seen, perhaps with a mark changed."""
    outgoing = sitting.outgoing
    parts, everywhere = outgoing.parts, outgoing.cleaned_data["everywhere"]
    what, _, rest = request.POST.get("change", "").partition(":")
    number, _, words = rest.partition(":")
    if what == "back" and number.isdecimal():
        parts = redaction.put_back(parts, int(number), everywhere=everywhere)
    elif what == "instead" and number.isdecimal():
        parts = redaction.put_instead(parts, int(number), words)
    elif everywhere:
        parts = redaction.everywhere(parts)
    return Sitting(sitting.opened, outgoing.changed_to(parts), sitting.by)


def stale(request, sitting):
    """Say what has changed since the editor opened the page, and give his text back."""
    submission = sitting.submission
    submission.refresh_from_db()
    context = {
        **admin.site.each_context(request),
        "title": "This has changed since you opened it",
        "submission": submission,
        "changes": submission.decisions.since(sitting.version),
        "written": written_in(request.POST),
    }
    return render(request, "moderation/stale.html", context, status=409)
