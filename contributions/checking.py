"""How many texts are looked through at once.

Looking through a text is the dearest thing that this site does for a stranger, so a crowd waits
its turn, and whoever would wait too long gets the words back.
"""

from contextlib import contextmanager
from threading import BoundedSemaphore

AT_ONCE = 2
LONGEST_WAIT = 8  # seconds

_turns = BoundedSemaphore(AT_ONCE)


class TooBusy(Exception):
    """Raised where no turn came within LONGEST_WAIT."""


@contextmanager
def turn():
    """Wait for a turn and hold it for the block; raise TooBusy where none comes."""
    if not _turns.acquire(timeout=LONGEST_WAIT):
        raise TooBusy
    try:
        yield
    finally:
        _turns.release()
