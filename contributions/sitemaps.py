"""The sitemap: every page that a search engine should know."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from contributions.models.post import Label, Post


class PostSitemap(Sitemap):
    def items(self):
        return Post.objects.published().headings().newest_first()


class LabelSitemap(Sitemap):
    def items(self):
        return Label.objects.in_use()


class StandingSitemap(Sitemap):
    def items(self):
        return ["front", "guest_blogs", "labels", "corrections", "about", "safety"]

    def location(self, item):
        return reverse(item)


SITEMAPS = {"posts": PostSitemap, "labels": LabelSitemap, "standing": StandingSitemap}
