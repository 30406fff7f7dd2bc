"""`make bench`: the site at work, beside nginx serving the same bytes and beside its targets.

POSTS (4000), REPLIES (150000) and SECONDS (4, of each load) make it smaller; DATABASE_URL puts it
on PostgreSQL. A tenth of all that is measured first, which shows what grows. The load and the
servers share the processors, so ratios tell more than figures.
"""

import os
import sys
import tempfile
import time
from contextlib import nullcontext

from tests.bench.limit import running_limit
from tests.bench.measuring import HOT, Bench
from tests.bench.pages import Pages
from tests.bench.report import Report, at_most
from tests.bench.stacks import sample_site, single_server, two_workers_behind_nginx
from tests.run_both import postgresql_server

POSTS = int(os.environ.get("POSTS") or 4_000)
REPLIES = int(os.environ.get("REPLIES") or 150_000)
SECONDS = int(os.environ.get("SECONDS") or 4)
READING = 7 * SECONDS  # seconds of full load while an editor publishes and takes back
ON_POSTGRESQL = bool(os.environ.get("DATABASE_URL"))
# Shares of the limit that are aimed at (five times what other systems reach without a cache).
RENDERED = {HOT: 0.010, "front page": 0.008, "archive": 0.015, "feed": 0.006}


def main():
    """Measure everything, print one table, and what fell short."""
    begin, report = time.monotonic(), Report()
    print(
        f"{'PostgreSQL' if ON_POSTGRESQL else 'SQLite'}; {os.cpu_count()} processors, which load "
        f"and servers share; loads of {SECONDS} s, each beside nginx serving the same bytes as a "
        "file in the same minute."
    )
    with tempfile.TemporaryDirectory() as folder, running_limit(folder) as limit:
        small = on_a_small_site(Bench(report, limit, SECONDS))
        large = on_a_large_site(Bench(report, limit, SECONDS))
        on_the_other_database(Bench(report, limit, SECONDS))
    growth(report, small, large)
    report.summary()
    print(f"It took {(time.monotonic() - begin) / 60:.0f} minutes.")


def built(posts, replies, **options):
    print(f"\n==> Building a site of {posts:,} posts and {replies:,} replies", flush=True)
    return sample_site(posts, replies, **options)


def on_a_small_site(bench):
    """Measure what may grow, on a tenth; return the times of it."""
    with built(POSTS // 10, REPLIES // 10) as site:
        pages = Pages(site)
        with two_workers_behind_nginx(site) as stack:
            rendered(bench, stack, pages)
    return bench.growing


def on_a_large_site(bench):
    """Measure everything; return the times of what may grow."""
    with built(POSTS, REPLIES) as site:
        pages = Pages(site)
        with two_workers_behind_nginx(site) as stack:
            rendered(bench, stack, pages)
            bench.memory(stack, "before anybody writes", 200)
            bench.submissions(stack)
            bench.memory(stack, "with the de-identifier's model", 350)
            bench.first_view(stack, pages)
            bench.readers(stack, pages, READING)
        with single_server(site) as stack:
            bench.report.heading(stack.name)
            bench.pages(stack, pages, {})
            bench.readers(stack, pages, READING)
    return bench.growing


def rendered(bench, stack, pages):
    """Measure all that is rendered anew for each reader."""
    bench.report.heading(stack.name)
    bench.searches_cold(stack)
    bench.pages(stack, pages, RENDERED)
    bench.searches(stack)


def on_the_other_database(bench):
    """Send to a site on whichever database the others are not on."""
    other = nullcontext(("SQLite", "")) if ON_POSTGRESQL else postgresql_server()
    with (
        other as (name, server),
        built(max(POSTS // 100, 2), REPLIES // 100, server=server) as site,
        two_workers_behind_nginx(site) as stack,
    ):
        bench.report.heading(name)
        bench.submissions(stack)


def growth(report, small, large):
    """Print how many times as long each answer takes with ten times the posts."""
    report.heading("ten times the posts")
    for part, name in filter(small.__contains__, large):
        times = large[part, name] / small[part, name]
        most = 2 if name.startswith("search") else 1.2
        report.line(f"{part}: {name}", f"{times:.2f} × the time", at_most(times, most, " ×"))


if __name__ == "__main__":
    sys.exit(main())
