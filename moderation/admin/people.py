"""Users and groups, by Django's own pages without their two-column choosers.

Those cannot be used with every screen reader; a plain list that takes several can.
"""

from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group, User

admin.site.unregister([User, Group])


@admin.register(User)
class UserAdmin(auth_admin.UserAdmin):
    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]


@admin.register(Group)
class GroupAdmin(auth_admin.GroupAdmin):
    filter_horizontal = ()
