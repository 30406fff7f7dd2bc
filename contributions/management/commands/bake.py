"""`manage.py bake`: every page that readers see, finished, in the folder BAKED_ROOT.

Whoever publishes bakes what that changes; this is for a new folder, for what was written past the
site, and with --forever for what was published on another machine. It may be killed at any point.
"""

import signal
import threading

from django.core.management.base import BaseCommand, CommandError

from contributions.baking import keeping_up
from contributions.baking.root import Root

TELL_EVERY = 1_000


class Command(BaseCommand):
    help = "Bake every page that readers see, whatever is there already."

    def add_arguments(self, parser):
        parser.add_argument(
            "--forever", action="store_true", help="bake what is missing, and keep it in step"
        )

    def handle(self, *args, forever, **options):
        if forever:
            return self.keep_in_step()
        root, self.count = Root(), 0
        try:
            keeping_up.anew(root)
            keeping_up.bake_whole(root, tell=self.tell)
        except keeping_up.FAILURES as error:
            raise CommandError("Not everything could be baked: try again.") from error
        if root.state().whole:
            raise CommandError("Somebody else is baking, who will do this too.")
        self.stdout.write(f"{self.count:,} pages baked.")
        return None

    def keep_in_step(self):
        """Bake what changes until a signal comes."""
        stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stopped.set())
        keeping_up.watch(stopped)

    def tell(self, count):
        """Say from time to time how far it is."""
        self.count = count
        if count % TELL_EVERY == 0:
            self.stdout.write(f"{count:,} pages")
