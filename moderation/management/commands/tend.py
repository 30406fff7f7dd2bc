"""`manage.py tend`: housekeeping. Publishes what is due, returns what was not answered, deletes
what has had its time, sends the daily mail.

Run it every few minutes. It may run twice at once and be killed at any point: nothing goes out
twice, and nothing is deleted before its day.
"""

import os
import signal
import threading
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from contributions.baking import keeping_up
from moderation import tending

EVERY = 60  # seconds


class Command(BaseCommand):
    help = "Publish what is due, delete what has expired, send the daily mail."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what it would do")
        parser.add_argument("--forever", action="store_true", help="every minute, until stopped")
        parser.add_argument(
            "--beside", type=int, metavar="PID", help="with --forever: end with the parent process"
        )

    def handle(self, *args, dry_run, forever, beside, **options):
        if forever:
            return self.tend_until_stopped(beside)
        if dry_run:
            return self.say(tending.would_do(), "Would be ")
        outcomes = tending.tend()
        self.say(outcomes)
        failed = [outcome.chore.done for outcome in outcomes if outcome.failures]
        if failed:
            raise CommandError(f"Not everything could be done ({'; '.join(failed)}): see the log.")
        return None

    def tend_until_stopped(self, beside):
        """Tend as each minute begins, and keep what is baked in step all the time, until a signal
        comes or the parent process has ended.
        """
        stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stopped.set())
        if settings.BAKING:
            threading.Thread(target=keeping_up.watch, args=[stopped], daemon=True).start()
        while not stopped.is_set():
            close_old_connections()
            self.say(tending.tend())
            wake_at = time.time() // EVERY * EVERY + EVERY
            while time.time() < wake_at and not stopped.wait(1):
                if beside and os.getppid() != beside:
                    return

    def say(self, outcomes, before=""):
        """Write a line for each chore that was done."""
        for outcome in outcomes:
            if outcome.count:
                self.stdout.write(f"{before}{outcome.chore.done}: {outcome.count}".capitalize())
