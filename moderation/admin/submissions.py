"""Submissions, to look at only."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from contributions.models import Submission


class ReadOnlyAdmin(admin.ModelAdmin):
    """An admin to look at: nothing is added, changed or deleted here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    """Where every submission stands. Its words are shown at the desk alone."""

    list_display = ["received_on", "kind", "state", "at_the_desk"]
    list_display_links = None
    list_filter = ["state", "kind"]
    fields = ["kind", "state", "received_on", "version", "held_until", "at_the_desk"]
    ordering = ["received_on", "pk"]

    def lookup_allowed(self, lookup, value, request):
        """Filter by what is shown, and never by what leads to a receipt or a key."""
        return lookup.partition("__")[0] in self.list_filter

    @admin.display(description="Desk")
    def at_the_desk(self, obj):
        return format_html('<a href="{}">Open</a>', reverse("admin:review", args=[obj.pk]))
