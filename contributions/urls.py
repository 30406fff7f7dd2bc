"""The public addresses; docs and readers rely on them, so they stay."""

from django.urls import path, register_converter

from contributions import blogger, feeds, sitemaps
from contributions.views import (
    complaining,
    machines,
    reading,
    returning,
    searching,
    threads,
    writing,
)


class Year:
    """Four digits."""

    regex = "[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):04}"


class Month(Year):
    """01 to 12."""

    regex = "0[1-9]|1[0-2]"

    def to_url(self, value):
        return f"{int(value):02}"


register_converter(Year, "yyyy")
register_converter(Month, "mm")

urlpatterns = [
    path("", reading.front, name="front"),
    path("page/<int:number>/", reading.page, name="page"),
    path("<yyyy:year>/<mm:month>/<slug:slug>.html", reading.post, name="post"),
    path("<yyyy:year>/<mm:month>/<slug:slug>/feed/", feeds.ThreadFeed(), name="thread_feed"),
    path("<yyyy:year>/<mm:month>/<slug:slug>/<int:number>/", threads.replies, name="replies_page"),
    path("<yyyy:year>/<mm:month>/<slug:slug>/newest/", threads.replies, name="newest_replies"),
    path("<yyyy:year>/<mm:month>/", reading.month, name="month"),
    path("<yyyy:year>/", reading.year, name="year"),
    path("archive/", reading.overview, name="archive"),
    path("replies/", threads.recent, name="recent_replies"),
    path("guest-blogs/", reading.guest_blogs, name="guest_blogs"),
    path("labels/", reading.labels, name="labels"),
    path("labels/<slug:slug>/", reading.label, name="label"),
    path("labels/<slug:slug>/page/<int:number>/", reading.label, name="label_page"),
    path("labels/<slug:slug>/feed/", feeds.LabelFeed(), name="label_feed"),
    path("corrections/", reading.corrections, name="corrections"),
    path("corrections/page/<int:number>/", reading.corrections, name="corrections_page"),
    path("search/", searching.search, name="search"),
    path("feeds/posts/", feeds.PostsFeed(), name="posts_feed"),
    path("feeds/replies/", feeds.RepliesFeed(), name="replies_feed"),
    path(
        "feeds/posts/default",
        blogger.feed(feeds.PostsFeed(), blogger.PostsInRss()),
        name="blogger_posts",
    ),
    path(
        "feeds/comments/default",
        blogger.feed(feeds.RepliesFeed(), blogger.RepliesInRss()),
        name="blogger_replies",
    ),
    path("contact/", writing.contact, name="contact"),
    path("contact/complaint/", complaining.complain, name="complaint"),
    path("contact/receipt/", returning.come_back, name="receipt"),
    path("about/", reading.standing_page, {"slug": "about"}, name="about"),
    path("safety/", reading.safety, name="safety"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("healthz", machines.health, name="health"),
]
