"""The second factor's own pages: setting it up, renewing recovery codes, changing the phone."""

import time

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import logout
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_otp.util import random_hex

from moderation import second_factor
from moderation.credentials import AppForm, ProofForm
from moderation.opening import closed

# Where a session keeps the secret of an app that is being set up.
NEW_KEY = "new_app_key"
# And until when a proof allows to set up another in place of the first.
PROVEN_UNTIL = "another_app_until"
PROOF_LASTS = 5 * 60  # seconds
WRONG_CODE = (
    "That is not the code that the app shows for this secret. Wait for its next code and type "
    "that one; the clock of your phone has to be right."
)


def may_set_up(request):
    """Tell whether this member may set up an app: the first one, or in place of another.

    The first needs the password alone, the next one a proof: see `manage`.
    """
    user = request.user
    return (
        settings.SECOND_FACTOR
        and user.is_active
        and user.is_staff
        and (request.session.get(PROVEN_UNTIL, 0) > time.time() or not second_factor.app_of(user))
    )


@sensitive_post_parameters()
@never_cache
def set_up(request):
    """Show a new secret; once a code of it comes back, show the recovery codes and sign out.

    The next sign-in then has password and code together, which is when the desk opens.
    """
    if not may_set_up(request):
        return redirect("admin:login")
    user, key = request.user, request.session.setdefault(NEW_KEY, random_hex(20))
    form = AppForm(request.POST or None)
    if form.is_valid():
        codes = second_factor.set_up(user, key, form.cleaned_data["code"])
        if codes:
            logout(request)
            return closed(request, _recovery_codes(request, codes))
        form.add_error("code", WRONG_CODE)
    context = {
        "title": "Set up your second factor",
        "form": form,
        "secret": second_factor.spelt_out(key),
        "picture": second_factor.picture(user, key),
    }
    return _page(request, "set_up_second_factor", context)


@sensitive_post_parameters()
@never_cache
def manage(request):
    """Make new recovery codes, or go on to another phone, for whoever proves to be the member."""
    if not settings.SECOND_FACTOR:
        raise Http404
    form = ProofForm(request.user, request.POST or None)
    if form.is_valid():
        if "codes" in request.POST:
            codes = second_factor.new_recovery_codes(request.user)
            return _recovery_codes(request, codes)
        request.session[NEW_KEY] = random_hex(20)
        request.session[PROVEN_UNTIL] = int(time.time()) + PROOF_LASTS
        return redirect("admin:set_up_second_factor")
    context = {
        "title": "Your second factor",
        "form": form,
        "app": second_factor.app_of(request.user),
        "codes_left": second_factor.recovery_codes_left(request.user),
    }
    return _page(request, "second_factor", context)


def _recovery_codes(request, codes):
    return _page(request, "recovery_codes", {"title": "Your recovery codes", "codes": codes})


def _page(request, name, context):
    context = {**admin.site.each_context(request), "is_nav_sidebar_enabled": False, **context}
    return render(request, f"moderation/{name}.html", context)
