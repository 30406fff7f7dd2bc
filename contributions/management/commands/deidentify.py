"""`manage.py deidentify`: what the de-identifier makes of a text."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from contributions.deidentify import deidentify
from contributions.models import WatchedWord


class Command(BaseCommand):
    help = (
        "Read a text on standard input, write it stripped to standard output. "
        "Nothing is stored. The site's watched words count; without a database there are none."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        form = parser.add_mutually_exclusive_group()
        form.add_argument(
            "--json",
            action="store_true",
            help="write one object with the stripped text and the findings; offsets are in "
            "characters of the input",
        )
        form.add_argument(
            "--jsonl",
            action="store_true",
            help='read one {"id", "text"} a line and write one such object a line, with its id',
        )

    def handle(self, *args, **options):
        self.watched = self.watched_words()
        source = sys.stdin.buffer.read().decode("utf-8", errors="replace")
        if options["jsonl"]:
            for number, line in enumerate(source.split("\n"), 1):
                if line.strip():
                    self.write_row(number, line)
        elif options["json"]:
            self.write_json(as_dict(deidentify(source, watched=self.watched)))
        else:
            self.stdout.write(deidentify(source, watched=self.watched).text, ending="")

    def watched_words(self):
        """Return the site's watched words; none, and say so, where there is no database."""
        try:
            return WatchedWord.objects.for_deidentify()
        except Error:
            self.stderr.write("The list of watched words is out of reach, so it does not count.")
            return ()

    def write_row(self, number, line):
        try:
            row = json.loads(line)
            answer = {"id": row["id"]} | as_dict(deidentify(row["text"], watched=self.watched))
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f'Line {number} is not an object with "id" and "text".') from error
        self.write_json(answer)

    def write_json(self, content):
        self.stdout.write(json.dumps(content, ensure_ascii=False))


def as_dict(result):
    """Return a result as the command's JSON has it."""
    return {
        "text": result.text,
        "findings": [
            {
                name: getattr(finding, name)
                for name in ("start", "end", "category", "severity", "replacement", "reason")
            }
            for finding in result.everything
        ],
    }
