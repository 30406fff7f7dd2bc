"""What the editor manages beside the desk."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from tinymce.widgets import AdminTinyMCE

from contributions.markup import HtmlField
from contributions.models import CallOut, Label, Post, Reply, SiteSettings, StandingPage, Submission
from contributions.models.publication import WrongStatus
from moderation import deciding
from moderation.models import Decision, DeclineReason, Redaction


class RichTextAdmin(admin.ModelAdmin):
    """An admin whose HTML is written in a rich-text editor; its field cleans what comes."""

    formfield_overrides = {HtmlField: {"widget": AdminTinyMCE}}


class ReadOnlyAdmin(admin.ModelAdmin):
    """An admin to look at: nothing is added, changed or deleted here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class PublicationAdmin(RichTextAdmin):
    """What posts and replies share: state is read-only, and changes by the desk's verbs."""

    actions = ["retract", "restore"]
    list_filter = ["status"]
    date_hierarchy = "published_at"

    def has_delete_permission(self, request, obj=None):
        """Allow deleting what readers never saw; a published address stays, as retracted."""
        never_seen = obj is None or not obj.published_at
        return never_seen and super().has_delete_permission(request, obj)

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description="Retract: take out of public view", permissions=["change"])
    def retract(self, request, queryset):
        self.each(request, queryset, deciding.retract, "Retracted")

    @admin.action(description="Restore: make public again", permissions=["change"])
    def restore(self, request, queryset):
        self.each(request, queryset, deciding.restore, "Restored")

    def each(self, request, rows, verb, done):
        """Apply a verb row by row and say what was done and what could not be."""
        count = 0
        for row in rows:
            try:
                verb(row, by=request.user)
            except WrongStatus as error:
                self.message_user(request, f"{row}: {error}", messages.WARNING)
            else:
                self.log_change(request, row, [{"changed": {"fields": ["status"]}}])
                count += 1
        if count:
            self.message_user(request, f"{done}: {count}.", messages.SUCCESS)


@admin.register(Post)
class PostAdmin(PublicationAdmin):
    """Posts. A new one is a draft until "Publish" is pressed."""

    list_display = ["heading", "kind", "status", "published_at"]
    list_filter = ["status", "kind", "labels"]
    search_fields = ["title", "body"]
    filter_horizontal = ["labels"]
    fields = ["kind", "title", "body", "labels", "status", "number", "published_at"]
    readonly_fields = ["status", "number", "published_at"]
    actions = ["publish", *PublicationAdmin.actions]
    change_form_template = "moderation/post_form.html"

    def get_readonly_fields(self, request, obj=None):
        """Keep the kind of a published post: its number hangs on it."""
        published = ["kind"] if obj and obj.published_at else []
        return [*super().get_readonly_fields(request, obj), *published]

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("-pk")

    @admin.action(description="Publish drafts", permissions=["change"])
    def publish(self, request, queryset):
        self.each(request, queryset, lambda post, by: post.publish(), "Published")

    def response_add(self, request, obj, post_url_continue=None):
        return self.publish_now(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.publish_now(request, obj) or super().response_change(request, obj)

    def publish_now(self, request, obj):
        """Publish where "Save and publish" was pressed, and return to the post."""
        if "_publish" not in request.POST:
            return None
        self.each(request, [obj], lambda post, by: post.publish(), "Published")
        return HttpResponseRedirect(reverse("admin:contributions_post_change", args=[obj.pk]))

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_published else None


@admin.register(Reply)
class ReplyAdmin(PublicationAdmin):
    list_display = ["__str__", "post", "status", "published_at"]
    list_select_related = ["post"]
    search_fields = ["body", "post__title"]
    fields = ["post", "parent", "number", "body", "status", "published_at"]
    readonly_fields = ["post", "parent", "number", "status", "published_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("-pk")

    def has_add_permission(self, request):
        """Replies come from the desk."""
        return False


@admin.register(Label)
class LabelAdmin(admin.ModelAdmin):
    list_display = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    ordering = ["name"]


@admin.register(CallOut)
class CallOutAdmin(admin.ModelAdmin):
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


@admin.register(DeclineReason)
class DeclineReasonAdmin(admin.ModelAdmin):
    list_display = ["name", "for_contributor"]
    prepopulated_fields = {"slug": ["name"]}
    ordering = ["name"]


@admin.register(SiteSettings)
class SiteSettingsAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        """The one row is there from the start."""
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

    @admin.display(description="Desk")
    def at_the_desk(self, obj):
        return format_html('<a href="{}">Open</a>', reverse("admin:review", args=[obj.pk]))


class RedactionInline(admin.TabularInline):
    model = Redaction
    extra = 0
    can_delete = False
    readonly_fields = ["category", "reason"]


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    """The record of decisions."""

    list_display = ["decided_at", "what", "reason", "by", "submission"]
    list_filter = ["what", "by"]
    list_select_related = ["by", "submission"]
    inlines = [RedactionInline]
    ordering = ["-decided_at", "-pk"]
