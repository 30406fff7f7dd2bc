"""Feeds: posts, those that bear a label, replies, and the replies under one post."""

from datetime import UTC, datetime

from django.contrib.syndication.views import Feed
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from contributions.digests import in_full
from contributions.incoming import tidy
from contributions.markup import with_paragraphs
from contributions.models.digest_item import DigestItem
from contributions.models.label import Label
from contributions.models.post import Post
from contributions.models.reply import Reply
from contributions.models.site import SiteSettings

ENTRIES = 25


class TidyFeed:
    """A feed that a control character, pasted from a word processor, does not make unreadable."""

    def __init__(self, *args, **kwargs):
        super().__init__(*_tidied(args), **_tidied(kwargs))

    def add_item(self, *args, **kwargs):
        super().add_item(*_tidied(args), **_tidied(kwargs))

    def latest_post_date(self):
        # Django says "now", so that an empty feed would be another one whenever it is asked for.
        return super().latest_post_date() if self.items else datetime(2000, 1, 1, tzinfo=UTC)


class FullTextRss(TidyFeed, Rss201rev2Feed):
    """RSS, whose descriptions may be the whole text."""


class FullTextFeed(TidyFeed, Atom1Feed):
    """Atom whose entries carry the whole text."""

    def add_item_elements(self, handler, item):
        html, item["description"] = item["description"], None
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", html, {"type": "html"})


def _tidied(value):
    """Return a string, or a collection with its strings, without control characters."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, dict):
        return {name: _tidied(each) for name, each in value.items()}
    return [_tidied(each) for each in value] if isinstance(value, list | tuple) else value


class SiteFeed(Feed):
    """What all feeds share: the site's name, and nobody's but the site's as author.

    A feed says its `subject(obj)`, which ends its title, and may say the `body(item)` of an entry.
    """

    feed_type = FullTextFeed

    def __call__(self, request, *args, **kwargs):
        self.site = SiteSettings.current()
        response = super().__call__(request, *args, **kwargs)
        # It would go back where the newest entry is taken back. The ETag tells what changed.
        del response.headers["Last-Modified"]
        return response

    def title(self, obj=None):
        return f"{self.site.name}: {self.subject(obj)}"

    def author_name(self, obj=None):
        return self.site.name

    def item_title(self, item):
        return str(item)

    def item_description(self, item):
        said = filter(None, [item.edited_note, *map(str, item.notes.all())])
        return with_paragraphs(self.body(item), said)

    def body(self, item):
        return item.body

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return max([item.published_at, *(note.noted_on for note in item.notes.all())])


class PostsFeed(SiteFeed):
    """The newest posts."""

    link = reverse_lazy("front")
    feed_url = reverse_lazy("posts_feed")

    def subject(self, obj):
        return "posts"

    def items(self, obj=None):
        return self.newest(Post.objects.published())

    def newest(self, posts):
        accounts = Prefetch("items", DigestItem.objects.shown().with_notes())
        posts = posts.prefetch_related("labels", accounts).with_notes()
        return posts.newest_first()[:ENTRIES]

    def item_title(self, item):
        return item.heading

    def body(self, item):
        return in_full(item, item.items.all())

    def item_updateddate(self, item):
        return max(map(super().item_updateddate, [item, *item.items.all()]))

    def item_categories(self, item):
        return [label.name for label in item.labels.all()]


class LabelFeed(PostsFeed):
    """The newest posts that bear a label."""

    def get_object(self, request, slug):
        return get_object_or_404(Label, slug=slug)

    def subject(self, obj):
        return obj.name

    def link(self, obj):
        return obj.get_absolute_url()

    def feed_url(self, obj):
        return reverse("label_feed", args=[obj.slug])

    def items(self, obj):
        return self.newest(obj.posts.published())


class RepliesFeed(SiteFeed):
    """The newest replies of the whole site."""

    link = reverse_lazy("front")
    feed_url = reverse_lazy("replies_feed")

    def subject(self, obj):
        return "replies"

    def items(self, obj=None):
        return self.newest(Reply.objects.public())

    def newest(self, replies):
        return replies.select_related("post").with_notes().newest_first()[:ENTRIES]

    def item_title(self, item):
        return f"Reply {item.number} to “{item.post.title}”"


class ThreadFeed(RepliesFeed):
    """The newest replies under one post."""

    def get_object(self, request, year, month, slug):
        return get_object_or_404(Post.objects.published(), year=year, month=month, slug=slug)

    def subject(self, obj):
        return f"replies to “{obj.title}”"

    def link(self, obj):
        return obj.get_absolute_url()

    def feed_url(self, obj):
        return reverse("thread_feed", args=[obj.year, obj.month, obj.slug])

    def items(self, obj):
        return self.newest(Reply.objects.public().filter(post=obj))
