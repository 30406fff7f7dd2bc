"""`manage.py verify_records`: whether the records of what editors did are as they were written."""

import re

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from moderation import append_only
from moderation.chain import NOTED, for_paper
from moderation.verifying import Tampered, verify


class Command(BaseCommand):
    help = (
        "Recompute the chain of records, and print how many there are and the head, to note on "
        "paper. Ends with 1 and names the first record that does not fit. docs/records.md says "
        "what this proves."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--head", nargs="+", default=[], help="a head noted earlier, which has to be in it"
        )

    def handle(self, *args, head, **options):
        noted = "".join(head).lower()
        if head and not re.fullmatch(rf"[0-9a-f]{{{NOTED},64}}", noted):
            raise CommandError(f"A head has {NOTED} digits, 0 to 9 and a to f. Give all of them.")
        try:
            number, digest = verify(noted)
        except Tampered as error:
            raise CommandError(" ".join([str(error), *self.unguarded()])) from error
        self.stdout.write(f"{number} records, each as it was written.")
        self.stdout.write(f"The head, to note on paper: {for_paper(digest)}")
        if unguarded := self.unguarded():
            raise CommandError(*unguarded)

    def unguarded(self):
        """Return a sentence about what does not keep records from being changed, if anything."""
        missing = ", ".join(append_only.missing(connection))
        if not missing:
            return []
        return [f"Nothing keeps records from being changed now: run migrate. Missing: {missing}."]
