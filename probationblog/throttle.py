"""How often one visitor may send, counted in memory by the way in.

An address is put through a keyed hash and forgotten. The key is random, each process has its own,
and it lives as long as the counts do, which is ten minutes: nothing on disk, in a cache or in a
log, and nobody can later find out which address was counted, the server's owner included.
"""

import hashlib
import secrets
import threading
import time
from collections import Counter

from probationblog.refusing import refuse
from probationblog.visitor import address_of

# Long enough to see a burst, short enough that an honest person who is turned back can wait.
WINDOW = 10 * 60  # seconds
# Sends of one address within WINDOW. An honest text takes two to ten; a phone company puts
# thousands of its customers behind one address, and some of them may be ours.
LIMITS = {
    # Someone who copies seven words wrongly tries a few times; a guesser needs 2**89 tries.
    "/contact/receipt/": 30,
    "/contact/": 120,
    # Both steps of signing in count. Nobody who works here mistypes ten times.
    "/admin/login/": 20,
}
# What a busy day does not widen.
FIXED = {"/admin/login/"}
# Everybody who comes by Tor shares one count, so that a flood there stops at some point.
COMMON = 20
# What one worker remembers at most: about 10 MB. Later comers share the common count.
MOST_VISITORS = 50_000
TOO_MANY_SIGN_INS = (
    "There were many attempts to sign in from where you are. Please wait ten minutes, then try "
    "again."
)


class Throttle:
    """Counts of this process. `times` widens limits, `workers` share them."""

    def __init__(self, times=1, workers=1):
        self.limits = {
            area: limit * (1 if area in FIXED else times) / workers
            for area, limit in LIMITS.items()
        }
        self._lock = threading.Lock()
        self._begin()

    def _begin(self):
        self._until = time.monotonic() + WINDOW
        self._key = secrets.token_bytes(32)
        self._counts = Counter()

    def is_over(self, area, address):
        """Count one more for an address (None: unknown) in an area of LIMITS; tell if too many."""
        with self._lock:
            if time.monotonic() >= self._until:
                self._begin()
            visitor = (area, self._digest(address))
            if visitor not in self._counts and len(self._counts) >= MOST_VISITORS:
                visitor = (area, None)
            self._counts[visitor] += 1
            limit = self.limits[area] * (1 if visitor[1] else COMMON)
            return self._counts[visitor] > max(1, limit)

    def _digest(self, address):
        if address is None:
            return None
        # One household has 2**64 addresses of the longer kind; their first half tells it.
        told = address.packed if address.version == 4 else address.packed[:8]
        return hashlib.blake2b(told, key=self._key, digest_size=16).digest()


def throttled(app, throttle, proxies):
    """Return `app` told by `wsgi.over_the_limit` that a visitor has sent too often.

    What a contributor sent goes on all the same, so that the words can be given back. Who signs
    in too often is answered here: no name and no code comes any further.
    """

    def counting(environ, start_response):
        area = _area(environ)
        if area and throttle.is_over(area, address_of(environ, proxies)):
            if area == "/admin/login/":
                return refuse(start_response, "429 Too Many Requests", TOO_MANY_SIGN_INS)
            environ = environ | {"wsgi.over_the_limit": True}
        return app(environ, start_response)

    return counting


def _area(environ):
    """Return the first key of LIMITS that the request sends something to, or None."""
    if environ["REQUEST_METHOD"] != "POST":
        return None
    return next((area for area in LIMITS if environ["PATH_INFO"].startswith(area)), None)
