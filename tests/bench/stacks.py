"""The ways in which a site is served: nginx before two workers, and what `make run` starts."""

import contextlib
import subprocess
import sys
from dataclasses import dataclass

from tests.behind_nginx import behind_nginx
from tests.running_site import PROJECT, STOPS_WITHIN, RunningSite


@dataclass(frozen=True)
class Stack:
    """A site being served: where, and by which processes (each with its children)."""

    site: RunningSite
    address: str
    processes: dict


@contextlib.contextmanager
def two_workers_behind_nginx(site):
    """Serve a site as on a real server (deploy/); yield the Stack."""
    with _served(site, 2, "bake") as processes, behind_nginx(site, _on_all_cores) as nginx:
        yield Stack(site, nginx.onion, {"nginx": nginx.pid, **processes})


@contextlib.contextmanager
def single_server(site):
    """Serve a site as `make run` does; yield the Stack."""
    with _served(site, 1, "tend") as processes:
        yield Stack(site, site.address, processes)


def without_baking(site):
    """Return the same site with baking switched off, to be served beside it."""
    folder = site.folder / "unbaked"
    folder.mkdir(exist_ok=True)
    settings = site.more | {"DATA_DIR": str(site.data_dir), "BAKING": "0"}
    return RunningSite(folder, site.database_url, **settings)


@contextlib.contextmanager
def _served(site, workers, keeper):
    """Start granian, and the command that keeps the pages in step; yield {name: process}."""
    site.workers = workers
    site.more["WORKERS"] = str(workers)
    site.start()
    try:
        if site.more.get("BAKING") == "0":
            yield {"granian": site.pid}
            return
        command = [sys.executable, "manage.py", keeper, "--forever"]
        with subprocess.Popen(
            command, cwd=PROJECT, env=site.environment, stdout=subprocess.DEVNULL
        ) as process:
            try:
                yield {"granian": site.pid, keeper: process.pid}
            finally:
                process.terminate()
                process.wait(STOPS_WITHIN)
    finally:
        site.stop()


def _on_all_cores(settings):
    return settings.replace("worker_processes 1;", "worker_processes auto;")
