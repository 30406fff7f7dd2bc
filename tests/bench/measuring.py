"""What is measured on one site, part by part."""

import json
from dataclasses import dataclass
from functools import partial

from tests.bench import sending
from tests.bench.baking import bake_decisions, bake_whole
from tests.bench.first_view import first_view
from tests.bench.limit import bytes_of
from tests.bench.load import BROWSER, CLIENTS, load
from tests.bench.memory import megabytes
from tests.bench.pages import HOT, Pages
from tests.bench.readers import read_while_deciding
from tests.bench.report import at_least, at_most
from tests.bench.searching import ADDRESSES, forget, search
from tests.bench.stacks import single_server, two_workers_behind_nginx, without_baking

AS_A_BROWSER = f"{HOT}, as a browser asks"
SEARCH_WARM = "search, one reader, warm"
SENDING = "sending what was checked"


@dataclass(frozen=True)
class Wanted:
    """Least shares of the limit, baked and rendered anew; most times the limit's p99, baked."""

    baked: float = 0
    anew: float = 0
    p99: float = 0

    def targets(self, limit, baked, anew):
        """Return the targets beside what was reached."""
        if self.baked:
            yield at_least(baked.rate / limit.rate, self.baked)
        if self.anew:
            yield at_least(anew.rate / limit.rate, self.anew)
        if self.p99:
            yield at_most(baked.p99 / limit.p99, self.p99, " × p99")


# Rendered anew: five times what other systems reach without a cache.
BEHIND_NGINX = {
    HOT: Wanted(baked=0.95, anew=0.010, p99=1.5),
    AS_A_BROWSER: Wanted(baked=1.2),
    "front page": Wanted(anew=0.008),
    "archive": Wanted(anew=0.015),
    "feed": Wanted(anew=0.006),
}
ALONE = {HOT: Wanted(baked=0.60)}
# For so many seconds; more than can be sent in one, for each has to be reviewed before.
SENDING_TAKES, SENT_A_SECOND = 2, 600
# So many that each worker serves some.
MANY = 40
READERS = 64


class Bench:
    """Measures a site in parts, each beside the limit, and reports.

    `grows` holds {row: (baked, anew)}: how much longer than the limit each answer takes, or how
    long, of what may take longer on a larger site.
    """

    def __init__(self, site, limit, report, seconds):
        self.site, self.limit, self.report, self.seconds = site, limit, report, seconds
        self.pages_of_site, self.is_baked, self.grows = Pages(site), False, {}

    def baking(self):
        """Bake the whole site."""
        self.report.heading("Baking")
        whole = bake_whole(self.site)
        self.is_baked = True
        seconds = whole.usual / 1000
        said = f"{whole.pages:,} pages in {seconds:.1f} s"
        self.report.line("the whole site", said, at_most(seconds, 180, " s"))

    def decisions(self):
        """Bake what one decision touches."""
        self._be_baked()
        self.report.heading("Baking after one decision")
        for name, baked in bake_decisions(self.site, self.pages_of_site.post).items():
            said = f"{baked.pages} pages, {baked.usual:.0f} ms, the slowest {baked.slowest:.0f} ms"
            self.report.line(name, said, at_most(baked.usual, 200, " ms"))

    def pages(self):
        """Ask for each page of a real server."""
        found = self._pages("nginx and 2 workers", two_workers_behind_nginx, BEHIND_NGINX)
        for name, limit, *others in found:
            self.grows[name] = [limit.rate / load.rate for load in others]

    def single(self):
        """Ask for each page of what `make run` starts."""
        self._pages("The single server of make run", single_server, ALONE)

    def _pages(self, name, way, wanted):
        """Ask for each page in one way of serving; return (name, limit, baked, rendered anew)."""
        self._be_baked()
        pages, found = self.pages_of_site, []
        rows = [(page, path, {}) for page, path in pages.all.items()]
        rows.append((AS_A_BROWSER, pages.hot, {"headers": BROWSER}))
        with way(self.site) as baked, way(without_baking(self.site)) as anew:
            self.report.table(name)
            for page, path, asked in rows:
                loads = self._page(baked.address + path, anew.address + path, **asked)
                targets = wanted.get(page, Wanted()).targets(*loads)
                self.report.row(page, *loads, *targets)
                found.append((page, *loads))
        return found

    def _page(self, baked, anew, **asked):
        """Return the Loads of the limit, and of a page baked and rendered anew."""
        for warmed_up in (baked, anew):
            load(warmed_up, 1, **asked)
        by_turns = partial(load, baked, 1, **asked)
        limit, found = self.limit.beside(bytes_of(baked), by_turns, self.seconds)
        return limit, found, load(anew, self.seconds, **asked)

    def searching(self):
        """Search for each query: once at first, again and again, and with others.

        At first nothing is in the servers' memory, nor in the machine's where it is SQLite.
        """
        if not self.site.database_url:
            forget(self.site.data_dir / "db.sqlite3")
        with two_workers_behind_nginx(self.site) as stack:
            self.report.table("Searching")
            cold, _ = search(stack.address, rounds=1)
            self.report.row("search, one reader, cold", None, None, cold)
            warm, medians = search(stack.address)
            self.report.row(SEARCH_WARM, None, None, warm)
            self.grows[SEARCH_WARM] = [None, warm.p95]
            content = bytes_of(stack.address + ADDRESSES[0])
            many = partial(load, stack.address, self.seconds, *ADDRESSES)
            limit, found = self.limit.beside(content, many)
            self.report.row(f"search, {CLIENTS} readers", limit, None, found)
        print("medians in ms:", ", ".join(f"{name} {ms:.0f}" for name, ms in medians.items()))
        *table, last = self.site.python("-m", "tests.bench.finding").splitlines()
        print(*table, sep="\n")
        slowest = json.loads(last)
        for order, most in {"ranked": 40, "newest": 10}.items():
            said = f"{slowest[order]:.1f} ms for the slowest query"
            self.report.line(f"finding, {order}", said, at_most(slowest[order], most, " ms"))

    def sending(self):
        """Send what was written and reviewed before, beside the limit of the hot post."""
        with two_workers_behind_nginx(self.site) as stack:
            self.report.table("Sending")
            address, file = stack.address, self.site.folder / "bodies"
            bodies = sending.ready(address, SENT_A_SECOND * SENDING_TAKES)
            content = bytes_of(address + self.pages_of_site.hot)
            many = partial(sending.send, address, SENDING_TAKES, bodies, file)
            limit, found = self.limit.beside(content, many)
        targets = [at_least(found.rate / limit.rate, 0.012)]
        if self.site.database_url:
            targets.append(at_most(found.p99, 250, " ms p99"))
        self.report.row(SENDING, limit, None, found, *targets)
        self.grows[SENDING] = [None, limit.rate / found.rate]

    def memory(self):
        """Weigh all processes, before and after somebody has written."""
        self._be_baked()
        with two_workers_behind_nginx(self.site) as stack:
            self.report.heading("Memory (PSS)")
            for page in [*self.pages_of_site.all.values(), ADDRESSES[0]] * MANY:
                bytes_of(stack.address + page)
            self._weigh("before anybody writes", stack, 200)
            for _ in range(MANY):
                sending.ready(stack.address, 1)
            self._weigh("with the de-identifier's model", stack, 350)

    def _weigh(self, when, stack, most):
        held = {name: megabytes(pid) for name, pid in stack.processes.items()}
        said = ", ".join(f"{name} {mb:.0f}" for name, mb in held.items())
        serving = held["nginx"] + held["granian"]
        said += f"; in all {sum(held.values()):.0f} MB"
        said += " beside the database's" if self.site.database_url else ""
        self.report.line(when, said, at_most(serving, most, " MB nginx and granian"))

    def view(self):
        """Open the hot post in a browser."""
        self._be_baked()
        with two_workers_behind_nginx(self.site) as stack:
            view = first_view(stack.address + self.pages_of_site.hot)
        self.report.heading("First view")
        requests, kilobytes = len(view.addresses), view.bytes / 1024
        self.report.line(
            f"{HOT}, {self.pages_of_site.replies} replies",
            f"{requests} requests, {kilobytes:.1f} KB, of them CSS {view.style_bytes / 1024:.1f}",
            at_most(requests, 2, " requests"),
            at_most(kilobytes, 22, " KB"),
            at_most(view.style_bytes / 1024, 8, " KB of CSS"),
        )

    def readers(self):
        """Let an editor publish and take back while very many read."""
        self._be_baked()
        self.report.table(f"{READERS} readers while an editor publishes and takes back")
        ways = {"nginx and 2 workers": two_workers_behind_nginx, "single server": single_server}
        for name, way in ways.items():
            with way(self.site) as stack:
                met = read_while_deciding(
                    self.site,
                    stack.address,
                    self.pages_of_site,
                    clients=READERS,
                    seconds=7.5 * self.seconds,
                )
            errors = at_most(met.load.failed, 0, " errors")
            leaks = at_most(len(met.leaks), 0, " still there after 1 s")
            self.report.row(f"{name}, {met.rounds} texts", None, met.load, None, errors, leaks)
            print(*met.leaks, sep="\n")

    def _be_baked(self):
        if not self.is_baked:
            bake_whole(self.site)
            self.is_baked = True
