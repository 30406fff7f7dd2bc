"""Finished pages go out before Django sees a request; what is not baked goes on.

In production nginx does this, with the same answers (deploy/nginx.conf). A page that is in memory
costs one look at the disk, which tells whether it is still the same.
"""

import hashlib
import os
import threading
from typing import NamedTuple

from django.conf import settings
from django.urls import Resolver404, resolve

from contributions.baking.root import ADDRESS, ADDRESSED, Root, names_of
from probationblog.headers import onion_location

METHODS = {"GET", "HEAD"}
# What one process keeps in memory; the most read pages are a few.
MOST_IN_MEMORY = 8 * 2**20
LONGEST_ADDRESS = 300


class Page(NamedTuple):
    """A file as it goes out, and what tells whether it still is that file."""

    file: str
    told: tuple
    content: bytes
    etag: str
    headers: list


class Baked:
    """The application `app` behind the finished pages under a root."""

    def __init__(self, app, folder=None):
        self.app = app
        self.root = Root(folder)
        self.scheme, _, self.host = settings.SITE_ADDRESS.partition("://")
        self.hosts = {self.host, *settings.ALLOWED_HOSTS}
        self.pages = {}
        self.in_memory = 0
        self.reading = threading.Lock()

    def __call__(self, environ, start_response):
        page = environ["REQUEST_METHOD"] in METHODS and self.page_for(environ)
        if not page:
            return self.app(environ, start_response)
        if _is_known(environ, page):
            start_response("304 Not Modified", page.headers[2:])
            return []
        start_response("200 OK", page.headers)
        return [page.content] if environ["REQUEST_METHOD"] == "GET" else []

    def page_for(self, environ):
        """Return the Page that answers a request, or None."""
        host = environ.get("HTTP_HOST", "")
        if host not in self.hosts:
            # Django refuses what is none of ours; a port does no harm.
            host = host.partition(":")[0]
            if host not in self.hosts:
                return None
        scheme = environ.get("HTTP_X_FORWARDED_PROTO") or environ["wsgi.url_scheme"]
        if scheme != self.scheme:
            return None
        zipped = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
        key = environ["PATH_INFO"], zipped, host
        page = self.pages.get(key)
        if page and _told(page.file) == page.told:
            return page
        # What is kept in memory is counted, so one thread at a time changes it.
        with self.reading:
            return self.read(*key)

    def read(self, address, zipped, host):
        """Return the Page at an address off the disk, or None, and have it in memory."""
        self.forget((address, zipped, host))
        if len(address) > LONGEST_ADDRESS or not ADDRESS.fullmatch(address):
            return None
        for name in names_of(address):
            if name.endswith(ADDRESSED) and host != self.host:
                continue
            if page := self.read_file(address, f"{self.root.pages}{name}", zipped, host):
                self.remember((address, zipped, host), page)
                return page
        return None

    def read_file(self, address, file, zipped, host):
        try:
            named = self.root.headers()[resolve(address).url_name]
            with open(file + ".gz" * zipped, "rb") as opened:
                told, content = _facts(os.fstat(opened.fileno())), opened.read()
        except (OSError, KeyError, Resolver404):
            return None
        etag = f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'
        headers = [("Content-Length", str(len(content)))]
        # The first two stay out of a 304.
        headers += [(k, v) for k, v in named if k == "Content-Type"]
        headers.append(("ETag", etag))
        headers += [(k, v) for k, v in named if k not in ("Content-Type", "Vary")]
        headers.append(("Vary", "Accept-Encoding"))
        if zipped:
            headers.append(("Content-Encoding", "gzip"))
        if self.scheme == "https" and (onion := onion_location(host, address)):
            headers.append(("Onion-Location", onion))
        return Page(file + ".gz" * zipped, told, content, etag, headers)

    def remember(self, key, page):
        self.pages[key] = page
        self.in_memory += len(page.content)
        while self.in_memory > MOST_IN_MEMORY:
            self.forget(next(iter(self.pages)))

    def forget(self, key):
        page = self.pages.pop(key, None)
        self.in_memory -= len(page.content) if page else 0


def _facts(stat):
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _told(file):
    try:
        return _facts(os.stat(file))
    except OSError:
        return None


def _is_known(environ, page):
    """Tell whether the browser has this very page; what it saw is compared, not which is newer."""
    known = environ.get("HTTP_IF_NONE_MATCH", "")
    return page.etag in known or known.strip() == "*"
