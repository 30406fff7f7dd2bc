"""Every file that comes into being, or is written to without a name, while a site is at work."""

import contextlib
import ctypes
import os
import struct

# From <sys/inotify.h>. A file without a name (O_TMPFILE) is never created, but it is written to.
IN_MODIFY, IN_MOVED_TO, IN_CREATE, IN_ISDIR = 0x2, 0x80, 0x100, 0x40000000
EVENT = struct.Struct("iIII")
_libc = ctypes.CDLL(None, use_errno=True)


@contextlib.contextmanager
def watched(*folders):
    """Yield a function that tells the paths of files created in the folders since.

    Of folders below them only those count that are there from the start.
    """
    queue = _libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if queue < 0:
        raise OSError(ctypes.get_errno(), "inotify is not to be had")
    places, seen = {}, set()
    for top in folders:
        for folder in [top, *(path for path in top.rglob("*") if path.is_dir())]:
            mask = IN_CREATE | IN_MOVED_TO | IN_MODIFY
            watch = _libc.inotify_add_watch(queue, str(folder).encode(), mask)
            if watch < 0:
                raise OSError(ctypes.get_errno(), f"{folder} cannot be watched")
            places[watch] = folder

    def created():
        with contextlib.suppress(BlockingIOError):
            while events := os.read(queue, 1 << 20):
                for watch, mask, name in _parted(events):
                    # Writing to a file that has its name and was there before is no news.
                    if mask & (IN_CREATE | IN_MOVED_TO) or name.startswith("#"):
                        seen.add(str(places[watch] / name))
        return sorted(seen)

    try:
        yield created
    finally:
        os.close(queue)


def _parted(events):
    while events:
        watch, mask, _, length = EVENT.unpack_from(events)
        if watch < 0:
            raise OverflowError("More happened than inotify remembers.")
        yield watch, mask, events[EVENT.size : EVENT.size + length].rstrip(b"\0").decode()
        events = events[EVENT.size + length :]
