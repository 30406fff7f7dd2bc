"""The site round the posts: call-outs, standing pages, settings, reasons to decline."""

from django.contrib import admin
from django.urls import reverse

from contributions.models import CallOut, SiteSettings, StandingPage
from moderation.admin.rich_text import RichTextAdmin
from moderation.admin.wordless_log import WordlessLog
from moderation.models import DeclineReason


@admin.register(CallOut)
class CallOutAdmin(WordlessLog):
    list_display = ["title", "opened_on", "closed_on"]
    ordering = ["-opened_on", "-pk"]


@admin.register(StandingPage)
class StandingPageAdmin(RichTextAdmin):
    list_display = ["title", "slug"]
    ordering = ["slug"]
    fields = ["title", "body"]

    def has_add_permission(self, request):
        """There is one of each from the start."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def view_on_site(self, obj):
        return reverse(obj.slug)


@admin.register(SiteSettings)
class SiteSettingsAdmin(WordlessLog):
    def has_add_permission(self, request):
        """The one row is there from the start."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(DeclineReason)
class DeclineReasonAdmin(WordlessLog):
    list_display = ["name", "for_contributor"]
    prepopulated_fields = {"slug": ["name"]}
    ordering = ["name"]
