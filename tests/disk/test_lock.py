"""One build at a time, on disks with locks and on those without; nobody waits for what a killed
build left.
"""

from __future__ import annotations

import errno
import socket
import threading
import time
from pathlib import Path

import filelock._unix
import pytest

from generator.disk import lock


def _missing(fd: int) -> bool:
    raise OSError(errno.ENOSYS, "Function not implemented")


@pytest.fixture(params=["locks", "none"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder for the cache, on a disk that has locks and on one that has none."""
    if request.param == "none":
        monkeypatch.setattr(filelock._unix, "lock_fd_nonblocking", _missing)
        monkeypatch.setattr(lock, "LEASE", 0.5)
    return tmp_path / "cache"


def test_the_second_build_waits_for_the_first_and_says_so(disk: Path) -> None:
    said: list[str] = []
    first = lock.hold(disk, said.append)
    assert first is not None
    held: list[lock.Lock | None] = []
    waiting = threading.Thread(target=lambda: held.append(lock.hold(disk, said.append)))
    waiting.start()
    while not said:
        time.sleep(0.01)
    assert held == []
    first.release()
    waiting.join(20)
    assert len(said) == len(held) == 1


def test_what_another_build_left_behind_is_not_waited_for(disk: Path) -> None:
    """A file of a build on another disk, and of one that was killed before it wrote its name."""
    disk.mkdir()
    (disk / "lock").write_bytes(b"")
    (disk / "lease").write_bytes(b"")
    said: list[str] = []
    taken: list[lock.Lock | None] = []
    build = threading.Thread(target=lambda: taken.append(lock.hold(disk, said.append)), daemon=True)
    build.start()
    build.join(20)
    assert taken
    assert taken[0] is not None


def test_a_folder_that_can_not_be_written_has_no_lock(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    assert lock.hold(tmp_path / "cache", print) is None


def test_a_lease_that_nobody_renews_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build on another machine that was killed: nobody here can ask whether its process lives."""
    monkeypatch.setattr(lock, "LEASE", 0.5)
    monkeypatch.setattr(filelock._unix, "lock_fd_nonblocking", _missing)
    first = lock.hold(tmp_path, print)
    assert first is not None
    left = (tmp_path / "lease").read_text()
    first.release()
    (tmp_path / "lease").write_text(left.replace(socket.gethostname(), "elsewhere"))
    said: list[str] = []
    assert lock.hold(tmp_path, said.append) is not None
    assert said != []
