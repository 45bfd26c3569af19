"""Pages to files: writes what changed, removes what is gone, each file whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.model import Page

# a path that a build noted and could not write
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
# What the last build wrote: only these files are ever removed. MkDocs leaves dot-files out of a
# site.
RECORD = ".florilegium.json"
JOURNAL = ".florilegium.journal"
_HALF = (
    # a file that is being written; one name, so that the next build clears what a killed one left
    ".florilegium.new"
)


@dataclass(frozen=True, slots=True)
class Written:
    """How many files of each sort, and which paths changed on disk (sorted)."""

    written: int
    unchanged: int
    removed: int
    changed: tuple[str, ...] = ()


class WriteError(Exception):
    """The generated folder can't be written; the message names the path, the cause and the
    remedy.
    """


def write(pages: Iterable[Page], folder: Path) -> Written:
    """Make `folder` hold exactly these pages, besides files that are not ours.

    Raises WriteError; the files written so far stay, each of them whole, and the next build goes on
    from there.
    """
    try:
        return _write(pages, folder)
    except OSError as error:
        path = error.filename or folder
        raise WriteError(
            f"{path}: {error.strerror} — free some space or make the folder writable"
        ) from error


def _write(pages: Iterable[Page], folder: Path) -> Written:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _HALF).unlink(missing_ok=True)
    before = recorded(folder)
    if (folder / JOURNAL).exists():
        _save(folder, before)
    now: dict[str, None] = {}
    changed: list[str] = []
    # A path is noted before its file is written, so that an interrupted build leaves no orphan;
    # pages are not gathered first, since ten thousand of them would fill the memory.
    with (folder / JOURNAL).open("w", encoding="utf-8") as journal:
        for page in pages:
            if page.path in now:
                raise ValueError(f"two pages at {page.path}")
            now[_inside(page.path)] = None
            target, body = folder / page.path, _bytes(page)
            if _same(target, body):
                continue
            if page.path not in before:
                journal.write(json.dumps(page.path) + "\n")
                journal.flush()
            _replace(target, body, folder)
            changed.append(page.path)
    gone = sorted(before - now.keys())
    for path in gone:
        _remove(folder, path)
    _save(folder, set(now))
    (folder / JOURNAL).unlink()
    return Written(
        len(changed), len(now) - len(changed), len(gone), tuple(sorted([*changed, *gone]))
    )


def clear_if_damaged(folder: Path) -> bool:
    """Remove a folder of a cache, in which all is ours, if nobody knows any more what is in it.
    True = it was so.
    """
    try:
        recorded(folder)
    except (WriteError, IsADirectoryError, NotADirectoryError):
        if folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)
        else:
            folder.unlink(missing_ok=True)
        return True
    return False


def write_file(target: Path, text: str) -> None:
    """Write one file, whole or not at all, if it is not the same already. Raises WriteError."""
    try:
        body = text.encode("utf-8", "replace")
        (target.parent / _HALF).unlink(missing_ok=True)
        if not _same(target, body):
            _replace(target, body, target.parent)
    except OSError as error:
        raise WriteError(
            f"{target}: {error.strerror} — free some space or make the folder writable"
        ) from error


def _bytes(page: Page) -> bytes:
    # half a character (a lone surrogate) can't be written; it is shown as "?"
    return page.text.encode("utf-8", "replace") if isinstance(page.text, str) else page.text


def _inside(path: str) -> str:
    """The path itself; ValueError if it would leave the folder."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        raise ValueError(f"not a path inside the generated folder: {path!r}")
    return path


def recorded(folder: Path) -> set[str]:
    """What the last build wrote, and what a build that was cut short had begun to add. Raises
    WriteError: damaged.
    """
    held: set[str] = set()
    for name, read in ((RECORD, json.loads), (JOURNAL, _lines)):
        try:
            held |= {_inside(path) for path in read((folder / name).read_text(encoding="utf-8"))}
        except FileNotFoundError:
            continue
        # without it, nobody knows which files are left over from the last build
        except (ValueError, TypeError):
            raise WriteError(
                f"{folder / name}: is damaged — delete the folder {folder} and build again"
            ) from None
    return held


def _lines(text: str) -> list[str]:
    # the last line may have been cut short, and then its file was not begun
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


def _save(folder: Path, paths: set[str]) -> None:
    body = json.dumps(sorted(paths), indent=0).encode()
    if not _same(folder / RECORD, body):
        _replace(folder / RECORD, body, folder)


def _same(target: Path, body: bytes) -> bool:
    try:
        return target.stat().st_size == len(body) and target.read_bytes() == body
    except OSError:
        return False


def beside(path: Path, text: str) -> None:
    """Write a file under another name beside it, then rename: readers see the old one or the new
    one, and another name of the old one keeps its bytes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".new")
    half.write_text(text, encoding="utf-8", errors="xmlcharrefreplace", newline="")
    os.replace(half, path)


def _replace(target: Path, body: bytes, folder: Path) -> None:
    """Write into `folder`, then rename: readers see the old file or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = folder / _HALF
    try:
        half.write_bytes(body)
        half.chmod(0o644)
        os.replace(half, target)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _remove(folder: Path, path: str) -> None:
    target = folder / path
    try:
        target.unlink()
    except OSError as error:
        if error.errno not in _NOT_THERE:
            raise
    for parent in target.relative_to(folder).parents:
        if parent == Path():
            break
        try:
            (folder / parent).rmdir()
        except OSError:
            break
