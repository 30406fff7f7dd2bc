from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_migrate


class DeskAdminConfig(admin_apps.AdminConfig):
    """Django's admin with the desk as its first page."""

    default = False
    default_site = "moderation.admin_site.DeskSite"


class ModerationConfig(AppConfig):
    default = True
    name = "moderation"

    def ready(self):
        from moderation.append_only import install_after_migrate
        from moderation.starting_content import ensure_starting_content

        post_migrate.connect(ensure_starting_content, sender=self)
        post_migrate.connect(install_after_migrate, sender=self)
