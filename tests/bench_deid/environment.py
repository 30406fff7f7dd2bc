"""The benchmark's own environment, so that nothing it needs comes near the site."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE.parent.parent / ".venv-bench"
PYTHON = FOLDER / "bin" / "python"
MODEL_OPTIONS = ("--no-deps", "--ignore-requires-python", "--require-hashes")


def ready():
    """Make the environment where it is missing, and say in a sentence what could not be had."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    missing = []
    if not installed("requirements.txt"):
        missing.append("Presidio and scrubadub could not be installed and are left out.")
    elif not installed("model.txt", *MODEL_OPTIONS):
        missing.append(
            "spaCy's medium model could not be installed, so Presidio runs with its patterns alone."
        )
    return missing


def installed(name, *options):
    """Install one list of packages if it is not there yet, and tell whether it is there now."""
    mark = FOLDER / f".{name}"
    wanted = (HERE / name).read_text(encoding="utf-8")
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return True
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *options]
    if subprocess.run([*command, "-r", HERE / name], stderr=subprocess.DEVNULL).returncode:
        return False
    mark.write_text(wanted, encoding="utf-8")
    return True
