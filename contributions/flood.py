"""How many texts this process took lately: a number, and nothing about any of them."""

import threading
import time
from collections import deque

from django.conf import settings

WITHIN = 5 * 60  # seconds
# Sends within WITHIN, on all workers together, from which on everybody waits a little. On the
# day a story breaks hundreds may write in an hour; thirty in five minutes is more than that, and
# whoever waits then loses half a minute.
MANY = 30
SHORTEST_WAIT, LONGEST_WAIT = 20, 90  # seconds

_lock = threading.Lock()
_sends = deque(maxlen=10_000)


def count():
    """Remember that a text was stored now."""
    with _lock:
        _sends.append(time.monotonic())


def wait():
    """Return how many seconds a sender is to wait now: none, or longer the more there are."""
    with _lock:
        while _sends and _sends[0] < time.monotonic() - WITHIN:
            _sends.popleft()
        crowd = len(_sends) * settings.WORKERS / (MANY * settings.LIMITS_TIMES)
    return min(int(SHORTEST_WAIT * crowd), LONGEST_WAIT) if crowd > 1 else 0


def forget():
    """Begin to count anew."""
    _sends.clear()
