"""`python -m tests.bench_search`: how long readers' searches take on a site of the real one's size.

In one process and on a database of its own, with 4,000 posts and 20,000 replies. Prints the
milliseconds of each of a fixed list of queries, and of keeping the index. It asserts nothing.
"""

import os
import random
import statistics
import sys
import tempfile
import time

import django

POSTS, REPLIES, ROUNDS = 4_000, int(os.environ.get("REPLIES") or 20_000), 7
VOCABULARY = 12_000
QUERIES = {
    "rare": "w11000",
    "common": "w1",
    "common, of a year": "w1",
    "two words": "w40 w300",
    "phrase": '"w2 w3"',
    "exclusion": "w5 -w1",
    "either": "w500 or w900",
    "sixteen words": " or ".join(f"w{n}" for n in range(1, 17)),
    "nothing": "quagga",
}


def words(chance, how_many):
    """Return so many words, the first of the vocabulary as common as those of a language."""
    return " ".join(f"w{int(VOCABULARY ** chance.random())}" for _ in range(how_many))


def fill():
    """Store everything at once, then let it be found; return the seconds of that."""
    from contributions.models import Post, Reply, SearchEntry
    from tests.factories import make_posts

    chance = random.Random(1)  # noqa: S311
    posts = make_posts(POSTS)
    for post in posts:
        post.title, post.body = words(chance, 6), f"<p>{words(chance, 500)}</p>"
    Post.objects.bulk_update(posts, ["title", "body"], batch_size=200)
    Reply.objects.bulk_create(
        (
            Reply(
                post=posts[n % POSTS],
                number=n // POSTS + 1,
                status="published",
                published_at=posts[n % POSTS].published_at,
                body=f"<p>{words(chance, 80)}</p>",
            )
            for n in range(REPLIES)
        ),
        batch_size=500,
    )
    begin = time.perf_counter()
    SearchEntry.objects.rebuild()
    return time.perf_counter() - begin


def milliseconds(act, rounds=ROUNDS):
    """Return the median of a few."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def measure(connection):
    from django.test import Client

    from contributions.models import Reply
    from contributions.search.finding import find
    from contributions.search.query import read

    print(f"{connection.vendor}, {POSTS:,} posts, {REPLIES:,} replies: rebuilt in {fill():.1f} s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{'':20}{'matches':>10}{'ms':>8}{'page, ms':>10}")
    client = Client()
    for name, text in QUERIES.items():
        narrowed = {"year": 2030} if "year" in name else {}
        found = find(read(text), **narrowed)
        alone = milliseconds(lambda text=text, narrowed=narrowed: find(read(text), **narrowed))
        asked = {"q": text} | narrowed
        page = milliseconds(lambda asked=asked: client.get("/search/", asked))
        matches = f"{found.count}{'+' if found.is_cut else ''}"
        print(f"{name:20}{matches:>10}{alone:>8.1f}{page:>10.1f}", flush=True)
    reply = Reply.objects.latest("pk")
    amended = milliseconds(lambda: reply.amend(reply.revision, body="<p>Amended.</p>"), 3)
    print(f"{'amending a reply':20}{'':>10}{amended:>8.1f}")


def main():
    """Measure with a data folder that nobody else uses."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATA_DIR": folder}
        django.setup()
        from django.db import connection
        from django.test.utils import setup_test_environment

        setup_test_environment()
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            measure(connection)
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
