"""One set-up at a time.

The system lets go of the lock when its holder dies, so a killed set-up blocks nobody for ever. Programs that it
started hold the lock too (not on Windows): a pip that outlives a killed set-up is waited for, not built over.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from handbok.setup.message import say
from handbok.setup.places import CACHE

SECONDS_BETWEEN_TRIES = 0.2


def try_to_lock(handle: int) -> bool:
    """Take the lock if nobody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def only_one() -> Iterator[None]:
    """Wait until no other set-up is going on, then keep others waiting."""
    CACHE.mkdir(exist_ok=True)
    handle = os.open(CACHE / "uppsattning.las", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not try_to_lock(handle):
            say("Väntar på en annan uppsättning av samma utcheckning …")
            while not try_to_lock(handle):
                time.sleep(SECONDS_BETWEEN_TRIES)
        if sys.platform != "win32":
            os.set_inheritable(handle, True)
        yield
    finally:
        os.close(handle)
