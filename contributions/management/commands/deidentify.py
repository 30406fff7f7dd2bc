"""`manage.py deidentify`: what the de-identifier makes of a text."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError

from contributions.deidentify import deidentify


class Command(BaseCommand):
    help = (
        "Read a text on standard input, write it stripped to standard output. "
        "Nothing is stored, and no database is needed."
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
        source = sys.stdin.buffer.read().decode("utf-8", errors="replace")
        if options["jsonl"]:
            for number, line in enumerate(source.split("\n"), 1):
                if line.strip():
                    self.write_row(number, line)
        elif options["json"]:
            self.write_json(as_dict(deidentify(source)))
        else:
            self.stdout.write(deidentify(source).text, ending="")

    def write_row(self, number, line):
        try:
            row = json.loads(line)
            answer = {"id": row["id"]} | as_dict(deidentify(row["text"]))
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
