"""The limit: nginx, as it comes, serving the same bytes as a file."""

import contextlib
import os
from pathlib import Path

import httpx

from tests.behind_nginx import running_nginx
from tests.bench.load import load
from tests.ports import free_port

SETTINGS = """
{user} worker_processes auto; daemon off; pid nginx.pid;
events {{ worker_connections 4096; }}
http {{
  access_log off; sendfile on; tcp_nopush on; default_type text/html;
  client_body_temp_path temporary; proxy_temp_path temporary; fastcgi_temp_path temporary;
  uwsgi_temp_path temporary; scgi_temp_path temporary;
  server {{ listen 127.0.0.1:{port}; root .; }}
}}
"""


class Limit:
    """An nginx with one file, whose bytes are changed."""

    def __init__(self, folder, address):
        self.file, self.address = folder / "page.html", address

    def load(self, content, seconds):
        """Return the Load of serving these bytes."""
        self.file.write_bytes(content)
        return load(f"{self.address}/page.html", seconds)


@contextlib.contextmanager
def running_limit(folder):
    """Start such an nginx in a new folder within `folder`, yield the Limit, and stop it."""
    folder, port = Path(folder) / "limit", free_port()
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text("begun")
    settings = SETTINGS.format(user="user root;" if os.geteuid() == 0 else "", port=port)
    address = f"http://127.0.0.1:{port}"
    with running_nginx(folder, settings, f"{address}/page.html"):
        yield Limit(folder, address)


def bytes_of(url):
    """Return the bytes of a page, uncompressed."""
    return httpx.get(url, headers={"Accept-Encoding": "identity"}).raise_for_status().content
