"""The sitemap: every page that a search engine should know, posts by their years."""

from django.contrib.sitemaps import Sitemap, views
from django.urls import reverse

from contributions.models.label import Label
from contributions.models.post import Post


class PagesSitemap(Sitemap):
    def items(self):
        return [
            "front",
            "guest_blogs",
            "archive",
            "labels",
            "recent_replies",
            "corrections",
            "about",
            "safety",
        ]

    def location(self, item):
        return reverse(item)


class LabelSitemap(Sitemap):
    def items(self):
        return Label.objects.in_use()


class YearSitemap(Sitemap):
    """The posts of a year. Their replies have no pages of their own."""

    def __init__(self, year):
        self.year = year

    def items(self):
        return Post.objects.published().filter(year=self.year).headings().newest_first()


def index(request):
    """The sitemap of sitemaps."""
    return views.index(request, _all(), sitemap_url_name="sitemap_section")


def section(request, section):
    """One of them, such as "pages" or "2026"."""
    return views.sitemap(request, _all(), section)


def _all():
    years = {str(year): YearSitemap(year) for year, _ in Post.objects.published().years()}
    return {"pages": PagesSitemap, "labels": LabelSitemap} | years
