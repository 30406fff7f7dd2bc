"""What a contributor does who comes back with a receipt: read, answer, agree, withdraw.

There is no session: each form carries the seven words, so every answer begins with them.
"""

from django.shortcuts import render

from contributions import form_token, wording
from contributions.correspondence import Correspondence
from contributions.forms import ReceiptForm
from contributions.origin import is_cross_site
from contributions.views import answering
from contributions.views.contributor_page import contributor_page
from contributions.views.standing import once, standing


@contributor_page
def come_back(request, data):
    """Show the form for the words, or what they lead to and what was done there."""
    if request.method != "POST":
        return words_page(request, ReceiptForm())
    if is_cross_site(request):
        return words_page(request, ReceiptForm(), data, wording.CROSS_SITE, status=403)
    form = ReceiptForm(data)
    if not form.is_valid():
        return words_page(request, form, data, status=422)
    correspondence = Correspondence.of(form.cleaned_data["receipt"])
    if correspondence is None:
        form.add_error("receipt", wording.UNKNOWN_RECEIPT)
        return words_page(request, form, data, status=422)
    step = next((STEPS[name] for name in STEPS if name in data), standing)
    return step(request, data, correspondence)


def words_page(request, form, data=None, message="", status=200):
    """Show the form for the seven words, and give back what was written besides."""
    context = {"form": form, "message": message, "words": (data or {}).get("text", "")}
    return render(request, "contributions/receipt.html", context, status=status)


def withdraw(request, data, correspondence, message="", status=200):
    """Ask once whether it is meant."""
    if not (correspondence.can_be_withdrawn or correspondence.can_be_wanted_back):
        return standing(request, data, correspondence, message, status)
    context = {
        "correspondence": correspondence,
        "submission": correspondence.submission,
        "message": message,
        "token": form_token.issue(),
    }
    return render(request, "contributions/withdraw.html", context, status=status)


def withdraw_now(request, data, correspondence):
    """Delete it, or ask the editor to take it down, and say which."""
    return once(request, data, correspondence, correspondence.withdraw, again=withdraw)


# What each button does; any other opens.
STEPS = {
    "send": answering.send,
    "check": answering.check,
    "agree": answering.agree,
    "object": answering.object_to_it,
    "withdraw": withdraw,
    "withdraw-now": withdraw_now,
}
