"""seeds/corrections.yml on the disk: changed as a whole or not at all, whoever else writes it
meanwhile.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.correct.amend import Refused
from generator.correct.load import FILE, FOLDER, read

TRIES = 5  # an editor that saves in the middle of a change: again, on what is there now


def change(seeds: Path, made: Callable[[str], str]) -> None:
    """Replace the file's text by what `made` makes of it. Raises Refused; the file is then as it
    was.

    Refused while the file has problems, which a change could make worse, or is no file of its own.
    The name of the file is fixed here, and a half-written one is never seen: it is written beside
    it, forced onto the disk and renamed. The caller sees to it that no two of this program change
    it at once; an editor that saves meanwhile is noticed.
    """
    path = seeds / FILE
    for _ in range(TRIES):
        before = raw(path)
        old = _text(before)
        problems = read(old.replace("\r\n", "\n")).problems
        if problems:
            raise Refused(str(problems[0]))
        new = made(old)
        if new == old:
            return
        mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
        if _put(path, before, mark + new.encode()):
            return
    raise Refused(f"{path.name} is being written by something else: try again")


def raw(path: Path) -> bytes:
    """The bytes of the file; none if there is none yet. Raises Refused when it is no file of its
    own.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Refused(
            f"{path.parent.name}/{path.name} is no file of its own — put the file itself there"
        )
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Refused(f"{path.parent.name}/{path.name} can't be read: {error.strerror}") from error


def _text(body: bytes) -> str:
    try:
        return body.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise Refused(f"seeds/{FILE}:{line}: is not UTF-8 text — save it as UTF-8") from error


def _put(path: Path, before: bytes, after: bytes) -> bool:
    """Write it; False = somebody else has written it meanwhile."""
    try:
        handle, half = tempfile.mkstemp(dir=path.parent, prefix=f".{FOLDER}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(after)
                file.flush()
                os.fsync(file.fileno())
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
            os.chmod(half, mode)
            if raw(path) != before:
                return False
            _replace(half, path)
            return True
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(half)
    except OSError as error:
        raise Refused(
            f"{path.parent.name}/{path.name} can't be written: {error.strerror}"
        ) from error


def _replace(half: str, path: Path) -> None:
    """On Windows a file that an editor has open can't be replaced for a moment."""
    for wait in (0.05, 0.1, 0.2, 0.4):
        try:
            os.replace(half, path)
            return
        except PermissionError:
            time.sleep(wait)
    os.replace(half, path)
