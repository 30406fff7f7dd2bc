from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ContributionsConfig(AppConfig):
    name = "contributions"

    def ready(self):
        from contributions.baking import noticing
        from contributions.starting_content import ensure_starting_content

        noticing.begin()
        post_migrate.connect(ensure_starting_content, sender=self)
