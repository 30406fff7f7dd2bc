"""What the admins of posts, replies and accounts share: the desk's verbs, and notes for readers."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.template.response import TemplateResponse

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models.publication import StaleRevision, WrongStatus
from moderation import afterwards
from moderation.addresses import change_address
from moderation.admin.amending import AmendingForm
from moderation.admin.only_changed import OnlyChanged
from moderation.admin.rich_text import RichTextAdmin
from moderation.noting import NoteForm
from moderation.views.giving_back import written_in

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

    def form_with_more(self, request, obj):
        """Return the form that asks for `more` than the columns, None for Django's own."""
        return AmendingForm if self.is_amended(request, obj) else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = self.form_with_more(request, obj)
        if form:
            kwargs["form"] = form
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets, form = super().get_fieldsets(request, obj), self.form_with_more(request, obj)
        if not form:
            return fieldsets
        title, fields = form.more
        return [*fieldsets, (title, {"fields": fields})]

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        try:
            return self.form_or_words(request, object_id, *args, **kwargs)
        except (StaleRevision, StaleDecision):  # In this very moment. Now the form sees it.
            return self.form_or_words(request, object_id, *args, **kwargs)

    def form_or_words(self, request, object_id, *args, **kwargs):
        """Show the form; give back the words where what they belong to has moved meanwhile."""
        thing = object_id and request.method == "POST" and self.get_object(request, object_id)
        if not (thing and thing.is_moved and self.has_view_permission(request, thing)):
            return super().changeform_view(request, object_id, *args, **kwargs)
        context = {
            **self.admin_site.each_context(request),
            "title": "This has moved since you opened it",
            "thing": thing,
            "change_address": change_address(thing.became),
            "written": written_in(request.POST),
        }
        return TemplateResponse(request, "moderation/moved.html", context, status=409)

    def save_model(self, request, obj, form, change):
        if not self.is_amended(request, obj):
            super().save_model(request, obj, form, change)
        elif form.amended:
            seen = form.cleaned_data["seen"]
            afterwards.amend(obj, seen, by=request.user, note=form.note, **form.amended)

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description="Retract: take out of public view", permissions=["change"])
    def retract(self, request, queryset):
        return self.with_note(request, queryset, afterwards.retract, "Retracted")

    def has_restore_permission(self, request):
        """Let only an editor put back what was taken back."""
        return request.user.has_perm("contributions.change_post")

    @admin.action(description="Restore: make public again", permissions=["restore"])
    def restore(self, request, queryset):
        return self.with_note(request, queryset, afterwards.restore, "Restored")

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
            except (WrongStatus, IllegalMove) as error:
                self.message_user(request, f"{row}: {error}", messages.WARNING)
            else:
                count += 1
        if count:
            self.message_user(request, f"{done}: {count}.", messages.SUCCESS)
