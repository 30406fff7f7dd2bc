"""The folder under which finished pages lie, and what is known of them. It holds nothing else.

pages/         the pages by their addresses, each with its .gz
headers.json   what goes out with them, by the name of the address
state.json     which changes have been seen, and what is still to be baked
lock, passing  held by whoever bakes: one page, or all of them
"""

import fcntl
import gzip
import hashlib
import json
import os
import re
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.conf import settings

# An address that can be baked. Nothing that leads anywhere else fits it.
ADDRESS = re.compile(r"/(?:[A-Za-z0-9_-]+/)*(?:[A-Za-z0-9_-]+\.(?:html|xml|txt))?")
# The file that stands for its folder. No address has such a sign, so it takes no post's place.
FOLDER = "~"
# By the content type.
ENDINGS = {
    "text/html": ".html",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/plain": ".txt",
}
# Of these most links are whole addresses, so they are given to nobody who came by another one.
ADDRESSED = (".atom", ".xml", ".txt")
PAUSE = 0.003


class Busy(Exception):
    """Raised where somebody else bakes and does not come to an end."""


@dataclass
class State:
    """What one machine has baked.

    `whole` is "" where every page is as it should be, "missing" where those that are not there have
    to be baked, "everything" where all have to. `asked` counts how often that was asked for.
    """

    seen: list = field(default_factory=list)
    whole: str = ""
    asked: int = 0
    boot: str = ""
    made_by: str = ""

    def ask_for(self, whole):
        """Have pages baked when there is time for it."""
        self.whole = whole if self.whole != "everything" else self.whole
        self.asked += 1


def is_baked(address, content_type):
    """Tell whether a page with such an address and content can be baked."""
    ending = _ending(content_type)
    return bool(ADDRESS.fullmatch(address) and ending) and address.endswith(("/", ending))


def names_of(address):
    """Return the files in which the page at an address may lie."""
    return (
        [f"{address}{FOLDER}{e}" for e in (".html", ".atom")]
        if address.endswith("/")
        else [address]
    )


class Root:
    """The folder. Whatever changes something in it has to be done while it is `held`."""

    def __init__(self, folder=None):
        self.folder = Path(folder or settings.BAKED_ROOT)
        self.pages = self.folder / "pages"

    @contextmanager
    def held(self, patience=30.0, name="lock"):
        """Let nobody else bake meanwhile; raise Busy after so many seconds."""
        self._make(self.folder)
        give_up_at = time.monotonic() + patience
        with (self.folder / name).open("ab") as file:
            while not _locked(file):
                if time.monotonic() >= give_up_at:
                    raise Busy
                time.sleep(PAUSE)
            yield

    def has(self, address):
        """Tell whether a page is baked."""
        return any(os.path.exists(f"{self.pages}{name}") for name in names_of(address))

    def keep(self, address, content, content_type):
        """Put a page where it belongs, complete at once; leave it alone where it is the same."""
        name = FOLDER + _ending(content_type) if address.endswith("/") else ""
        path = Path(f"{self.pages}{address}{name}")
        if not _holds(path, content):
            self._make(path.parent)
            # The page comes last: as long as it is another one, both are still to be written.
            self._write(Path(f"{path}.gz"), gzip.compress(content, 9, mtime=0), _moment_of(content))
            self._write(path, content, _moment_of(content))

    def remove(self, address):
        """Take a page away, if it is there."""
        for name in names_of(address):
            _unlink(f"{self.pages}{name}")
            _unlink(f"{self.pages}{name}.gz")

    def sweep(self, addresses):
        """Take away every page but those at these addresses; return how many there were."""
        wanted = {f"{self.pages}{name}" for address in addresses for name in names_of(address)}
        count = 0
        for folder, _, names in os.walk(self.pages):
            for path in (f"{folder}/{name}" for name in names):
                if path.removesuffix(".gz") not in wanted:
                    _unlink(path)
                    count += 1
        return count

    def headers(self):
        """Return {name of an address: [[header, value]]}."""
        return self._read("headers.json") or {}

    def keep_headers(self, name, headers):
        """Keep what goes out with the pages of a name."""
        known = self.headers()
        if known.get(name) != headers:
            self._store("headers.json", known | {name: headers})

    def state(self):
        """Return the State, or None where nothing has ever been baked here."""
        stored = self._read("state.json")
        return State(**stored) if stored else None

    def keep_state(self, state):
        self._store("state.json", asdict(state))

    def _read(self, name):
        with suppress(FileNotFoundError, ValueError):
            return json.loads((self.folder / name).read_bytes())
        return None

    def _store(self, name, value):
        self._write(self.folder / name, json.dumps(value).encode())

    def _write(self, path, content, moment=None):
        """Write a file that readers' servers can read and only we can change.

        A `moment` in seconds is given to it as the time at which it was written.
        """
        new = self.folder / "new"
        with new.open("wb") as file:
            os.fchmod(file.fileno(), 0o644)
            file.write(content)
        if moment is not None:
            os.utime(new, (moment, moment))
        new.replace(path)

    def _make(self, folder):
        """Make a folder with those above it, which everybody can go through."""
        if folder.is_dir():
            return
        self._make(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
            folder.chmod(0o755)


def _moment_of(content):
    """Return a time between 2001 and 2018 that the content alone decides.

    nginx tells by a file's time and length whether a browser has it already. A true time would tell
    to the second when an editor was at work, and two pages of one second would be taken for one.
    """
    return 10**9 + int.from_bytes(hashlib.sha256(content).digest()[:8]) % 2**29


def _ending(content_type):
    return ENDINGS.get(content_type.partition(";")[0], "")


def _locked(file):
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holds(path, content):
    with suppress(FileNotFoundError):
        return os.path.exists(f"{path}.gz") and path.read_bytes() == content
    return False


def _unlink(path):
    with suppress(FileNotFoundError):
        os.unlink(path)
