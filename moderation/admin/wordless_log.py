"""The admin's own log, without titles: it outlives what was retracted, declined or deleted."""

from django.contrib import admin


class Unnamed:
    """A row as the log may know it: of what kind and which, and not what it is called."""

    def __init__(self, row):
        self.pk, self._meta = row.pk, row._meta

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"


class WordlessLog(admin.ModelAdmin):
    """An admin whose log entries hold no word of what they are about."""

    def log_addition(self, request, obj, message):
        return super().log_addition(request, Unnamed(obj), message)

    def log_change(self, request, obj, message):
        return super().log_change(request, Unnamed(obj), message)

    def log_deletions(self, request, queryset):
        return super().log_deletions(request, [Unnamed(row) for row in queryset])
