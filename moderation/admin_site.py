"""The admin, with the desk as its first page."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.urls import path

from moderation import opening
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
            return with_the_key(queue)(request)
        return super().index(request, extra_context)

    def desk_view(self, view):
        """Keep a view for signed-in staff who may decide on submissions."""
        allowed = permission_required("contributions.moderate_submission", raise_exception=True)
        signed_in = self.admin_view(allowed(with_the_key(view)))

        def desk_page(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request):
                return session_ended(request)
            return signed_in(request, *args, **kwargs)

        return desk_page


def with_the_key(view):
    """Keep a view for sessions that hold the key to the desk."""

    def locked(request, *args, **kwargs):
        if opening.in_hand(request) is None:
            return without_key(request)
        return view(request, *args, **kwargs)

    return locked
