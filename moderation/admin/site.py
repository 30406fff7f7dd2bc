"""The site round the posts: call-outs, standing pages, support lines, watched words, settings."""

from django.contrib import admin
from django.urls import reverse

from contributions.models import CallOut, SiteSettings, StandingPage, SupportLine, WatchedWord
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


@admin.register(SupportLine)
class SupportLineAdmin(WordlessLog):
    """Whom a contributor is told to ring. What was never checked stands there without a day."""

    list_display = ["name", "contact", "detail", "position", "checked_on"]
    ordering = ["position", "pk"]


@admin.register(WatchedWord)
class WatchedWordAdmin(WordlessLog):
    """The editor's list. A text that waits knows an entry by its number, so its words stay."""

    list_display = ["phrase", "kind", "category", "note", "added_on"]
    list_filter = ["kind", "category"]
    search_fields = ["phrase", "note"]
    ordering = ["phrase", "pk"]

    def get_readonly_fields(self, request, obj=None):
        return ["phrase"] if obj else []


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
