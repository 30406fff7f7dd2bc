"""What readers see."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from contributions import archive, linked_data, pages, thread_pages
from contributions.holdings import of_contributions
from contributions.models.label import Label
from contributions.models.post import Post
from contributions.models.public_note import PublicNote
from contributions.models.site import SiteSettings, StandingPage


@require_safe
def front(request):
    """The newest posts."""
    found = pages.front(Post.objects.published())
    return render(request, "contributions/front.html", {"page": found})


@require_safe
def page(request, number):
    """Older posts, ten a page."""
    found = pages.numbered(Post.objects.published(), number)
    return render(request, "contributions/front.html", {"page": found})


@require_safe
def post(request, year, month, slug):
    """A post with its replies; 410 where it was retracted."""
    posts = Post.objects.prefetch_related("labels")
    found = get_object_or_404(posts, year=year, month=month, slug=slug)
    if found.is_retracted:
        return gone(request, found)
    notes, accounts = found.notes.oldest_first(), found.accounts()
    all_notes = [*notes, *(note for account in accounts for note in account.notes.all())]
    thread = thread_pages.page(found)
    site = SiteSettings.current()
    context = {
        "blog": site,
        "post": found,
        "notes": notes,
        "accounts": accounts,
        "thread": thread,
        "linked_data": linked_data.of_post(
            request, found, site, notes=all_notes, replies=thread.reply_count
        ),
        "newer": found.newer(),
        "older": found.older(),
        "related": found.related(),
    }
    response = render(request, "contributions/post.html", context)
    response["Referrer-Policy"] = "same-origin"  # Its reply buttons are forms.
    return response


def gone(request, post):
    """Say that a post was taken down, and what the editor says to it."""
    return render(request, "410.html", {"notes": post.notes.oldest_first()}, status=410)


@require_safe
def overview(request):
    """Every month of every year, with how many posts it has."""
    found = archive.at_a_glance(Post.objects.published())
    return render(request, "contributions/archive.html", {"archive": found})


@require_safe
def year(request, year):
    """The posts of a year, month by month."""
    posts = Post.objects.published().filter(year=year).headings().newest_first()
    if not posts and year != timezone.localdate().year:
        raise Http404
    years = [other for other, _ in Post.objects.published().years()]
    before, after = archive.neighbours(year, years)
    context = {"year": year, "posts": posts, "before": before, "after": after}
    return render(request, "contributions/year.html", context)


@require_safe
def month(request, year, month):
    """The posts of a month."""
    posts = Post.objects.published().filter(year=year, month=month).for_lists().newest_first()
    if not posts:
        raise Http404
    day = date(year, month, 1)
    months = [date(y, m, 1) for y, m, _ in Post.objects.published().months()]
    before, after = archive.neighbours(day, months)
    context = {"day": day, "posts": posts, "before": before, "after": after}
    return render(request, "contributions/month.html", context)


@require_safe
def guest_blogs(request):
    """The series, by number."""
    published = Post.objects.published().guest_blogs()
    posts = list(published.for_lists().with_first_sentences().newest_first())
    context = {
        "posts": posts,
        "first_year": posts[-1].year if posts else None,
        "last_year": posts[0].year if posts else None,
        "next_number": Post.objects.next_number(SiteSettings.current()),
    }
    return render(request, "contributions/guest_blogs.html", context)


@require_safe
def label(request, slug, number=None):
    """The posts that bear a label, ten a page."""
    found = get_object_or_404(Label, slug=slug)
    posts = found.posts.published()
    if number is None:
        page = pages.front(posts, pages.LABEL, [slug])
    else:
        page = pages.numbered(posts, number, pages.LABEL, [slug])
    return render(request, "contributions/label.html", {"label": found, "page": page})


@require_safe
def labels(request):
    """All labels, with the number of posts that bear each."""
    return render(request, "contributions/labels.html", {"labels": Label.objects.in_use()})


@require_safe
def corrections(request, number=None):
    """What was amended, taken back and put back."""
    notes = PublicNote.objects.all()
    if number is None:
        found = pages.front(notes, pages.CORRECTIONS)
    else:
        found = pages.numbered(notes, number, pages.CORRECTIONS)
    return render(request, "contributions/corrections.html", {"page": found})


@require_safe
def standing_page(request, slug):
    """A page that stands beside the posts."""
    found = get_object_or_404(StandingPage, slug=slug)
    return render(request, "contributions/standing_page.html", {"standing_page": found})


@require_safe
def safety(request):
    """How to write safely: the editor's words, and below them what we hold."""
    found = get_object_or_404(StandingPage, slug=StandingPage.Slug.SAFETY)
    context = {"standing_page": found, "holdings": of_contributions()}
    return render(request, "contributions/safety.html", context)
