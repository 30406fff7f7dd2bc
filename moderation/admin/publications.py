"""Posts, replies and labels. What is public changes by the desk's verbs alone."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from contributions.models import DigestItem, Label, Post, Reply
from contributions.models.publication import StaleRevision, WrongStatus
from moderation import deciding, publishing
from moderation.admin.amending import AmendingForm
from moderation.admin.only_changed import OnlyChanged
from moderation.admin.rich_text import RichTextAdmin
from moderation.admin.wordless_log import WordlessLog
from moderation.noting import NoteForm

ROWS_NAMED = 20


class PublicationAdmin(OnlyChanged, RichTextAdmin):
    """What posts and replies share: state is read-only, and changes by the desk's verbs."""

    actions = ["retract", "restore"]
    list_filter = ["status"]
    date_hierarchy = "published_at"
    change_form_template = "moderation/publication_form.html"

    def has_delete_permission(self, request, obj=None):
        """Allow deleting what readers never saw; a published address stays, as retracted."""
        never_seen = obj is None or not obj.published_at
        return never_seen and super().has_delete_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        """Allow no change of what has moved: its words are elsewhere."""
        moved = obj is not None and obj.is_moved
        return not moved and super().has_change_permission(request, obj)

    def is_amended(self, request, obj):
        """Tell whether what is changed here is or was public, so that readers are told."""
        return bool(obj and obj.published_at and self.has_change_permission(request, obj))

    def get_form(self, request, obj=None, change=False, **kwargs):
        if self.is_amended(request, obj):
            kwargs["form"] = AmendingForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        """Add the note for readers to what is or was public."""
        fieldsets = super().get_fieldsets(request, obj)
        note = ("A note for readers", {"fields": AmendingForm.note_fields})
        return [*fieldsets, note] if self.is_amended(request, obj) else fieldsets

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except StaleRevision:  # In this very moment. Now the form sees it and gives the text back.
            return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        if not self.is_amended(request, obj):
            super().save_model(request, obj, form, change)
        elif form.amended:
            seen = form.cleaned_data["seen"]
            deciding.amend(obj, seen, by=request.user, note=form.note, **form.amended)

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description="Retract: take out of public view", permissions=["change"])
    def retract(self, request, queryset):
        return self.with_note(request, queryset, deciding.retract, "Retracted")

    @admin.action(description="Restore: make public again", permissions=["change"])
    def restore(self, request, queryset):
        return self.with_note(request, queryset, deciding.restore, "Restored")

    def with_note(self, request, queryset, verb, done):
        """Ask what readers are told, then apply a verb row by row."""
        form = NoteForm(request.POST if "confirmed" in request.POST else None)
        if not form.is_valid():
            return self.ask_for_note(request, queryset, form)
        noted = partial(verb, note=form.note)
        return self.each(request, queryset, noted, done)

    def ask_for_note(self, request, queryset, form):
        action = request.POST["action"]
        context = {
            **self.admin_site.each_context(request),
            "title": self.get_actions(request)[action][2],
            "opts": self.opts,
            "form": form,
            "rows": queryset[:ROWS_NAMED],
            "count": queryset.count(),
            "action": action,
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "select_across": request.POST.get("select_across", "0"),
        }
        status = 422 if form.is_bound else 200
        return TemplateResponse(request, "moderation/noting.html", context, status=status)

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
