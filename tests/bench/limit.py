"""The limit: nginx serving the same bytes as a file, set as whoever knows it would set it."""

import contextlib
import os
import tempfile
from pathlib import Path

import httpx

from tests.behind_nginx import running_nginx
from tests.bench.load import Load, load
from tests.ports import free_port

SETTINGS = """
{user} worker_processes auto; daemon off; pid nginx.pid;
events {{ worker_connections 4096; }}
http {{
  access_log off; default_type text/html;
  sendfile on; tcp_nopush on; open_file_cache max=4000 inactive=60s; open_file_cache_valid 60s;
  client_body_temp_path temporary; proxy_temp_path temporary; fastcgi_temp_path temporary;
  uwsgi_temp_path temporary; scgi_temp_path temporary;
  server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


class Limit:
    """An nginx with a folder of files."""

    def __init__(self, folder, address):
        self.folder, self.address, self.count = folder, address, 0

    def put(self, content):
        """Put these bytes in a file; return its address."""
        self.count += 1
        file = self.folder / f"{self.count}.html"
        file.write_bytes(content)
        return f"{self.address}/{file.name}"

    def beside(self, content, measure, rounds=1):
        """Serve these bytes for a second, then let `measure` load something; so many times.

        Returns the mean Load of the limit, and of the other.
        """
        url = self.put(content)
        loads = [(load(url, 1), measure()) for _ in range(rounds)]
        return [*map(Load.mean, zip(*loads, strict=True))]


@contextlib.contextmanager
def running_limit():
    """Start such an nginx, yield the Limit, and stop it."""
    with tempfile.TemporaryDirectory(prefix="probationblog-limit-") as folder:
        port, user = free_port(), "user root;" if os.geteuid() == 0 else ""
        limit = Limit(Path(folder), f"http://127.0.0.1:{port}")
        settings = SETTINGS.format(user=user, port=port, folder=folder)
        with running_nginx(limit.folder, settings, limit.put(b"begun")):
            yield limit


def bytes_of(url):
    """Return the bytes of a page, uncompressed."""
    return httpx.get(url, headers={"Accept-Encoding": "identity"}).raise_for_status().content
