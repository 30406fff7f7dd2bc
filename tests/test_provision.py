"""What the tests need is installed where it can be, and named where it cannot."""

import pytest

from tests import provision
from tests.programs import NotInstalled

QUIET = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends"]
ANOTHER_CHROMIUM = "a Chromium that is not the shell"


@pytest.fixture
def machine(monkeypatch):
    """A machine on which nothing is installed, until one of `installing` is run."""
    machine = {"root": True, "installing": {}, "ran": []}
    installed = set()

    def find(package):
        if package not in installed:
            raise NotInstalled

    def run(command, **_):
        machine["ran"].append([str(part) for part in command])
        for package, word in machine["installing"].items():
            installed.update([package] if word in command else [])
        return type("Done", (), {"returncode": 0})

    def find_chromium():
        if not installed & {provision.CHROMIUM, ANOTHER_CHROMIUM}:
            raise NotInstalled

    for package in provision.WANTED:
        monkeypatch.setitem(provision.WANTED, package, lambda package=package: find(package))
    monkeypatch.setattr(provision.programs, "chromium", find_chromium)
    monkeypatch.setattr(provision.subprocess, "run", run)
    monkeypatch.setattr(provision.os, "geteuid", lambda: 0 if machine["root"] else 1000)
    monkeypatch.setattr(provision.shutil, "which", lambda name: f"/usr/bin/{name}")
    return machine


def test_root_on_debian_gets_packages(machine):
    machine["installing"] = {package: package for package in provision.WANTED}

    told = provision.main()

    assert told == 0
    assert machine["ran"][1:] == [[*QUIET, package] for package in provision.WANTED]


@pytest.mark.parametrize("root", [True, False])
def test_chromium_comes_from_playwright_where_no_package_of_it_can_be_had(machine, root):
    machine["root"] = root
    machine["installing"] = {ANOTHER_CHROMIUM: "playwright"}

    told = provision.main()

    assert machine["ran"][-1][1:] == ["-m", "playwright", "install", "chromium"]
    assert len(machine["ran"]) == (6 if root else 1)
    assert told.startswith("The tests cannot run: install postgresql, nginx, wrk (")


def test_without_any_chromium_it_is_named(machine):
    assert provision.main().startswith(f"The tests cannot run: install {provision.CHROMIUM}, ")


def test_a_machine_that_has_everything_is_left_alone(machine, monkeypatch):
    for package in provision.WANTED:
        monkeypatch.setitem(provision.WANTED, package, lambda: "/usr/bin/it")
    monkeypatch.setattr(provision.programs, "chromium", lambda: "/usr/bin/it")

    assert provision.main() == 0
    assert machine["ran"] == []
