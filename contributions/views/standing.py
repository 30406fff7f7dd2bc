"""How something stands that a receipt opens: the page, and steps that need no words."""

from django.db import transaction
from django.shortcuts import render

from contributions import form_token, wording
from contributions.choices import Choices
from contributions.correspondence import Correspondence
from contributions.forms import AnswerForm
from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.markup import from_plain_text

NONE_MADE = Choices()


def standing(request, data, correspondence, message="", status=200):
    """Show how it stands, what was written, and what can be done now."""
    form = AnswerForm.to(correspondence) if correspondence.question else None
    return standing_page(request, correspondence, form, message, status)


def standing_page(
    request, correspondence, form, message="", status=200, choices=NONE_MADE, given_back=""
):
    """Show how it stands; `form` is what an answer is written in, where one is waited for."""
    _, shown = correspondence.question or (None, {})
    context = {
        "correspondence": correspondence,
        "submission": correspondence.submission,
        "form": form,
        "message": message,
        "choices_so_far": choices.values,
        "shown": from_plain_text(shown.get("text", "")),
        "given_back": given_back,
        "token": form_token.issue(),
    }
    return render(request, "contributions/standing.html", context, status=status)


def once(request, data, correspondence, act, again=standing):
    """Do something that needs no words once for its form token; then show how it stands.

    `act` takes the version that the contributor saw. Where it no longer stands, or the page was
    open too long, nothing is done and the page `again` shows what there is to decide now.
    """
    token, version = data.get("token", ""), data.get("version", "")
    try:
        form_token.check(token)
        with transaction.atomic():
            if form_token.spend(token, version):
                act(int(version) if version.isdecimal() and len(version) < 10 else 0)
    except (form_token.TokenExpired, form_token.TokenForged):
        return again(request, data, correspondence, wording.OPEN_TOO_LONG, status=403)
    except (StaleDecision, IllegalMove):
        found = Correspondence.of(correspondence.receipt)
        return again(request, data, found, wording.CHANGED_MEANWHILE, status=409)
    return done(request, correspondence)


def done(request, correspondence):
    """Show how it stands after a step, read anew."""
    return standing(request, {}, Correspondence.of(correspondence.receipt))
