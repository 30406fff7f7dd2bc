"""Which pages there are, and which of them show what has changed. The most read come first."""

from datetime import date

from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone

from contributions import archive, pages, thread_pages
from contributions.models import Change, Label, Post, PublicNote, Reply, StandingPage

What = Change.What
NEVER_CHANGING = ["robots"]
ALWAYS_THERE = ["archive", "guest_blogs", "labels", "corrections", "about", "safety", "sitemap"]


def everything():
    """Yield the address of every page that is baked."""
    yield from map(reverse, ["front", "posts_feed", "replies_feed", "recent_replies"])
    posts = Post.objects.published().only("year", "month", "slug", "published_at")
    posts = posts.annotate(last_reply=Max("replies__number")).newest_first()
    for post in posts:
        yield post.get_absolute_url()
    yield from map(reverse, ALWAYS_THERE + NEVER_CHANGING)
    yield from _numbered(Post.objects.published())
    yield from _years()
    for year, month in Post.objects.published().values_list("year", "month").distinct():
        yield reverse("month", args=[year, month])
    for label in Label.objects.in_use():
        yield from _label(label)
    yield from _numbered(PublicNote.objects.all(), pages.CORRECTIONS)
    yield from _sitemaps()
    for post in posts:
        yield from _later_pages(post, post.last_reply or 0)


def touched_by(change, changes):
    """Yield the address of every page that may show something of a change, or did before it.

    It is one of `changes`, which came to be since the pages were baked.
    """
    match change.what:
        case What.STANDING:
            for page in StandingPage.objects.filter(pk=change.about):
                yield reverse(page.slug)
        case What.LABEL:
            for label in Label.objects.filter(pk=change.about):
                yield from _label(label, len(changes))
                yield from (reverse("labels"), _sitemap("labels"))
        case What.NOTES:
            yield reverse("corrections")
            notes = PublicNote.objects.all()
            first = max(notes.count() - len(changes), 0)
            yield from _numbered(notes, pages.CORRECTIONS, first, shifted=True)
        case What.POST | What.WORDS | What.THREAD:
            for post in Post.objects.filter(pk=change.about).exclude(published_at=None):
                yield from _of_post(post, change.what, changes)


def showing(post, labels):
    """Return the other posts whose own pages show something of a post: its title, its address.

    Those are its neighbours by date and those that may name it as related for one of its labels.
    Whoever lets a post's page show other posts names them here.
    """
    neighbours = filter(None, [post.newer(), post.older()])
    return dict.fromkeys([*neighbours, *post.may_be_related_to(labels)])


def origins(post):
    """Return the posts in whose threads a reply stood that became this post or part of it."""
    # Asked one after the other: together they would look through every reply.
    became_it = Reply.objects.filter(moved_to_post=post).values_list("post_id", flat=True)
    became_part = post.items.exclude(reply=None).values_list("reply__post_id", flat=True)
    return Post.objects.published().filter(pk__in={*became_it, *became_part})


def _of_post(post, what, changes):
    came_or_went = what == What.POST
    about = {kind: [c.about for c in changes if c.what == kind] for kind in (What.POST, What.LABEL)}
    labels = post.labels.all()
    yield from _thread(post)
    yield reverse("front")
    if what != What.THREAD:
        yield reverse("posts_feed")
    yield from map(reverse, ["recent_replies", "replies_feed"])
    if what != What.THREAD:
        for other in showing(post, labels | Label.objects.filter(pk__in=about[What.LABEL])):
            yield other.get_absolute_url()
        for other in origins(post):
            yield from _thread(other)
    published = Post.objects.published()
    place = _before(post, published)
    yield from _numbered(published, pages.POSTS, place, came_or_went, gone=len(changes))
    yield reverse("month", args=[post.year, post.month])
    if post.kind == Post.Kind.GUEST_BLOG:
        yield reverse("guest_blogs")
    for label in labels:
        yield label.get_absolute_url()
        if what != What.THREAD:
            yield reverse("label_feed", args=[label.slug])
        posts = label.posts.published()
        place = _before(post, posts)
        args = [label.slug]
        yield from _numbered(posts, pages.LABEL, place, came_or_went, args, gone=len(changes))
    if what != What.THREAD:
        yield from _notes_about(post)
        yield reverse("year", args=[post.year])
    if came_or_went:
        yield from map(reverse, ["archive", "labels", "sitemap"])
        yield from (_sitemap("labels"), _sitemap(post.year))
        yield from _beside(post, about[What.POST])


def _thread(post):
    """Yield the post's own page, and all that belongs to it."""
    yield post.get_absolute_url()
    yield from _later_pages(post, post.replies.aggregate(last=Max("number"))["last"] or 0)


def _later_pages(post, last_reply):
    address = [post.year, post.month, post.slug]
    yield reverse("thread_feed", args=address)
    if last_reply:
        yield reverse("newest_replies", args=address)
    for number in range(2, -(-last_reply // thread_pages.SIZE) + 1):
        yield reverse("replies_page", args=[*address, number])


def _before(row, rows, at="published_at"):
    """Return how many rows come before one in the order of pages, whether or not it is of them."""
    moment = getattr(row, at)
    return rows.filter(Q(**{f"{at}__lt": moment}) | Q(**{at: moment, "pk__lt": row.pk})).count()


def _numbered(rows, names=pages.POSTS, place=None, shifted=True, args=(), gone=0):
    """Yield the numbered pages that show the row at a place.

    Where it came or went, these are all later ones too, as many as there were when up to so many
    rows that are `gone` stood there, that after the last one, and the one that led to the front
    page until then. Without a place, all of them.
    """
    count = rows.count()
    full, was_full = count // pages.SIZE, (count + gone) // pages.SIZE
    page = place // pages.SIZE + 1 if place is not None else 1
    numbers = range(max(page - 2, 1), was_full + 2) if shifted else range(page, min(page, full) + 1)
    for number in numbers:
        yield reverse(names[1], args=[*args, number])


def _label(label, gone=0):
    yield label.get_absolute_url()
    yield reverse("label_feed", args=[label.slug])
    yield from _numbered(label.posts.published(), pages.LABEL, args=[label.slug], gone=gone)


def _notes_about(post):
    """Yield the pages of corrections that name a post."""
    yield reverse("corrections")
    about = Q(post=post) | Q(reply__post=post) | Q(account__post=post)
    notes = PublicNote.objects.all()
    for note in notes.filter(about):
        place = _before(note, notes, "noted_at")
        yield from _numbered(notes, pages.CORRECTIONS, place, shifted=False)


def _years():
    """Yield the page of each year, and of this one: every page leads to it."""
    years = {year for year, _ in Post.objects.published().years()} | {timezone.localdate().year}
    for year in sorted(years, reverse=True):
        yield reverse("year", args=[year])


def _beside(post, changed):
    """Yield the pages that lead to a post's month and year, where no post is in them but those
    that came or went with it.
    """
    others = Post.objects.published().exclude(pk__in=changed)
    if not others.filter(year=post.year, month=post.month).exists():
        own = date(post.year, post.month, 1)
        months = {date(year, month, 1) for year, month, _ in others.months()}
        for month in filter(None, archive.neighbours(own, months)):
            yield reverse("month", args=[month.year, month.month])
    if not others.filter(year=post.year).exists():
        years = {year for year, _ in others.years()} | {timezone.localdate().year}
        for year in filter(None, archive.neighbours(post.year, years)):
            yield reverse("year", args=[year])


def _sitemaps():
    yield from map(_sitemap, ["pages", "labels"])
    for year, _ in Post.objects.published().years():
        yield _sitemap(year)


def _sitemap(section):
    return reverse("sitemap_section", args=[section])
