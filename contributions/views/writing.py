"""What a contributor does: write, review, send. Stateless, scriptless, without a cookie."""

import logging
from functools import wraps

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import Error
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from contributions import checking, flood, form_token, stated_wait, support, wording
from contributions.choices import Choices
from contributions.forms import ContactForm, SendForm
from contributions.models import CallOut, DeskClosed, DeskKey, SiteSettings, Submission
from contributions.origin import comes_too_often, is_cross_site, is_from_employer
from contributions.review import review
from contributions.target import Target

NONE_MADE = Choices()
logger = logging.getLogger(__name__)


def contributor_page(view):
    """Mark a page that a contributor writes on: never stored by a browser or on the way."""

    @wraps(view)
    def marked(request, *args, **kwargs):
        response = turned_back(request) or view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "same-origin"
        return response

    # There is no session to ride on; see contributions/origin.py and form_token.py.
    return csrf_exempt(marked)


def turned_back(request):
    """Return the answer to who had better not send just now or from there, or None."""
    try:
        data = request.POST
    except (RequestDataTooBig, TooManyFieldsSent):
        return None  # The view says so.
    if is_from_employer(request):
        return give_back(request, data, "", 403, "contributions/employer_network.html")
    if comes_too_often(request):
        return give_back(request, data, wording.COMES_TOO_OFTEN, 429)
    return None


@contributor_page
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request):
    """Show the form, the review step, or that the words have arrived."""
    try:
        data = request.POST.copy()
    except (RequestDataTooBig, TooManyFieldsSent):
        return render(request, "contributions/too_much.html", status=413)
    if request.method != "POST":
        if DeskKey.is_there():
            return form_page(request, ContactForm())
        return give_back(request, data, wording.DESK_CLOSED)
    try:
        DeskKey.current()
        if is_cross_site(request):
            if not data.get("text"):
                return form_page(request, ContactForm(), wording.CROSS_SITE, status=403)
            return review_step(request, data, message=wording.CROSS_SITE, status=403)
        if "send" in data:
            return send(request, data)
        if "check" in data:
            if seconds := stated_wait.owed_for_checking(data):
                return ask_to_wait(request, data, seconds)
            return review_step(request, data, Choices.read(data))
        return open_with_target(request, data)
    except Error:
        logger.exception("The database did not answer.")
        return give_back(request, data, wording.NOT_STORED)
    except checking.TooBusy:
        return give_back(request, data, wording.BUSY)
    except DeskClosed:
        return give_back(request, data, wording.DESK_CLOSED)


def open_with_target(request, data):
    """Show the empty form, meant for the post or reply whose button was pressed."""
    target = Target.read(data.get("target"))
    if target.named and not target.is_public:
        return form_page(request, ContactForm(), *lost(target))
    return form_page(request, ContactForm(initial={"target": target.named}))


def review_step(request, data, choices=NONE_MADE, message="", status=200, asked=False):
    """Show the words as they would be kept, or the form with what is wrong."""
    target = Target.read(data.get("target"))
    if data.get("kind") == Submission.Kind.REPLY and not target.is_public:
        message, status = lost(target)
        data["kind"] = data["target"] = ""
    form = ContactForm(data)
    if not form.is_valid():
        return form_page(request, form, message, status if message else 422, choices)
    with checking.turn():
        found = review(form.cleaned_data["title"], form.cleaned_data["text"], choices)
    if found.problem:
        form.add_error("text", found.problem)
        return form_page(request, form, status=422, choices=choices)
    if not form_token.can_be_sent(data.get("token", "")):
        if form_token.is_spent(data.get("token", "")):
            message = message or wording.ALREADY_SENT
        data["token"] = form_token.issue()
    form.offer_choices()
    send_form = SendForm.sealed(
        found,
        kind=data["kind"],
        target=data.get("target", ""),
        token=data["token"],
        ask_twice=found.asks_twice and not asked,
    )
    written = f"{form.cleaned_data['title']}\n{form.cleaned_data['text']}"
    context = {
        "review": found,
        "form": form,
        "send_form": send_form,
        "message": message,
        "support_lines": support.lines_for(written),
    }
    return render(request, "contributions/review.html", context, status=status)


def send(request, data):
    """Store just what the review step showed, and say that it has arrived."""
    form = SendForm(data)
    try:
        form.full_clean()
        if not form.has_arrived:
            form_token.check(data["token"])
    except form_token.TokenForged:
        return review_step(request, data, message=wording.FORGED, status=403)
    except form_token.TokenExpired:
        return review_step(request, data, form.choices, wording.EXPIRED, status=403)
    lost_target = data["kind"] == Submission.Kind.REPLY and not form.meant_for.is_public
    if lost_target and not form.has_arrived:
        return review_step(request, data, form.choices)
    if form.asks_twice and not form.has_arrived:
        return review_step(request, data, form.choices, wording.SURE, asked=True)
    if not form.has_arrived and (seconds := stated_wait.owed_for_sending(data)):
        return ask_to_wait(request, data, seconds)
    if not form.store():
        return review_step(request, data, form.choices, wording.ALREADY_SENT, status=409)
    flood.count()
    context = {"kind": data["kind"], "receipt": form.receipt}
    return render(request, "contributions/received.html", context)


def form_page(request, form, message="", status=200, choices=NONE_MADE):
    """Show the form itself, with the choices made so far in hidden fields."""
    context = {
        "form": form,
        "message": message,
        "call_outs": CallOut.objects.open(),
        "choices_so_far": choices.values,
    }
    return render(request, "contributions/contact.html", context, status=status)


def ask_to_wait(request, data, seconds):
    """Give the words back with how long to wait, and what proves later that it was waited."""
    data["ticket"] = stated_wait.ticket(data, seconds)
    message = wording.PLEASE_WAIT.format(seconds=seconds)
    response = give_back(request, data, message, 429)
    response["Retry-After"] = seconds
    return response


def give_back(request, data, message, status=503, template="contributions/not_stored.html"):
    """Say why it did not work just now, with the words and a way to try again.

    The page asks nothing of the database. What it sends is what came, so a text that had been
    stored after all is not stored twice.
    """
    context = {
        "blog": SiteSettings(),
        "message": message,
        "posted": list(data.items()),
        "words": data.get("text", ""),
    }
    return render(request, template, context, status=status)


def lost(target):
    """Return (message, status) for a target that readers cannot see."""
    return (wording.TARGET_GONE, 410) if target.is_gone else (wording.TARGET_UNKNOWN, 404)
