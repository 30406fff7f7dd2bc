"""Fill a site with invented posts and replies, as many as are wanted, to measure it."""

from collections import Counter, defaultdict
from functools import partial
from hashlib import sha256
from random import Random

from django.db import connection, transaction
from django.db.models import TextField, Value
from django.utils import timezone
from django.utils.text import slugify

from contributions.models import Change, DigestItem, Label, Post, Reply, SearchEntry, SiteSettings
from contributions.models.publication import Status
from contributions.models.reply import LEAST_IMPORTED_ID
from contributions.sample.days import moments, moments_after
from contributions.sample.words import Writer

BATCH = 100  # posts
ROWS = 500  # in one statement
LABELS = 120
# What some of the posts are; the others are articles.
KINDS = {7: Post.Kind.GUEST_BLOG, 13: Post.Kind.DIGEST}
A_KIND_IN = 25
# Replies under a few posts, as on the days when a story breaks.
LONG_THREADS = [500, 500, 200, 200, 200]
# Replies to older posts came along from elsewhere, as in a blog that has moved.
MOVED_IN = 2021
# What we write is clean already, and a test holds it to that: cleaning takes most of the time.
clean_already = partial(Value, output_field=TextField())


@transaction.atomic
def load(how_many, replies, *, seed=1, tell):
    """Publish that many posts with that many replies among them, findable, all of them or none.

    The same numbers and seed give an empty site the same texts. `tell(sentence)` hears from time
    to time how many there are so far.
    """
    draw = Random(seed)  # noqa: S311 - nothing is secret
    writer = Writer(draw)
    shares = _shares(draw, how_many, replies)
    labels = _labels(writer)
    number = Post.objects.next_number(SiteSettings.current())
    serial = Post.objects.count()
    times, told = moments(draw, how_many), 0
    for begin in range(0, how_many, BATCH):
        posts = []
        for at in times[begin : begin + BATCH]:
            serial += 1
            posts.append(_post(writer, at, serial))
            if posts[-1].kind == Post.Kind.GUEST_BLOG:
                posts[-1].number, number = number, number + 1
        Post.objects.bulk_create(posts, ROWS)
        _give_labels(draw, posts, labels)
        DigestItem.objects.bulk_create(_accounts(writer, posts), ROWS)
        for answers in _generations(writer, zip(posts, shares[begin:], strict=False)):
            told += len(Reply.objects.bulk_create(answers, ROWS))
        tell(f"{begin + len(posts):,} posts, {told:,} replies")
    SearchEntry.objects.rebuild(tell=lambda found: tell(f"{found:,} can be found"))
    Change.objects.note(Change.What.EVERYTHING)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # Or questions are planned as if there were still nothing.


def _shares(draw, how_many, replies):
    """Return how many replies each post gets: most get some, a few very many."""
    long = LONG_THREADS if replies >= 5 * sum(LONG_THREADS) else []
    places = draw.sample(range(how_many), min(len(long), how_many - 1))
    long = dict(zip(places, long, strict=False))
    weights = [0 if place in long else draw.lognormvariate(0, 1) for place in range(how_many)]
    shares = Counter(draw.choices(range(how_many), weights, k=replies - sum(long.values())))
    shares.update(long)
    return [shares[place] for place in range(how_many)]


def _labels(writer):
    """Return the labels, the most common first."""
    names = dict.fromkeys(" ".join(writer.words(2)).capitalize() for _ in range(LABELS))
    found = [(name, {"slug": slugify(name)}) for name in names]
    return [Label.objects.get_or_create(name=name, defaults=rest)[0] for name, rest in found]


def _post(writer, at, serial):
    title, local = writer.title(), timezone.localtime(at)
    return Post(
        kind=KINDS.get(serial % A_KIND_IN, Post.Kind.ARTICLE),
        title=title,
        body=clean_already(writer.html(writer.length(600, 5_000))),
        status=Status.PUBLISHED,
        published_at=at,
        year=local.year,
        month=local.month,
        slug=f"{slugify(title)[:60]}-{serial}",
    )


def _give_labels(draw, posts, labels):
    weights = [1 / rank for rank in range(1, len(labels) + 1)]
    Post.labels.through.objects.bulk_create(
        (
            Post.labels.through(post=post, label=label)
            for post in posts
            for label in dict.fromkeys(draw.choices(labels, weights, k=draw.randint(1, 4)))
        ),
        ROWS,
    )


def _accounts(writer, posts):
    """Yield the accounts of the digests among these posts."""
    for digest in posts:
        if digest.kind == Post.Kind.DIGEST:
            for number in range(1, writer.draw.randint(3, 12) + 1):
                yield DigestItem(
                    post=digest,
                    number=number,
                    body=clean_already(writer.html(writer.length(150, 1_500))),
                    status=Status.PUBLISHED,
                    published_at=digest.published_at,
                )


def _generations(writer, shares):
    """Return the replies of these (post, number of replies): parents before their answers."""
    draw, generations = writer.draw, defaultdict(list)
    for post, how_many in shares:
        thread = []
        for number, at in enumerate(moments_after(draw, post.published_at, how_many), 1):
            answers = thread and draw.random() < 0.4
            parent, depth = draw.choice(thread[-30:]) if answers else (None, 0)
            reply = Reply(
                post=post,
                parent=parent,
                number=number,
                imported_id=_imported_id(post, number) if post.year < MOVED_IN else None,
                body=clean_already(writer.html(writer.length(60, 1_500))),
                status=Status.PUBLISHED,
                published_at=at,
            )
            thread.append((reply, depth + 1))
            generations[depth].append(reply)
    return [generations[depth] for depth in sorted(generations)]


def _imported_id(post, number):
    """Return an id such as Blogger gave: up to nineteen digits without an order."""
    digest = sha256(f"{post.slug} {number}".encode()).digest()
    return LEAST_IMPORTED_ID + (int.from_bytes(digest[:8], "big") >> 2)
