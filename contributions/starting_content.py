"""What every site starts with, so that no page is empty before the editor has written one."""

from pathlib import Path

from contributions.models import SiteSettings, StandingPage

PAGES = Path(__file__).parent / "standing_pages"


def ensure_starting_content(using="default", **kwargs):
    """Create the settings row and the standing pages where they are missing."""
    SiteSettings.objects.using(using).get_or_create(pk=1)
    for slug in StandingPage.Slug:
        StandingPage.objects.using(using).get_or_create(
            slug=slug,
            defaults={"title": slug.label, "body": (PAGES / f"{slug}.html").read_text("utf-8")},
        )
