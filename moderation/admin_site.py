"""The admin, with the desk as its first page."""

from functools import update_wrapper

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.views import PasswordChangeView
from django.urls import path, reverse_lazy

from moderation import opening
from moderation.own_password import OwnPasswordForm
from moderation.views import second_factor
from moderation.views.bulk import many
from moderation.views.claiming import claim
from moderation.views.mine import mine, undo
from moderation.views.neighbours import neighbour
from moderation.views.queue import queue
from moderation.views.records import records, records_csv
from moderation.views.review import review
from moderation.views.searching import searching
from moderation.views.session_ended import session_ended
from moderation.views.shortcuts import are_on, shortcuts
from moderation.views.signing_in import SignIn, sign_out
from moderation.views.statistics import statistics
from moderation.views.without_key import without_key


class DeskSite(admin.AdminSite):
    site_header = site_title = "The desk"
    index_title = "The desk"

    def get_urls(self):
        set_up, manage = second_factor.set_up, self.admin_view(second_factor.manage)
        return [
            path("desk/", self.desk_view(queue), name="desk"),
            path("desk/shortcuts/", self.desk_view(shortcuts), name="shortcuts"),
            path("desk/records/", self.desk_view(records), name="records"),
            path("desk/records.csv", self.desk_view(records_csv), name="records_csv"),
            path("desk/statistics/", self.desk_view(statistics), name="statistics"),
            path("desk/search/", self.desk_view(searching), name="search"),
            path("desk/many/", self.desk_view(many), name="many"),
            path("desk/mine/", self.desk_view(mine), name="mine"),
            path("desk/<uuid:pk>/", self.desk_view(review), name="review"),
            path("desk/<uuid:pk>/claim/", self.desk_view(claim), name="claim"),
            path("desk/<uuid:pk>/undo/", self.desk_view(undo), name="undo"),
            path("desk/<uuid:pk>/next/", self.desk_view(neighbour), {"step": 1}, name="next"),
            path(
                "desk/<uuid:pk>/previous/", self.desk_view(neighbour), {"step": -1}, name="previous"
            ),
            path("login/", SignIn.as_view(), name="login"),
            path("logout/", sign_out, name="logout"),
            path("second-factor/", manage, name="second_factor"),
            path("second-factor/set-up/", set_up, name="set_up_second_factor"),
            *super().get_urls(),
        ]

    def has_permission(self, request):
        """Let staff in; where the site asks for a second factor, only with one."""
        proven = not settings.SECOND_FACTOR or getattr(request.user, "otp_device", None)
        return bool(proven) and super().has_permission(request)

    def each_context(self, request):
        context = super().each_context(request)
        return context | {
            "second_factor_is_asked_for": settings.SECOND_FACTOR,
            "shortcuts": "on" if are_on(request) else "off",
        }

    def index(self, request, extra_context=None):
        """Show the desk to those who may decide, and Django's own index to others."""
        if request.user.has_perm("contributions.moderate_submission"):
            return with_the_key(queue)(request)
        return super().index(request, extra_context)

    def password_change(self, request, extra_context=None):
        """Change one's own password together with what opens one's key to the desk."""
        view = PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse_lazy("admin:password_change_done"),
            template_name="registration/password_change_form.html",
            extra_context=self.each_context(request) | (extra_context or {}),
        )
        request.current_app = self.name
        return view(request)

    def desk_view(self, view):
        """Keep a view for signed-in staff who may decide on submissions."""
        allowed = permission_required("contributions.moderate_submission", raise_exception=True)
        return self.admin_view(allowed(with_the_key(view)))

    def admin_view(self, view, cacheable=False):
        """Keep a view for signed-in staff, and give back what a form carried after that."""
        signed_in = super().admin_view(view, cacheable)

        def page(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request):
                return session_ended(request)
            return signed_in(request, *args, **kwargs)

        return update_wrapper(page, signed_in)


def with_the_key(view):
    """Keep a view for sessions that hold the key to the desk."""

    def locked(request, *args, **kwargs):
        if opening.in_hand(request) is None:
            return without_key(request)
        return view(request, *args, **kwargs)

    return locked
