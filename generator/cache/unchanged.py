"""When nothing changed since the last build, nothing is done: what went in and what came out are as
they were.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from generator.cache import packed as plain
from generator.cache.store import Cache

T = TypeVar("T")
PIECE = 1_000_000  # bytes


def inputs(
    folders: Iterable[Path],
    *others: object,
    opens: Callable[[Path, int], bool] = lambda path, size: True,
) -> str:
    """A digest of all that a build reads: every file of the folders by its bytes, the other values
    by their `repr`.

    A file of a size that nothing `opens`, such as a video, is known by size and time alone.
    """
    digest = hashlib.blake2b(digest_size=20)
    digest.update(repr((sys.version, *others)).encode())
    for folder in folders:
        for name, path, held in _files(folder):
            digest.update(
                f"{name}\0{held.st_size}\0{held.st_mode}\0".encode("utf-8", "surrogateescape")
            )
            if opens(path, held.st_size):
                _put(digest, path, held)
            else:
                digest.update(f"{held.st_mtime_ns}".encode())
    return digest.hexdigest()


def state(folders: Iterable[Path]) -> str:
    """A digest of folders and files that a build wrote: each file's name, size and time of
    change.
    """
    digest = hashlib.blake2b(digest_size=20)
    for folder in folders:
        for name, _, held in _files(folder):
            digest.update(
                f"{name}\0{held.st_size}\0{held.st_mtime_ns}\0".encode("utf-8", "surrogateescape")
            )
    return digest.hexdigest()


def recall(cache: Cache, kind: type[T], made_of: str, written: Iterable[Path]) -> T | None:
    """What `remember` kept, if it was made of the same and lies there as it was written; else
    None.
    """
    key = f"built:{made_of}"
    held = cache.get([key]).get(key)
    if held is None:
        return None
    when, _, packed = held.partition(b"\n")
    return plain.unpack(kind, packed) if when.decode() == state(written) else None


def remember(cache: Cache, value: object, made_of: str, written: Iterable[Path]) -> None:
    """Keep what a build gave, and forget the build before."""
    key = f"built:{made_of}"
    cache.put([(key, state(written).encode() + b"\n" + plain.pack(value))])
    cache.keep_only("built:", [key])


def _files(folder: Path) -> list[tuple[str, Path, os.stat_result]]:
    if folder.is_file():
        return [(folder.name, folder, folder.lstat())]
    found: list[tuple[str, Path, os.stat_result]] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in [
            *names,
            *(name for name in folders if os.path.islink(os.path.join(place, name))),
        ]:
            path = Path(place, name)
            with contextlib.suppress(FileNotFoundError):  # it vanished a moment ago
                found.append((os.path.relpath(path, folder), path, path.lstat()))
    return sorted(found, key=lambda entry: entry[0])


def _put(digest: hashlib.blake2b, path: Path, held: os.stat_result) -> None:
    """A file's content, piece by piece; of a link only where it points, and of anything else
    nothing.
    """
    if stat.S_ISLNK(held.st_mode):
        digest.update(os.fsencode(os.readlink(path)))
        return
    if not stat.S_ISREG(held.st_mode):
        return
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except OSError as error:
        digest.update(f"unreadable {error.errno}".encode())
