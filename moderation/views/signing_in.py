"""Signing in, with a second factor where the site asks for one, and signing out."""

import time

from django.contrib import admin
from django.contrib.auth import logout
from django.contrib.auth.views import LoginView
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from moderation import claims
from moderation.credentials import SignInForm
from moderation.opening import closed, opened
from moderation.views.second_factor import may_set_up

# A failure is answered at the next whole quarter of a second, so that the moments by which a
# wrong code takes longer than a wrong password do not show.
BEAT = 0.25
# The desk's key has a cookie, and pages that the browser still holds are somebody's words. The
# public site, which has the same origin, keeps no more than style sheets there.
CLEARED = '"cache", "cookies", "storage"'


class SignIn(LoginView):
    """One page and one post for name, password and code."""

    template_name = "moderation/sign_in.html"
    authentication_form = SignInForm
    next_page = "admin:index"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.began = time.monotonic()

    def get(self, request, *args, **kwargs):
        if admin.site.has_permission(request):
            return redirect("admin:index")
        if may_set_up(request):
            return redirect("admin:set_up_second_factor")
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        user = form.get_user()
        # Always a new session: Django keeps the old one where the same member signs in again.
        self.request.session.flush()
        response = super().form_valid(form)
        if not admin.site.has_permission(self.request):
            return redirect("admin:set_up_second_factor")
        return opened(self.request, response, user, form.cleaned_data["password"])

    def form_invalid(self, form):
        response = super().form_invalid(form).render()
        time.sleep(BEAT - (time.monotonic() - self.began) % BEAT)
        return response

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **admin.site.each_context(self.request),
            title="Sign in",
            ended="ended" in self.request.GET,
            **kwargs,
        )


@never_cache
@require_POST
def sign_out(request):
    """End the session, and have the browser forget everything that it kept of this site."""
    if request.user.is_authenticated:
        claims.let_go_of_all(request.user)
    logout(request)
    context = {**admin.site.each_context(request), "title": "You are signed out"}
    response = render(request, "moderation/signed_out.html", context)
    response["Clear-Site-Data"] = CLEARED
    return closed(request, response)
