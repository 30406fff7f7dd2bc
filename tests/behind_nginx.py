"""nginx in front of a running site, set so that it keeps nothing of what passes."""

import contextlib
import os
import subprocess

from tests import programs
from tests.ports import free_port
from tests.running_site import until_answering

STOPS_WITHIN = 10
# A body that fits the buffer never touches the disk; a temporary file would hold the raw text,
# and the error log would name who sent it.
SETTINGS = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log notice;
events {{ }}
http {{
  access_log off;
  client_max_body_size 8m;
  client_body_buffer_size 8m;
  proxy_max_temp_file_size 0;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass {site};
      proxy_set_header Host $http_host;
    }}
  }}
}}
"""


@contextlib.contextmanager
def behind_nginx(site):
    """Start nginx before a running site, yield its address, and stop it; its files stay."""
    folder, port = site.folder / "nginx", free_port()
    folder.mkdir()
    settings = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    settings.write_text(SETTINGS.format(user=user, folder=folder, port=port, site=site.address))
    log = folder / "stderr.log"
    command = [programs.nginx(), "-e", str(log), "-p", str(folder), "-c", str(settings)]
    with log.open("ab") as stderr, subprocess.Popen(command, stderr=stderr) as process:
        address = f"http://127.0.0.1:{port}"
        until_answering(f"{address}/healthz", process, log)
        try:
            yield address
        finally:
            process.terminate()
            process.wait(STOPS_WITHIN)
