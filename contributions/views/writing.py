"""What a contributor does: write, review, send. Stateless, scriptless, without a cookie."""

from django.shortcuts import render

from contributions import checking, flood, form_token, stated_wait, support, wording
from contributions.choices import Choices
from contributions.forms import ContactForm, SendForm
from contributions.models import CallOut, DeskKey, StoredReceipt, Submission, WatchedWord
from contributions.origin import is_cross_site
from contributions.review import review
from contributions.target import Target
from contributions.views.contributor_page import contributor_page, give_back

NONE_MADE = Choices()


@contributor_page
def contact(request, data):
    """Show the form, the review step, or that the words have arrived."""
    DeskKey.current()
    if request.method != "POST":
        return form_page(request, ContactForm())
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
    watched = WatchedWord.objects.for_deidentify()
    with checking.turn():
        found = review(form.cleaned_data["title"], form.cleaned_data["text"], choices, watched)
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
        title=found.title,
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
        arrived = StoredReceipt.objects.filter(pk=form.receipt.lookup).exists()
        message = wording.MAY_HAVE_ARRIVED if arrived else wording.EXPIRED
        return review_step(request, data, form.choices, message, status=403)
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


def lost(target):
    """Return (message, status) for a target that readers cannot see."""
    return (wording.TARGET_GONE, 410) if target.is_gone else (wording.TARGET_UNKNOWN, 404)
