"""What every site starts with, so that no page is empty before the editor has written one."""

import json
from pathlib import Path

from contributions.models import SiteSettings, StandingPage, SupportLine

PAGES = Path(__file__).parent / "standing_pages"
SUPPORT_LINES = Path(__file__).parent / "support_lines" / "starting.json"


def ensure_starting_content(using="default", **kwargs):
    """Create the settings row and standing pages where missing, support lines where none are."""
    SiteSettings.objects.using(using).get_or_create(pk=1)
    for slug in StandingPage.Slug:
        StandingPage.objects.using(using).get_or_create(
            slug=slug,
            defaults={"title": slug.label, "body": (PAGES / f"{slug}.html").read_text("utf-8")},
        )
    lines = SupportLine.objects.using(using)
    if not lines.exists():
        starting = json.loads(SUPPORT_LINES.read_text("utf-8"))["items"]
        lines.bulk_create(
            SupportLine(
                position=place, **{name: line[name] for name in ("name", "contact", "detail")}
            )
            for place, line in enumerate(starting, 1)
        )
