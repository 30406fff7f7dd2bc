"""What is measured on one site, part by part."""

import math

from tests.bench import sending
from tests.bench.first_view import first_view
from tests.bench.limit import bytes_of
from tests.bench.load import BROWSER, CLIENTS, load
from tests.bench.memory import megabytes
from tests.bench.readers import read_while_deciding
from tests.bench.report import at_least, at_most
from tests.bench.searching import ADDRESSES, search

HOT = "hot post"
AS_A_BROWSER = f"{HOT}, as a browser asks"
# Prepared for each second of a load.
SUBMISSIONS = 150
SEARCH_WARM = "search, one reader, warm"


class Bench:
    """Measures stacks beside the limit, and reports.

    `growing` holds {(part, row): a time} of what might take longer on a larger site.
    """

    def __init__(self, report, limit, seconds):
        self.report, self.limit, self.seconds = report, limit, seconds
        self.growing = {}

    def pages(self, stack, pages, wanted, p99=None):
        """Measure each page; `wanted` are the shares of the limit that are aimed at.

        `p99` bounds the slowest answers for the hot post by so many times the limit's.
        """
        for name, path in pages.all.items():
            self._page(stack, name, path, wanted, p99 if name == HOT else None)
        self._page(stack, AS_A_BROWSER, pages.hot, wanted, headers=BROWSER)

    def _page(self, stack, name, path, wanted, p99=None, **asked):
        url = stack.address + path
        load(url, 1, **asked)
        limit, found, ratio = self.beside_limit(
            bytes_of(url), lambda: load(url, self.seconds, **asked)
        )
        targets = [at_least(ratio, wanted[name])] if name in wanted else []
        if p99:
            targets.append(at_most(found.p99 / limit.p99, p99, " × p99"))
        self.report.row(name, found, ratio, *targets)
        if ratio:
            self.growing[stack.name, name] = 1 / ratio

    def beside_limit(self, content, measure):
        """Return the limit of serving `content`, what `measure` found, and their ratio."""
        half = math.ceil(self.seconds / 2)
        before = self.limit.load(content, half)
        found = measure()
        after = self.limit.load(content, half)
        rate = (before.rate + after.rate) / 2
        return max(before, after, key=lambda load: load.p99), found, found.rate / rate

    def searches_cold(self, stack):
        """Search for each query once; call right after the start."""
        found, _ = search(stack.address, rounds=1)
        self.report.row("search, one reader, cold", found)

    def searches(self, stack):
        """Search for each query again and again, alone and with others."""
        found, medians = search(stack.address)
        self.report.row(SEARCH_WARM, found, None, at_most(found.p95, 40, " ms p95"))
        self.growing[stack.name, SEARCH_WARM] = found.p95
        said = ", ".join(f"{name} {ms:.0f}" for name, ms in medians.items())
        print(f"    medians in ms: {said}", flush=True)
        content = bytes_of(stack.address + ADDRESSES[0])
        many = lambda: load(stack.address, self.seconds, *ADDRESSES)  # noqa: E731
        _, found, ratio = self.beside_limit(content, many)
        self.report.row(f"search, {CLIENTS} readers", found, ratio)

    def submissions(self, stack):
        """Send what was written and reviewed before."""
        bodies = sending.ready(stack.address, SUBMISSIONS * self.seconds)
        content = bytes_of(f"{stack.address}/contact/")
        _, found, ratio = self.beside_limit(content, lambda: sending.send(stack.address, bodies))
        slowest = at_most(found.p99, 250, " ms p99")
        self.report.row("sending what was checked", found, ratio, at_least(ratio, 0.012), slowest)

    def memory(self, stack, when, most):
        """Weigh all processes of a stack but the database's."""
        held = megabytes(*stack.pids)
        self.report.line(f"memory {when}", f"{held:.0f} MB", at_most(held, most, " MB"))

    def first_view(self, stack, pages):
        """Open the hot post in a browser."""
        view = first_view(stack.address + pages.hot)
        requests, kilobytes = len(view.addresses), view.bytes / 1024
        self.report.line(
            f"first view, {pages.replies} replies",
            f"{requests} requests, {kilobytes:.1f} KB, CSS {view.style_bytes / 1024:.1f} KB",
            at_most(requests, 2, " requests"),
            at_most(kilobytes, 22, " KB"),
            at_most(view.style_bytes / 1024, 8, " KB CSS"),
        )

    def readers(self, stack, pages, seconds):
        """Let an editor publish and take back while very many read."""
        met = read_while_deciding(stack.site, stack.address, pages, seconds)
        self.report.row(
            f"readers while {met.rounds} come and go",
            met.load,
            None,
            at_most(met.load.failed, 0, " errors"),
            at_most(len(met.leaks), 0, " still there after 1 s"),
        )
