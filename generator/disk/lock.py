"""One build at a time in one project; a killed build lets go by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from filelock import BaseFileLock, FileLock, SoftFileLease, Timeout

Lock = BaseFileLock
LEASE: Final = 60.0  # seconds after which nobody believes a lease that its build no longer renews
WRITING: Final = 1.0  # seconds, more than enough to write one's name into a lease


def hold(cache: Path, tell: Callable[[str], None]) -> Lock | None:
    """Wait until no other build runs here, saying so; release() the result when done.

    None = the folder can't be written, so nothing is remembered and nothing can be locked either.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        return _held(FileLock(cache / "lock", fallback_to_soft=False), tell)
    except OSError:
        pass  # no such folder can be, or its disk has no locks: some network and shared disks
    try:
        # the lock's own file means nothing there, so whatever left it behind, nobody waits for it
        lease = cache / "lease"
        _remove_if_empty(lease)
        return _held(SoftFileLease(lease, lease_duration=LEASE), tell)
    except OSError:
        return None


def _held(lock: Lock, tell: Callable[[str], None]) -> Lock:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell("another build is running in this folder; waiting for it to finish")
        lock.acquire()
    return lock


def _remove_if_empty(lease: Path) -> None:
    """Of a build that was killed before it wrote its name; filelock would wait for that one for
    ever.
    """
    for wait in (WRITING, 0):
        if not lease.exists() or lease.stat().st_size:
            return
        time.sleep(wait)
    lease.unlink(missing_ok=True)
