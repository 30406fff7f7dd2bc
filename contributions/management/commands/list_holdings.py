"""`manage.py list_holdings`: the tables of docs/threat-model.md, from the holdings.toml files."""

from django.core.management.base import BaseCommand

from contributions.holdings import holdings


class Command(BaseCommand):
    help = "Print what the site holds, table by table, as docs/threat-model.md carries it."

    def handle(self, *args, **options):
        self.stdout.write("\n\n".join(map(in_markdown, holdings())))


def in_markdown(holding):
    """Return one Holding as a table in Markdown."""
    return "\n".join(
        [
            f"**{holding.model}.** {holding.about}. Kept {holding.kept}.",
            "",
            "| column | what it tells | why it is clear, or to whom it is sealed |",
            "|---|---|---|",
            *(f"| `{c.name}` | {c.tells} | {c.clear_because} |" for c in holding.clear),
            *(f"| `{c.name}` | {c.tells} | **sealed** to {c.sealed_to} |" for c in holding.sealed),
        ]
    )
