"""How somebody complains about what is published: what it is about, then one form, then sent.

Two short pages, because without a script a page cannot ask for more as an answer needs it.
"""

from functools import partial

from django.shortcuts import render
from django.utils import timezone

from contributions import flood, form_token, notice_period, stated_wait, wording
from contributions.forms.complaint_kinds import FORMS
from contributions.models import DeskKey, SiteSettings
from contributions.origin import is_cross_site, is_from_employer
from contributions.target import Target
from contributions.views.contributor_page import contributor_page
from contributions.views.writing import ask_to_wait

# What comes along from one form to another.
CARRIED = {name for form in FORMS.values() for name in form.base_fields} - {"kind", "token"}


# Who serves a notice for the employer does it from the employer's network, and has to be heard.
@partial(contributor_page, open_at_work=True)
def complain(request, data):
    """Ask what is wrong, show the form for it, or take it."""
    DeskKey.current()
    if data.get("kind") not in FORMS or "other_kind" in data:
        return kinds_page(request, data)
    if is_cross_site(request):
        return again(request, data, wording.CROSS_SITE)
    if "send" in data:
        return send(request, data)
    return form_page(request, FORMS[data["kind"]](initial=data.dict()))


def send(request, data):
    """Store a complaint, and say what happens next."""
    form = FORMS[data["kind"]](data)
    if not form.is_valid():
        return form_page(request, form, status=422)
    token = form.cleaned_data["token"]
    if form_token.is_spent(token):
        return arrived(request, data)
    try:
        form_token.check(token)
    except form_token.TokenForged:
        return again(request, data, wording.FORGED)
    except form_token.TokenExpired:
        return again(request, data, wording.EXPIRED)
    seconds = max(stated_wait.owed_for_checking(data), stated_wait.owed_for_sending(data))
    if seconds:
        return ask_to_wait(request, data, seconds)
    if not form.store():
        return arrived(request, data)
    flood.count()
    return arrived(request)


def kinds_page(request, data):
    """Ask what is wrong. What was written already comes along to the form."""
    context = {
        "about": Target.read(data.get("target")),
        "carried": [(name, value) for name, value in data.items() if name in CARRIED],
        "at_work": is_from_employer(request),
    }
    return render(request, "contributions/complaint.html", context)


def form_page(request, form, message="", status=200):
    """Show the form of one kind."""
    context = {
        "form": form,
        "message": message,
        "kind": form["kind"].value(),
        "at_work": is_from_employer(request),
    }
    return render(request, "contributions/complaint_form.html", context, status=status)


def again(request, data, message):
    """Show the form as it came, to be sent once more."""
    data["token"] = form_token.issue()
    return form_page(request, FORMS[data["kind"]](data), message, status=403)


def arrived(request, repeated=None):
    """Say that it has arrived, and by when it will be answered.

    `repeated` is what a form brought that had been sent before: it may have been changed since.
    """
    answer_by = notice_period.ends_at(timezone.now(), SiteSettings.current_or_starting().proclaimed)
    posted = []
    if repeated:
        repeated["token"] = form_token.issue()
        posted = list(repeated.items())
    context = {"answer_by": notice_period.in_words(answer_by), "posted": posted}
    return render(request, "contributions/complaint_received.html", context)
