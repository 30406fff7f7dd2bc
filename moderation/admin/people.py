"""Users and groups, by Django's own pages without their two-column choosers.

Those cannot be used with every screen reader; a plain list that takes several can.
"""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group, User
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from moderation import second_factor

# The pages of django-otp's own show secrets.
admin.site.unregister([User, Group, TOTPDevice, StaticDevice])


class SecondFactorInline(admin.TabularInline):
    """The app of a member: when it was set up and last used, and nothing of its secret."""

    model = TOTPDevice
    verbose_name = "app"
    verbose_name_plural = "Second factor (for a lost phone, delete it: the next sign-in asks anew)"
    fields = readonly_fields = ["created_at", "last_used_at"]
    extra = 0

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("auth.change_user")

    def has_delete_permission(self, request, obj=None):
        """Allow it to those who manage members. One's own goes by a page that asks for proof."""
        return obj != request.user and request.user.has_perm("auth.change_user")


@admin.register(User)
class UserAdmin(auth_admin.UserAdmin):
    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]

    def get_inlines(self, request, obj):
        return [SecondFactorInline] if obj and settings.SECOND_FACTOR else []

    def save_formset(self, request, form, formset, change):
        """Let an app take its recovery codes and its member's sessions with it."""
        super().save_formset(request, form, formset, change)
        if formset.deleted_objects:
            second_factor.remove(form.instance)


@admin.register(Group)
class GroupAdmin(auth_admin.GroupAdmin):
    filter_horizontal = ()
