"""One build at a time in one project; a killed build lets go by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

Lock = BaseFileLock


def hold(cache: Path, tell: Callable[[str], None]) -> Lock | None:
    """Wait until no other build runs here, saying so; release() the result when done.

    None = the folder can't be written, so nothing is remembered and nothing can be locked either.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        lock = FileLock(cache / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            tell("another build is running in this folder; waiting for it to finish")
            lock.acquire()
    except OSError:
        return None
    return lock
