"""The addresses at which Blogger had its feeds, for readers that still ask there.

Blogger's other parameters, `max-results` and `start-index`, change nothing.
"""

from django.urls import reverse

from contributions.feeds import FullTextRss, PostsFeed, RepliesFeed


class InRss:
    """A feed in RSS, as Blogger gave it to those who asked for `alt=rss`."""

    feed_type = FullTextRss

    def feed_url(self, obj=None):
        return f"{reverse(self.blogger_name)}?alt=rss"


class PostsInRss(InRss, PostsFeed):
    blogger_name = "blogger_posts"


class RepliesInRss(InRss, RepliesFeed):
    blogger_name = "blogger_replies"


def feed(atom, rss):
    """Return a view that answers in RSS where the query asks for it, else in Atom."""

    def answer(request):
        return (rss if request.GET.get("alt") == "rss" else atom)(request)

    return answer
