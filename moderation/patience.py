"""Slowing down whoever guesses passwords, without storing who it was."""

import hashlib
import secrets
import time

FREE_TRIES = 5
LONGEST_WAIT = 8
NAMES_REMEMBERED = 10_000
# Made anew in each process, so that what is remembered says nothing to anybody else.
_KEY = secrets.token_bytes(32)
_failures = {}


def must_wait(name):
    """Tell whether this name has failed so often that it is not looked at just now.

    The wait doubles with each failure, up to LONGEST_WAIT seconds: whoever keeps trying must not
    lock a member out for long.
    """
    count, last = _failures.get(_hashed(name), (0, 0.0))
    if count < FREE_TRIES:
        return False
    return time.monotonic() < last + min(2 ** (count - FREE_TRIES), LONGEST_WAIT)


def failed(name):
    """Count a failure of this name, whether or not anybody is called so."""
    count, _ = _failures.pop(_hashed(name), (0, 0.0))
    if len(_failures) >= NAMES_REMEMBERED:
        _failures.pop(next(iter(_failures)), None)
    _failures[_hashed(name)] = (count + 1, time.monotonic())


def succeeded(name):
    _failures.pop(_hashed(name), None)


def _hashed(name):
    return hashlib.blake2b(name.encode(), key=_KEY, digest_size=16).digest()
