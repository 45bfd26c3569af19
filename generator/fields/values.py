"""What a file or an entry says about an article, before it is checked."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from generator.model import Problem

# Errors that are one file's own; others (a failing disk, no more file handles) would leave out
# articles that are there
_OF_ONE_FILE = {
    *(
        errno.ENOENT,
        errno.EACCES,
        errno.EPERM,
        errno.ELOOP,
        errno.EISDIR,
        errno.ENOTDIR,
        errno.ENXIO,
        errno.ENODEV,
    ),
    *(errno.ENAMETOOLONG, errno.EINVAL),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A field as the file has it."""

    name: str  # the name that the file uses, such as "headline" for `title`
    line: int  # 1-based
    texts: tuple[str, ...] = ()  # as written: `lang: no` is "no", `title: 1984` is "1984"
    # "text" (one), "list" (any number), "empty", or what it is instead: "a mapping", …
    shape: str = "text"
    # the file beside the article that has it, relative to seeds/; "" = the article's own
    file: str = ""
    lines: tuple[int, ...] = ()  # 1-based, of each text of a list; () = all on `line`

    @property
    def text(self) -> str:
        """The one text, without outer blank space; "" for anything else."""
        return self.texts[0].strip() if self.shape == "text" else ""


@dataclass(frozen=True, slots=True)
class Note:
    """A problem of the file at hand, before it is known how the user calls the file."""

    what: str
    hint: str = ""
    line: int = 0  # 1-based; 0 = the file as a whole
    harmless: bool = False  # True = worth knowing, but nothing is wrong
    # the file beside the article whose problem it is, relative to seeds/; "" = the file at hand
    file: str = ""


def unreadable(error: OSError) -> Note:
    """Why one file can't be read. Raises the error itself when it says nothing about the file: the
    build then stops.
    """
    if error.errno not in _OF_ONE_FILE:
        raise error
    return Note(f"can't be read: {error.strerror}", "check its permissions")


def problem(file: str, note: Note) -> Problem:
    """A note as the user reads it; `file` as the user calls it."""
    return Problem(
        f"{file}:{note.line}" if note.line else file, note.what, note.hint, note=note.harmless
    )
