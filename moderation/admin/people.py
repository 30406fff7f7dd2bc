"""Users and groups, by Django's own pages without their two-column choosers.

Those cannot be used with every screen reader; a plain list that takes several can. Whoever is let
in, or out, or given a new password, gains or loses the key to the desk in the same step.
"""

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from contributions.sealing import CannotOpen
from moderation import keyring, opening, second_factor

REPLACED = "The desk's key was replaced by somebody else meanwhile. Sign out and in, and try again."
NO_KEY = "This window does not hold the key to the desk, so nobody's keys can be changed here."
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
    actions = None

    def has_add_permission(self, request):
        """A member is added by a member: somebody who can hand on the desk's key."""
        return super().has_add_permission(request) and bool(opening.in_hand(request))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and bool(opening.in_hand(request))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and bool(opening.in_hand(request))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change and obj.has_usable_password():
            keyring.enrol(obj, form.cleaned_data["password1"])

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        settle(request, [form.instance.pk])

    def delete_model(self, request, obj):
        User.objects.filter(pk=obj.pk).update(is_active=False)
        settle(request, [obj.pk])
        super().delete_model(request, obj)

    @transaction.atomic
    def user_change_password(self, request, id, form_url=""):
        """Set another member's password, and wrap the member's key anew under it."""
        desk = opening.in_hand(request)
        if desk is None:
            self.message_user(request, NO_KEY, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:auth_user_changelist"))
        before = User.objects.filter(pk=id).values_list("password", flat=True).first()
        response = super().user_change_password(request, id, form_url)
        user = User.objects.filter(pk=id).first()
        if user and user.password != before and user.has_usable_password():
            keyring.enrol(user, request.POST["password1"])
        if user and user.password != before:
            settle(request, [user.pk])
        return response

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
    actions = None

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and bool(opening.in_hand(request))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        settle(request, form.instance.user_set.values_list("pk", flat=True))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and bool(opening.in_hand(request))

    def delete_model(self, request, obj):
        members = list(obj.user_set.values_list("pk", flat=True))
        super().delete_model(request, obj)
        settle(request, members)


def settle(request, members):
    """Let these members (by pk) hold the desk's key as their rights say.

    The key is replaced when somebody loses it. The editor at work gets the new one, unless it is
    that editor who loses it.
    """
    before = desk = opening.in_hand(request)
    try:
        for user in User.objects.filter(pk__in=list(members)):
            desk = keyring.settle(user, desk)
    except CannotOpen as error:  # And nothing of what this page asked for is saved.
        raise PermissionDenied(REPLACED) from error
    if desk is not before and keyring.holds_key(request.user):
        opening.renew(request, desk)
