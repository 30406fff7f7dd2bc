"""What a contributor answers to the editor, through the review step as any text."""

from django.shortcuts import render

from contributions import checking, form_token, support, wording
from contributions.choices import Choices
from contributions.correspondence import Correspondence
from contributions.forms import AnswerForm, SendAnswerForm
from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import Message, WatchedWord
from contributions.review import review
from contributions.views.standing import NONE_MADE, done, once, standing_page


def check(request, data, correspondence):
    """Show the answer as it would be kept, with the choices made."""
    return review_step(request, data, correspondence, Choices.read(data))


def review_step(
    request, data, correspondence, choices=NONE_MADE, message="", status=200, asked=False
):
    """Show an answer as it would be kept, or the form with what is wrong."""
    form = AnswerForm(data)
    if not form.is_valid():
        return standing_page(request, correspondence, form, message, 422, choices)
    seen = form.cleaned_data["version"]
    if correspondence.question is None or seen != correspondence.submission.version:
        return too_late(request, data, correspondence)
    watched = WatchedWord.objects.for_deidentify()
    with checking.turn():
        found = review("", form.cleaned_data["text"], choices, watched)
    if found.problem:
        form.add_error("text", found.problem)
        return standing_page(request, correspondence, form, "", 422, choices)
    if not form_token.can_be_sent(data.get("token", "")):
        data["token"] = form_token.issue()
    form.offer_choices()
    send_form = SendAnswerForm.sealed(
        found,
        token=data["token"],
        ask_twice=found.asks_twice and not asked,
        receipt=str(correspondence.receipt),
        version=str(seen),
        kind=form.cleaned_data["kind"],
    )
    context = {
        "review": found,
        "form": form,
        "send_form": send_form,
        "message": message,
        "support_lines": support.lines_for(form.cleaned_data["text"]),
    }
    return render(request, "contributions/review.html", context, status=status)


def send(request, data, correspondence):
    """Store just what the review step showed, once."""
    form = SendAnswerForm(data)
    try:
        form.full_clean()
        if not form.has_arrived:
            form_token.check(data["token"])
    except form_token.TokenForged:
        return review_step(request, data, correspondence, message=wording.FORGED, status=403)
    except form_token.TokenExpired:
        return review_step(request, data, correspondence, form.choices, wording.EXPIRED, 403)
    if form.asks_twice and not form.has_arrived:
        return review_step(request, data, correspondence, form.choices, wording.SURE, asked=True)
    try:
        arrived = form.store(correspondence)
    except (StaleDecision, IllegalMove):
        arrived = False
    if not arrived:
        return too_late(request, data, correspondence)
    return done(request, correspondence)


def agree(request, data, correspondence):
    """Store that it may be published as it was shown."""
    return say(request, data, correspondence, Message.Kind.AGREED)


def object_to_it(request, data, correspondence):
    """Store that it may not; a reason is looked through first, as every text is."""
    if data.get("text", "").strip():
        return check(request, data, correspondence)
    return say(request, data, correspondence, Message.Kind.OBJECTED)


def say(request, data, correspondence, kind):
    """Store a yes or a no without words."""

    def store(version):
        correspondence.answer(version, kind)

    return once(request, data, correspondence, store)


def too_late(request, data, correspondence):
    """Say that this answer is not waited for any more, and give the words back."""
    correspondence = Correspondence.of(correspondence.receipt)
    form = AnswerForm.to(correspondence) if correspondence.question else None
    words = data.get("text", "")
    return standing_page(request, correspondence, form, wording.NOT_ASKED, 409, given_back=words)
