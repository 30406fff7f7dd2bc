"""Posts, replies, accounts and labels. What is public changes by the desk's verbs alone."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse

from contributions.models import DigestItem, Label, Post, Reply
from moderation import deciding, publishing
from moderation.admin.drafting import DraftForm
from moderation.admin.publication import PublicationAdmin
from moderation.admin.rich_text import RichTextAdmin
from moderation.admin.wordless_log import WordlessLog


@admin.register(Post)
class PostAdmin(PublicationAdmin):
    """Posts. A new one is a draft until "Publish" is pressed."""

    list_display = ["heading", "kind", "status", "published_at"]
    list_filter = ["status", "kind", "labels"]
    search_fields = ["title", "body"]
    # Boxes, because the admin's two-column chooser cannot be used with every screen reader.
    formfield_overrides = RichTextAdmin.formfield_overrides | {
        models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}
    }
    fields = ["kind", "title", "body", "labels", "status", "number", "published_at"]
    readonly_fields = ["status", "number", "published_at"]
    actions = ["publish", *PublicationAdmin.actions]

    def form_with_more(self, request, obj):
        may_write = self.has_change_permission(request, obj)
        is_draft = may_write and not (obj and obj.published_at)
        return DraftForm if is_draft else super().form_with_more(request, obj)

    def save_model(self, request, obj, form, change):
        if change and isinstance(form, DraftForm):
            form.hold_still()
        super().save_model(request, obj, form, change)
        if isinstance(form, DraftForm) and form.due_at != obj.due_at:
            deciding.reschedule_post(obj, obj.due_at, by=request.user, due_at=form.due_at)

    def get_readonly_fields(self, request, obj=None):
        """Keep the kind of a published post: its number hangs on it."""
        published = ["kind"] if obj and obj.published_at else []
        return [*super().get_readonly_fields(request, obj), *published]

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("-pk")

    @admin.action(description="Publish drafts", permissions=["change"])
    def publish(self, request, queryset):
        self.each(request, queryset, publishing.publish_post, "Published")

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
        self.each(request, [obj], publishing.publish_post, "Published")
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
    change_form_template = "moderation/reply_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("-pk")

    def has_add_permission(self, request):
        """Replies come from the desk."""
        return False


@admin.register(DigestItem)
class DigestItemAdmin(PublicationAdmin):
    """Accounts in published digests; until then a digest is gathered at the desk."""

    list_display = ["__str__", "post", "status", "published_at"]
    list_select_related = ["post"]
    search_fields = ["body", "post__title"]
    fields = ["post", "number", "body", "status", "published_at"]
    readonly_fields = ["post", "number", "status", "published_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).shown().order_by("-pk")

    def has_add_permission(self, request):
        """Accounts come from the desk."""
        return False


@admin.register(Label)
class LabelAdmin(WordlessLog):
    list_display = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    ordering = ["name"]
