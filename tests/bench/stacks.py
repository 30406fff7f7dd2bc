"""The stacks that are measured: nginx before two workers, and what `make run` starts."""

import contextlib
from dataclasses import dataclass

from tests.behind_nginx import behind_nginx
from tests.running_site import running_site


@dataclass(frozen=True)
class Stack:
    """A site being served: how, where, and by which processes (each with its children)."""

    name: str
    site: object
    address: str
    pids: tuple


@contextlib.contextmanager
def sample_site(posts, replies, **options):
    """Build a site of so many invented posts and replies, yield it, and take it away."""
    with running_site(LIMITS_TIMES="1000", **options) as site:
        site.manage("load_sample", "--add", "--posts", str(posts), "--replies", str(replies))
        site.manage("rebuild_search")
        yield site


@contextlib.contextmanager
def two_workers_behind_nginx(site):
    """Serve a site as on a real server; yield the Stack."""
    _start_anew(site, workers=2)
    with behind_nginx(site, lambda text: text.replace("processes 1;", "processes auto;")) as nginx:
        yield Stack("nginx, 2 workers, not baked", site, nginx.onion, (site.pid, nginx.pid))


@contextlib.contextmanager
def single_server(site):
    """Serve a site as `make run` does; yield the Stack."""
    _start_anew(site, workers=1)
    yield Stack("single server, not baked", site, site.address, (site.pid,))


def _start_anew(site, workers):
    site.stop()
    site.workers = workers
    site.more["WORKERS"] = str(workers)
    site.start()
