"""Keeping what is baked in step with what is published.

Every change leaves a row in the transaction that makes it. Whoever commits one bakes at once, and
on every machine somebody looks twice a second for what came from elsewhere or was left undone.
Pages are read off the database by whoever holds the root, so a newer one is never replaced by an
older one, in whichever order changes are seen.
"""

import hashlib
import logging
import time
from contextlib import nullcontext, suppress
from functools import cache
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import Error, close_old_connections
from django.utils import timezone

from contributions.baking import addresses, oven
from contributions.baking.root import Busy, Root, State
from contributions.models import Change
from contributions.models.change import KEPT

# An editor who decides waits no longer than this; what is left then is baked by the next who looks.
AT_ONCE = 0.2  # seconds
LOOK_EVERY = 0.5
PATIENCE_AFTER_FAILURE = 5
BOOT = Path("/proc/sys/kernel/random/boot_id")
FAILURES = (OSError, Error, oven.NotRendered, Busy)
CODE = {".html", ".json", ".lock", ".py", ".toml"}
logger = logging.getLogger(__name__)


def after_a_commit():
    """Bake what was just changed, as far as AT_ONCE goes. Publishing never fails by it."""
    if settings.BAKING:
        root = Root()
        try:
            _take_away(root)
            catch_up(root, AT_ONCE, patience=AT_ONCE)
        except Busy:
            pass  # Whoever bakes looks for changes as well.
        except FAILURES:
            logger.exception("Pages could not be baked; whoever looks next tries again.")


def begin():
    """Take away what may be stale, as the first thing a server does; bake nothing yet."""
    try:
        root = Root()
        with root.held():
            _catch_up(root, 0)
    except FAILURES:
        logger.exception("It could not be told which pages are stale.")


def watch(stopped, every=LOOK_EVERY):
    """Keep one machine's pages in step until the event `stopped` is set."""
    root, wait = Root(), 0
    while not stopped.wait(wait):
        close_old_connections()
        wait = every
        try:
            catch_up(root)
            bake_whole(root, stopped.is_set)
        except FAILURES:
            logger.exception("Pages could not be baked; this is tried again.")
            wait = PATIENCE_AFTER_FAILURE


def catch_up(root, seconds=None, patience=30.0):
    """Bake what has changed since this root was last in step; return how many pages that were.

    What does not get done in so many `seconds`, or before something else changes, is taken away,
    and baked when there is time for it.
    """
    count, state = 0, root.state()
    if state and _is_in_step(state):
        return count
    with root.held(patience):
        count += _catch_up(root, seconds)
        # Whoever changed something meanwhile could not wait for the root.
        while not _is_in_step(root.state()):
            count += _catch_up(root, seconds)
    return count


def bake_whole(root, stopped=lambda: False, tell=lambda count: None, shares=None):
    """Bake the pages that are missing, or all, where the root's state asks for it.

    Others bake what changes meanwhile, and one process at a time does this. It may have the help
    of others: `shares`, a context manager, is entered for as long as they bake theirs, and says
    how many there are. `tell` hears how many pages have been baked of the first.
    """
    state = root.state()
    if not state.whole:
        return
    with suppress(Busy), root.held(0, "passing"):
        with shares or nullcontext(1) as how_many:
            bake_share(root, 0, how_many, stopped, tell)
        if stopped():
            return
        with root.held():
            root.sweep(addresses.everything())
            now = root.state()
            if now.asked == state.asked:
                now.whole = ""
                root.keep_state(now)


def bake_share(root, share, shares, stopped=lambda: False, tell=lambda count: None):
    """Bake every so manieth page of the whole, and what changes meanwhile."""
    count, looked_at, only_missing = 0, time.monotonic(), root.state().whole == "missing"
    for address in islice(addresses.everything(), share, None, shares):
        if stopped():
            return
        if only_missing and root.has(address):
            continue
        oven.bake(root, address)
        count += 1
        tell(count)
        if time.monotonic() > looked_at + LOOK_EVERY:
            catch_up(root)
            looked_at = time.monotonic()


def anew(root):
    """Have every page baked, whatever is there."""
    with root.held():
        _catch_up(root, 0)
        state = root.state()
        state.ask_for("everything")
        root.keep_state(state)


def _is_in_step(state):
    made_now = (state.boot, state.made_by) == (_boot(), _made_by())
    return made_now and Change.objects.known() == state.seen


def _has_missed_some(state, kept):
    """Tell whether a root has been away for too long, or the database is another or older one."""
    if not state.seen:
        return len(kept) == KEPT
    return not kept or kept[0].pk < max(state.seen) or kept[-1].pk > max(state.seen)


def _catch_up(root, seconds):
    """See `catch_up`; the root is held."""
    until = None if seconds is None else time.monotonic() + seconds
    kept, state = list(Change.objects.newest()), root.state()
    changes = [change for change in kept if not state or change.pk not in {*state.seen}]
    if state is None or state.boot != _boot() or _has_missed_some(state, kept):
        # After a power cut a file may be empty, or what it was before.
        root.sweep([])
        state = State(asked=state.asked if state else 0)
        state.ask_for("missing")
        changes = []
    elif state.made_by != _made_by():
        state.ask_for("everything")
    known = [change.pk for change in kept]
    count = _follow(root, state, changes, until, known)
    state.boot, state.made_by, state.seen = _boot(), _made_by(), known
    root.keep_state(state)
    return count


def _take_away(root):
    """Take away what shows words that went, whoever holds the root: that can be done at any time.

    Whoever holds it may just be putting such a page back, and then looks for changes.
    """
    state = root.state()
    changes = [c for c in Change.objects.newest() if state and c.pk not in {*state.seen}]
    for change in changes:
        if change.takes_back:
            _take_away_what_shows(root, change, changes)


def _follow(root, state, changes, until, known):
    """Bake what these changes touch, and take the rest away; return how many were baked.

    That is at a time, or as soon as there are other changes than those `known`: what takes words
    back does not wait for what is being baked.
    """
    if any(change.what == Change.What.EVERYTHING for change in changes):
        state.ask_for("everything")
    # What takes words back goes first.
    changes = sorted(changes, key=lambda change: (not change.takes_back, change.pk))
    stale = {}
    for change in changes:
        if change.takes_back:
            stale |= dict.fromkeys(_take_away_what_shows(root, change, changes))
        else:
            stale |= dict.fromkeys(addresses.touched_by(change, changes))
    count, is_calm = 0, True
    for address in stale:
        in_time = is_calm and (until is None or time.monotonic() < until)
        is_baked = in_time and _bake_or_remove(root, address)
        # Asked after the page is there, so that one that has gone stale meanwhile does not stay.
        is_calm = is_calm and (not is_baked or Change.objects.known() == known)
        if is_baked and is_calm:
            count += 1
        else:
            root.remove(address)
    if count < len(stale):
        state.ask_for("missing")
    return count


def _take_away_what_shows(root, change, changes):
    """Remove every page that shows something of a change; return their addresses."""
    if change.what == Change.What.EVERYTHING:
        root.sweep([])
    found = []
    for address in addresses.touched_by(change, changes):
        root.remove(address)
        found.append(address)
    return found


def _bake_or_remove(root, address):
    """Bake a page; take it away where that fails, for it is stale. Tell whether it was baked."""
    try:
        oven.bake_while_held(root, address)
    except (oven.NotRendered, OSError, Error):
        logger.exception("A page could not be baked, so it is taken away.")
        root.remove(address)
        return False
    return True


def _boot():
    """Return what names the time since the machine was started, as far as it tells."""
    with suppress(OSError):
        return BOOT.read_text("ascii").strip()
    return ""


def _made_by():
    """Return what names all that makes a page beside the database: code, settings, and the year,
    because every page leads to the archive of this year.
    """
    return f"{_code()} {timezone.localdate().year}"


@cache
def _code():
    digest = hashlib.sha256(f"{settings.SITE_ADDRESS} {settings.ONION_ADDRESS}".encode())
    files = [path for folder in settings.BAKED_FROM for path in sorted(folder.rglob("*.*"))]
    for path in [*files, settings.STATIC_ROOT / "staticfiles.json"]:
        if path.suffix in CODE and path.exists():
            told = path.stat()
            digest.update(f"{path} {told.st_size} {told.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]
