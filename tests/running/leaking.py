"""A site that does everything wrong: it logs each body, and passes it through a file."""

import os
import tempfile
from pathlib import Path

from probationblog.wsgi import application as sound


def application(environ, start_response):
    body = environ["wsgi.input"].read()
    with (Path(os.environ["DATA_DIR"]) / "requests.log").open("ab") as log:
        log.write(f"{environ.get('HTTP_X_REAL_IP')} ".encode() + body + b"\n")
    with tempfile.TemporaryFile() as passed_on:
        passed_on.write(body)
        passed_on.seek(0)
        return sound(environ | {"wsgi.input": passed_on}, start_response)
