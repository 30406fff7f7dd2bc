"""Saving from the admin what was changed there, and no more."""

from django.contrib import admin


class OnlyChanged(admin.ModelAdmin):
    """An admin that leaves the other columns alone: they may be changing at this moment."""

    def save_model(self, request, obj, form, change):
        if not change:
            super().save_model(request, obj, form, change)
            return
        columns = {field.name for field in obj._meta.concrete_fields}
        obj.save(update_fields=[name for name in form.changed_data if name in columns])
