"""`make bench`: the site at work, beside nginx serving the same bytes and beside its targets.

POSTS (4000), REPLIES (150000) and SECONDS (4, of each load) make it smaller; DATABASE_URL puts it
on PostgreSQL; `--only pages memory` measures these parts alone. The load and the servers share the
processors, so ratios tell more than figures.
"""

import argparse
import os
import sys
import time

import httpx

from tests.bench.limit import running_limit
from tests.bench.load import Failed
from tests.bench.measuring import Bench
from tests.bench.report import Report, at_most
from tests.bench.samples import sample_site
from tests.over_http import Unexpected
from tests.postgres import ServerUnreachable
from tests.programs import NotInstalled
from tests.run_both import postgresql_server
from tests.running_site import NotStarted

POSTS = int(os.environ.get("POSTS") or 4_000)
REPLIES = int(os.environ.get("REPLIES") or 150_000)
SECONDS = int(os.environ.get("SECONDS") or 4)
SERVER = os.environ.get("DATABASE_URL", "")
# In this order: the last ones change what is public.
PARTS = ["baking", "pages", "searching", "sending", "single", "memory", "view"]
PARTS += ["decisions", "readers"]
MAY_GROW = ["baking", "pages", "searching", "sending"]
# A part that ends so is told of, and the others are measured all the same.
ENDS = (Failed, NotStarted, Unexpected, httpx.HTTPError)


def main(arguments=None):
    """Measure what is asked for, print one table, and what fell short."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[2])
    every = [*PARTS, "growth", "postgresql"]
    parser.add_argument("--only", nargs="+", choices=every, default=every, metavar="PART")
    only = parser.parse_args(arguments).only
    begin, report = time.monotonic(), Report()
    print(
        f"{'PostgreSQL' if SERVER else 'SQLite'}; {os.cpu_count()} processors, which load and "
        f"servers share; loads of {SECONDS} s, by turns with the limit, a second each."
    )
    with running_limit() as limit:
        if "growth" in only:
            only = [*only, *MAY_GROW]
            small = measured(limit, report, MAY_GROW, POSTS // 10, REPLIES // 10)
        large = measured(limit, report, only, POSTS, REPLIES)
        if "growth" in only:
            growth(report, small, large)
        if "postgresql" in only and not SERVER:
            with postgresql_server() as (_, server):
                measured(limit, report, ["sending"], POSTS // 10, REPLIES // 10, server)
    report.summary()
    print(f"It took {(time.monotonic() - begin) / 60:.0f} minutes.")


def measured(limit, report, parts, posts, replies, server=SERVER):
    """Measure parts of a site of some size; return the Bench."""
    with sample_site(posts, replies, server) as site:
        on = "PostgreSQL" if server else "SQLite"
        report.about(f"{posts:,} posts and {replies:,} replies on {on}")
        bench = Bench(site, limit, report, SECONDS)
        for part in PARTS:
            if part in parts:
                try:
                    getattr(bench, part)()
                except ENDS as error:
                    report.failed(part, error)
    return bench


def growth(report, small, large):
    """Print how many times as long, beside the limit, each answer takes on the large site."""
    report.heading("Growth: how many times as long it takes, baked; rendered anew")
    for name in filter(small.grows.__contains__, large.grows):
        pairs = zip(small.grows[name], large.grows[name], strict=True)
        times = [later / earlier for earlier, later in pairs if earlier]
        most = 2 if name.startswith("search") else 1.2
        said = "; ".join(f"{each:.2f}" for each in times)
        report.line(name, said, *(at_most(each, most, " ×") for each in times))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (NotInstalled, NotStarted, ServerUnreachable) as error:
        sys.exit(str(error))
