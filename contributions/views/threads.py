"""The replies of a post beyond its own page, and the newest of the whole site."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from contributions import thread_pages
from contributions.models.post import Post
from contributions.models.reply import Reply
from contributions.views.reading import gone

RECENT = 50


@require_safe
def replies(request, year, month, slug, number=None):
    """A later page of the replies under a post; without a number, the newest first."""
    found = get_object_or_404(Post.objects.headings(), year=year, month=month, slug=slug)
    if found.is_retracted:
        return gone(request, found)
    if number == 1:
        return redirect(found, permanent=True)
    newest = number is None
    thread = thread_pages.newest(found) if newest else thread_pages.page(found, number)
    response = render(request, "contributions/replies.html", {"post": found, "thread": thread})
    response["Referrer-Policy"] = "same-origin"  # Its reply buttons are forms.
    return response


@require_safe
def recent(request):
    """The newest replies under all posts."""
    found = Reply.objects.public().for_lists().newest_first()[:RECENT]
    return render(request, "contributions/recent_replies.html", {"replies": found})
