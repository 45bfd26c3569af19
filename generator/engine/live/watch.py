"""Which files changed: told by the operating system, and looked at every few seconds where that
tells nothing.

MkDocs looks at every file twice a second, which at 10,000 files costs 13 to 19 % of a core. `Watch`
stands in the place of its observer (`LiveReloadServer.observer`, which the `serve` event may change
before it starts).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from typing import Any

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

# Network disks and folders shared with a container or a virtual machine tell nothing; these are
# looked at so often.
SLOW, QUICK = 5.0, 0.5  # seconds
_TOLD = ("created", "modified", "moved", "deleted")  # reading a file is told too
State = tuple[int, int, int] | None


class Watch:
    """An observer of watchdog's form: schedule, unschedule, start, stop, join."""

    def __init__(self, matters: Callable[[str], bool]) -> None:
        self._matters = matters
        self._scheduled: dict[int, tuple[FileSystemEventHandler, str, bool]] = {}
        self._observers: list[Any] = []
        self._lock = Lock()
        self._states: dict[str, State] = {}
        self._touched: dict[str, None] = {}

    def schedule(self, handler: FileSystemEventHandler, path: str, recursive: bool = False) -> int:
        """Watch a file or folder from `start` on."""
        number = len(self._scheduled)
        self._scheduled[number] = (handler, path, recursive)
        return number

    def unschedule(self, watch: int) -> None:
        """Don't."""
        del self._scheduled[watch]

    def start(self) -> None:
        """Begin. Where the system offers no watching (any more), each file is looked at twice a
        second.
        """
        native, slow, quick = (
            Observer(),
            PollingObserver(timeout=SLOW),
            PollingObserver(timeout=QUICK),
        )
        self._observers = [native, slow, quick]
        for handler, path, recursive in self._scheduled.values():
            own = _Handler(self, handler)
            # A single file is replaced by an editor that saves beside it, and what the system
            # watches is the old one
            for observer in (native, slow) if os.path.isdir(path) else (quick,):
                observer.schedule(own, path, recursive=recursive)
        slow.start()
        quick.start()
        try:
            native.start()
        except OSError:
            self._observers.remove(native)
            for handler, path, recursive in self._scheduled.values():
                quick.schedule(_Handler(self, handler), path, recursive=recursive)

    def stop(self) -> None:
        """End."""
        for observer in self._observers:
            observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end."""
        for observer in self._observers:
            observer.join(timeout)

    def take(self) -> list[str]:
        """The paths that changed since the last call, the first change first."""
        with self._lock:
            touched, self._touched = list(self._touched), {}
        return touched

    def wake(self) -> None:
        """Have the builder called, though no file changed."""
        for handler, _, _ in list(self._scheduled.values())[:1]:
            handler.dispatch(FileModifiedEvent(""))

    def note(self, event: FileSystemEvent, handler: FileSystemEventHandler) -> None:
        """An event of an observer: passed on if it matters and was not told already."""
        if event.is_directory or event.event_type not in _TOLD:
            return
        news = False
        for place in (event.src_path, getattr(event, "dest_path", "")):
            path = os.fsdecode(place)
            if path and self._matters(path) and self._news(path):
                news = True
        if news:
            handler.dispatch(event)

    def _news(self, path: str) -> bool:
        state = _state(path)
        with self._lock:
            if path in self._states and self._states[path] == state:
                return False
            self._states[path] = state
            self._touched[path] = None
        return True


class _Handler(FileSystemEventHandler):
    def __init__(self, watch: Watch, handler: FileSystemEventHandler) -> None:
        self._watch, self._handler = watch, handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._watch.note(event, self._handler)


def _state(path: str) -> State:
    try:
        held = os.stat(path)
    except OSError:
        return None
    return held.st_mtime_ns, held.st_size, held.st_ino
