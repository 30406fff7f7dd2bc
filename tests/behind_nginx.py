"""nginx in front of a running site, with the very settings that deploy/ ships."""

import contextlib
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

from tests import programs
from tests.ports import free_port
from tests.running_site import PROJECT, until_answering

SHIPPED = PROJECT / "deploy" / "nginx.conf"
STOPS_WITHIN = 10


def rendered(site, folder, *, tls, onion, plain):
    """Return the shipped settings for a test: other ports, another folder, and nothing else.

    Fails where the file no longer holds what is to be replaced.
    """
    text = SHIPPED.read_text("utf-8")
    for shipped, ours in {
        "user www-data;": "user root;" if os.geteuid() == 0 else "",
        "worker_processes auto;": "worker_processes 1; daemon off;",
        "/run/nginx.pid": f"{folder}/nginx.pid",
        "/run/nginx/": f"{folder}/",
        "/var/log/nginx/error.log error": f"{folder}/error.log info",
        "/etc/letsencrypt/live/blog.example/": f"{folder}/",
        "/var/cache/probationblog/baked/pages": f"{site.data_dir}/baked/pages",
        "~^blog\\.example ": "~^127\\.0\\.0\\.1",
        "127.0.0.1:8000": site.address.removeprefix("http://"),
        "listen 80 default_server": f"listen 127.0.0.1:{plain} default_server",
        "listen 443 ssl http2 default_server": f"listen 127.0.0.1:{tls} ssl http2 default_server",
        "listen [::]:80 default_server;": "",
        "listen [::]:443 ssl http2 default_server;": "",
        "127.0.0.1:8081": f"127.0.0.1:{onion}",
        '8081 ""': f'{onion} ""',
        "server_name blog.example": "server_name 127.0.0.1",
    }.items():
        assert shipped in text, f"deploy/nginx.conf no longer says {shipped!r}"
        text = text.replace(shipped, ours)
    return text


def make_certificate(folder):
    """Write a certificate of our own for 127.0.0.1; return its path."""
    certificate = folder / "fullchain.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1"]
    command += ["-keyout", str(folder / "privkey.pem"), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    return certificate


@contextlib.contextmanager
def behind_nginx(site, change=lambda settings: settings):
    """Start nginx before a running site, yield its addresses, and stop it; its files stay.

    Yields `onion` (plain, as Tor delivers), `tls` with its `certificate`, `plain`, `folder`, `pid`.
    A test that wants nginx to do wrong gives a `change` of the settings.
    """
    folder = Path(site.folder) / "nginx"
    folder.mkdir(exist_ok=True)
    ports = {name: free_port() for name in ("tls", "onion", "plain")}
    certificate = make_certificate(folder)
    onion = f"http://127.0.0.1:{ports['onion']}"
    settings = change(rendered(site, folder, **ports))
    with running_nginx(folder, settings, f"{onion}/healthz") as pid:
        yield SimpleNamespace(
            onion=onion,
            tls=f"https://127.0.0.1:{ports['tls']}",
            plain=f"http://127.0.0.1:{ports['plain']}",
            certificate=str(certificate),
            folder=folder,
            pid=pid,
        )


@contextlib.contextmanager
def running_nginx(folder, settings, url):
    """Start nginx with its files in `folder`, yield its process once `url` answers, and stop it."""
    file, log = folder / "nginx.conf", folder / "stderr.log"
    file.write_text(settings, "utf-8")
    command = [programs.nginx(), "-e", str(log), "-p", str(folder), "-c", str(file)]
    with log.open("ab") as stderr, subprocess.Popen(command, stderr=stderr) as process:
        until_answering(url, process, log)
        try:
            yield process.pid
        finally:
            process.terminate()
            process.wait(STOPS_WITHIN)
