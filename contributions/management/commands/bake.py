"""`manage.py bake`: every page that readers see, finished, in the folder BAKED_ROOT.

Whoever publishes bakes what that changes; this is for a new folder, for what was written past the
site, and with --forever for what was published on another machine. It may be killed at any point.
"""

import argparse
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager

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
        # For the processes that this one starts.
        parser.add_argument("--share", type=int, nargs=2, help=argparse.SUPPRESS)

    def handle(self, *args, forever, share, **options):
        if forever:
            return self.keep_in_step()
        root = Root()
        try:
            if share:
                return keeping_up.bake_share(root, *share)
            keeping_up.anew(root)
            keeping_up.bake_whole(root, tell=self.tell, shares=self.shares())
        except keeping_up.FAILURES as error:
            raise CommandError("Not everything could be baked: try again.") from error
        if root.state().whole:
            raise CommandError("Somebody else is baking, and does this too.")
        self.stdout.write("Every page is baked.")
        return None

    def keep_in_step(self):
        """Bake what changes until a signal comes."""
        stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stopped.set())
        keeping_up.watch(stopped)

    @contextmanager
    def shares(self):
        """Let each core bake a share; yield how many there are."""
        count = os.cpu_count() or 1
        command = [sys.executable, sys.argv[0], "bake", "--share"]
        others = [
            subprocess.Popen([*command, str(share), str(count)])  # noqa: S603 - ourselves
            for share in range(1, count)
        ]
        try:
            yield count
        finally:
            failed = [other for other in others if other.wait()]
        if failed:
            raise CommandError("Not everything could be baked: try again.")

    def tell(self, count):
        """Say from time to time how far it is."""
        if count % TELL_EVERY == 0:
            self.stdout.write(f"{count:,} pages, and as many by each other core")
