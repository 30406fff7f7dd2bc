"""What deploy/ ships says what it promises, and the programs that read it understand it."""

import re
import shutil
import subprocess

import pytest
from django.conf import settings
from django.db import connection

from tests.probationblog.processes import ROOT, run, tool

DEPLOY = ROOT / "deploy"
SERVICES = ["probationblog.service", "probationblog-bake.service", "probationblog-tend.service"]
UNITS = [*SERVICES, "probationblog-tend.timer"]


def lines_of(name):
    """Return the lines of a file that are neither empty nor a comment."""
    lines = (line.strip() for line in (DEPLOY / name).read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def test_nginx_keeps_a_body_in_memory_as_long_as_the_site_accepts_it():
    text = "\n".join(lines_of("nginx.conf"))
    [most] = re.findall(r"client_max_body_size (\d+)m;", text)
    [buffer] = re.findall(r"client_body_buffer_size (\d+)m;", text)

    assert int(buffer) >= int(most) >= settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 2**20
    assert "proxy_max_temp_file_size 0;" in text
    paths = re.findall(r"_temp_path (\S+);", text)
    assert len(paths) == 5
    assert all(path.startswith("/run/") for path in paths)


def test_nginx_writes_no_line_about_a_visitor():
    http = "\n".join(lines_of("nginx.conf")).partition("http {")[2]

    assert re.findall(r"access_log (\S+);", http) == ["off"]
    assert re.findall(r"error_log (.+);", http) == ["/dev/null emerg"]


@pytest.mark.parametrize("name", SERVICES)
def test_nothing_of_the_services_memory_reaches_a_disk(name):
    lines = lines_of(name)

    assert {"MemorySwapMax=0", "LimitCORE=0", "PrivateTmp=yes", "ProtectSystem=strict"} <= {*lines}
    assert any(line.startswith("Environment=TMPDIR=/run/") for line in lines)
    assert {"IPAddressDeny=any", "IPAddressAllow=localhost"} <= {*lines}


def test_the_servers_options_are_known_to_it():
    command = (DEPLOY / "probationblog.service").read_text("utf-8").partition("ExecStart=")[2]
    command = re.split(r"(?<!\\)\n", command)[0]
    known = run(tool("granian"), "--help").stdout.decode()

    options = re.findall(r"--[a-z-]+", command)

    assert "--no-access-log" in options
    assert [option for option in options if option not in known] == []


def test_the_units_are_understood():
    if not shutil.which("systemd-analyze"):
        assert all(line for name in UNITS for line in lines_of(name))
        return
    command = ["systemd-analyze", "verify", *(DEPLOY / name for name in UNITS)]

    said = subprocess.run(command, capture_output=True, text=True).stderr.splitlines()

    # This machine has no site where the units look for it.
    ours = [line for line in said if "probationblog" in line]
    assert [line for line in ours if "is not executable" not in line] == []


def test_housekeeping_runs_every_minute():
    assert "OnCalendar=minutely" in lines_of("probationblog-tend.timer")
    assert any(line.endswith("manage.py tend") for line in lines_of("probationblog-tend.service"))


def test_the_database_is_durable_and_its_log_holds_no_value():
    told = dict(re.split(r"\s*=\s*", line, maxsplit=1) for line in lines_of("postgresql.conf"))

    wanted = {
        "synchronous_commit": "on",
        "fsync": "on",
        "log_statement": "none",
        "log_connections": "off",
        "log_hostname": "off",
        "log_min_error_statement": "panic",
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
    }
    assert told.items() >= wanted.items()


def test_every_setting_of_the_database_is_one(db):
    if connection.vendor != "postgresql":
        assert connection.vendor == "sqlite"
        return
    told = dict(re.split(r"\s*=\s*", line, maxsplit=1) for line in lines_of("postgresql.conf"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, context FROM pg_settings")
        contexts = dict(cursor.fetchall())
        for name, value in told.items():
            assert name in contexts
            if contexts[name] in ("user", "superuser"):
                cursor.execute(f"SET LOCAL {name} = {value}")


def test_every_variable_of_the_example_is_explained_in_the_settings():
    explained = (ROOT / "probationblog" / "settings.py").read_text("utf-8").split('"""')[1]

    names = [line.partition("=")[0] for line in lines_of("environment.example")]

    assert len(names) >= 8
    assert [name for name in names if not re.search(rf"^{name}\b", explained, re.M)] == []


def test_every_file_is_told_where_it_goes():
    readme = (DEPLOY / "README.md").read_text("utf-8")

    unnamed = [
        path.name
        for path in DEPLOY.iterdir()
        if path.suffix != ".md" and f"`{path.name}`" not in readme and path.suffix != ".timer"
    ]

    assert unnamed == []
