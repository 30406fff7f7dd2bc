"""The admin, with the desk as its first page."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.views import PasswordChangeView
from django.urls import path, reverse_lazy

from moderation import opening
from moderation.own_password import OwnPasswordForm
from moderation.views.queue import queue
from moderation.views.review import review
from moderation.views.session_ended import session_ended
from moderation.views.without_key import without_key


class DeskSite(admin.AdminSite):
    site_header = site_title = "The desk"
    index_title = "The desk"

    def get_urls(self):
        return [
            path("desk/", self.desk_view(queue), name="desk"),
            path("desk/<uuid:pk>/", self.desk_view(review), name="review"),
            *super().get_urls(),
        ]

    def index(self, request, extra_context=None):
        """Show the desk to those who may decide, and Django's own index to others."""
        if request.user.has_perm("contributions.moderate_submission"):
            return queue(request) if opening.in_hand(request) else without_key(request)
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
        signed_in = self.admin_view(allowed(view))

        def desk_page(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request):
                return session_ended(request)
            if self.has_permission(request) and opening.in_hand(request) is None:
                return without_key(request)
            return signed_in(request, *args, **kwargs)

        return desk_page
