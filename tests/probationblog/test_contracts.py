"""The promises about the code itself: imports, style, and a README that tells the truth."""

import re
import sys
import tomllib

import pytest

from tests.probationblog.processes import ROOT, run, tool


def test_imports_run_one_way():
    result = run(tool("lint-imports"), DEMO="1")

    assert result.returncode == 0, result.stdout.decode()


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_the_style_is_kept(command):
    result = run(tool("ruff"), *command, ".")

    assert result.returncode == 0, result.stdout.decode()


def test_settings_are_not_imported_by_any_app():
    named = re.compile(r"^\s*(from|import) (probationblog|tests)\b", re.MULTILINE)

    offenders = [
        str(path.relative_to(ROOT))
        for app in ("contributions", "moderation")
        for path in (ROOT / app).rglob("*.py")
        if named.search(path.read_text(encoding="utf-8"))
    ]

    assert offenders == []


def test_html_is_trusted_in_one_place_only():
    trusting = {
        ".py": re.compile(r"mark_safe\(|SafeString\("),
        ".html": re.compile(r"\|\s*safe\b|autoescape off"),
    }

    offenders = {
        path.relative_to(ROOT).as_posix()
        for folder in ("contributions", "moderation", "probationblog", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in trusting and trusting[path.suffix].search(path.read_text("utf-8"))
    }

    assert offenders <= {"contributions/markup.py"}


def named_in_the_tree():
    """Yield every path that the README's tree names."""
    tree = next(
        block
        for block in (ROOT / "README.md").read_text(encoding="utf-8").split("```")
        if "contributions/ " in block
    )
    folders = {}
    for line in tree.strip("\n").splitlines():
        depth = len(line) - len(line.lstrip())
        names = re.split(r"\s{2,}", line.strip(), maxsplit=1)[0]
        folders = {d: name for d, name in folders.items() if d < depth}
        for name in names.split(", "):
            name = name.split(" ")[0]
            yield "".join(folders[d] for d in sorted(folders)) + name
            if name.endswith("/"):
                folders[depth] = name


def test_everything_that_the_readmes_tree_names_is_there():
    named = list(named_in_the_tree())

    missing = [path for path in named if not (ROOT / path).exists()]

    assert len(named) >= 20
    assert missing == []


def test_every_module_of_an_app_has_its_line_in_the_readmes_tree():
    named = set(named_in_the_tree())

    unnamed = [
        path.relative_to(ROOT).as_posix()
        for app in ("contributions", "moderation", "probationblog")
        for path in (ROOT / app).glob("*.py")
        if path.name not in ("__init__.py", "apps.py")
        and path.relative_to(ROOT).as_posix() not in named
    ]

    assert unnamed == []


def test_every_dependency_is_explained():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["test"]

    missing = [
        name
        for name in (re.match(r"[\w-]+", line)[0].lower() for line in wanted)
        if name not in explained
    ]

    assert missing == []


def test_this_runs_on_a_python_that_the_project_promises():
    assert sys.version_info >= (3, 11)
