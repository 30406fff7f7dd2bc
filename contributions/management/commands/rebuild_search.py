"""`manage.py rebuild_search`: the readers' search made anew from everything that is public.

It is kept in step by itself; this is for after a database was filled by other ways.
"""

from django.core.management.base import BaseCommand

from contributions.models import SearchEntry


class Command(BaseCommand):
    help = "Make the readers' search anew from everything that is public."

    def handle(self, *args, **options):
        self.stdout.write(f"{SearchEntry.objects.rebuild()} can be found.")
