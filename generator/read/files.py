"""What lies in seeds/: every file and folder once, sorted, nothing followed and nothing opened that
could hang.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.fields.values import Note, unreadable
from generator.read.connected import page_of

LARGEST = 2_000_000  # bytes of one file; a long feature article has 60,000
EMPTY = Note("is empty", "write the article or remove the file")
DEEPEST = 20  # folders within folders
MOST_COUNTED = 10_000  # files of a folder that is not read


@dataclass(frozen=True, slots=True)
class Found:
    """A file or folder of seeds/."""

    path: Path
    # relative to seeds/, "/"-separated, printable: what can't be printed stands as \\x07 or \\udcff
    name: str
    folder: str  # the name of the folder that holds it; "" = seeds/ itself
    refused: Note | None = None  # why it is left out; None = to be read

    @property
    def ending(self) -> str:
        """ ".md" of "A.MD"."""
        return os.path.splitext(self.name)[1].lower()


def walk(seeds: Path, formats: Container[str]) -> Iterator[Found]:
    """Every entry that is a candidate, in the order of their names.

    Hidden folders (".git") and those of saved pages are left out; of the former it is said how many
    files of the `formats` they hold, and so it is of what lies too deep.
    """
    yield from _walk(seeds, "", 0, formats)


def _walk(path: Path, folder: str, depth: int, formats: Container[str]) -> Iterator[Found]:
    try:
        with os.scandir(path) as scan:
            entries = sorted(scan, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Found(path, folder, folder, unreadable(error))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        name = f"{folder}/{printable(entry.name)}".lstrip("/")
        found = Found(Path(entry.path), name, folder, _refusal(entry))
        if found.refused or not entry.is_dir(follow_symlinks=False):
            yield found
        elif page_of(entry.name, names):
            continue
        elif entry.name.startswith("."):
            if held := _held(found.path, formats):
                fact = f"is a hidden folder, and of it is not read: {held}"
                remedy = "take the dot off its name if they are articles"
                yield Found(found.path, name, folder, Note(fact, remedy, harmless=True))
        elif depth == DEEPEST:
            held = _held(found.path, formats) or "no articles"
            fact = f"lies more than {DEEPEST} folders deep, with {held} in it"
            yield Found(found.path, name, folder, Note(fact, "move it up"))
        else:
            if found.ending in (".md", ".txt", ".html", ".htm"):
                yield Found(
                    found.path,
                    name,
                    folder,
                    Note("is a folder, not a file", "take the ending off its name"),
                )
            yield from _walk(found.path, name, depth + 1, formats)


def _held(folder: Path, formats: Container[str]) -> str:
    """How many files below a folder could be articles, in words; "" = none."""
    count = 0
    for _, _, names in os.walk(folder):
        count += sum(os.path.splitext(name)[1].lower() in formats for name in names)
        if count > MOST_COUNTED:
            return f"more than {MOST_COUNTED:,} files"
    return f"{count} files" if count > 1 else "1 file" if count else ""


def around(seeds: Path, name: str, companions: Iterable[str]) -> Iterator[Found]:
    """One file by its name, and those of the other names in its folder and the folders around it
    that are there.
    """
    folder = name.rpartition("/")[0]
    above = [folder, *map(str, PurePosixPath(folder).parents)] if folder else []
    places = dict.fromkeys("" if place == "." else place for place in (*above, ""))
    wanted = {name: folder} | {
        f"{place}/{other}".lstrip("/"): place for place in places for other in companions
    }
    for other, place in sorted(wanted.items()):
        path = seeds / other
        if os.path.lexists(path):
            yield Found(path, other, place, _refusal(path))


def _refusal(entry: os.DirEntry[str] | Path) -> Note | None:
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return unreadable(error)
    if stat.S_ISLNK(mode):
        return Note("is a symbolic link, which is not followed", "put the file itself here")
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return Note("is a device or pipe, not a file", "remove it")
    return None


def printable(name: str) -> str:
    """A file name with everything that can't be printed, or isn't UTF-8, escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def load(found: Found, largest: int = LARGEST) -> bytes | Note:
    """The bytes of a file, or why there are none."""
    flags = (
        os.O_RDONLY
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_NONBLOCK", 0)
        | getattr(os, "O_BINARY", 0)
    )
    try:
        with open(os.open(found.path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Note("is a device or pipe, not a file", "remove it")
            data = file.read(largest + 1)
    except OSError as error:
        return unreadable(error)
    if len(data) > largest:
        return Note(f"is larger than {largest / 1e6:g} MB", "split it into articles")
    return data if data.strip() else EMPTY
