"""Posts, replies and labels. What is public changes by the desk's verbs alone."""

from django import forms
from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpResponseRedirect
from django.urls import reverse

from contributions.models import Label, Post, Reply
from contributions.models.publication import WrongStatus
from moderation import deciding
from moderation.admin.rich_text import RichTextAdmin
from moderation.admin.wordless_log import WordlessLog


class PublicationAdmin(RichTextAdmin):
    """What posts and replies share: state is read-only, and changes by the desk's verbs."""

    actions = ["retract", "restore"]
    list_filter = ["status"]
    date_hierarchy = "published_at"

    def has_delete_permission(self, request, obj=None):
        """Allow deleting what readers never saw; a published address stays, as retracted."""
        never_seen = obj is None or not obj.published_at
        return never_seen and super().has_delete_permission(request, obj)

    def save_model(self, request, obj, form, change):
        """Save what was changed and no more: somebody may be retracting it at this moment."""
        if change:
            names = {field.name for field in obj._meta.concrete_fields}
            obj.save(update_fields=[name for name in form.changed_data if name in names])
        else:
            super().save_model(request, obj, form, change)

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
                with transaction.atomic():
                    verb(row, by=request.user)
                    self.log_change(request, row, [{"changed": {"fields": ["status"]}}])
            except WrongStatus as error:
                self.message_user(request, f"{row}: {error}", messages.WARNING)
            else:
                count += 1
        if count:
            self.message_user(request, f"{done}: {count}.", messages.SUCCESS)


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
    change_form_template = "moderation/post_form.html"

    def get_readonly_fields(self, request, obj=None):
        """Keep the kind of a published post: its number hangs on it."""
        published = ["kind"] if obj and obj.published_at else []
        return [*super().get_readonly_fields(request, obj), *published]

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("-pk")

    @admin.action(description="Publish drafts", permissions=["change"])
    def publish(self, request, queryset):
        self.each(request, queryset, deciding.publish_draft, "Published")

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
        self.each(request, [obj], deciding.publish_draft, "Published")
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
class LabelAdmin(WordlessLog):
    list_display = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    ordering = ["name"]
