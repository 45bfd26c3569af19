"""What is remembered between builds: one SQLite file, each value with a checksum.

Nothing in it is needed: a missing or damaged file costs time, never a result.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model import Problem

VERSION = 1
_CHUNK = 500  # below SQLite's limit of variables in one statement


class Cache:
    """Bytes by key. Every failure reads as "not remembered" and is told once in `problems`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._db: sqlite3.Connection | None = None
        try:
            self._db = self._open()
        except (OSError, sqlite3.Error):
            self._drop()

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self.path, timeout=30)
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            db.execute("DROP TABLE IF EXISTS value")
        db.execute(
            "CREATE TABLE IF NOT EXISTS value (key TEXT PRIMARY KEY, check_sum BLOB, body BLOB) WITHOUT ROWID"
        )
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.commit()
        return db

    def _drop(self) -> None:
        """Start afresh; a file that can't even be removed means that this build remembers
        nothing.
        """
        if self._db is not None:
            self._db.close()
            self._db = None
        try:
            self.path.unlink(missing_ok=True)
            self._db = self._open()
            hint = "nothing to do: it was made anew"
        except (OSError, sqlite3.Error):
            hint = "this build works without it; make the folder writable to save time"
        self._say("the cache was damaged or can't be written", hint)

    def _say(self, what: str, hint: str) -> None:
        if not self.problems:
            self.problems.append(Problem(str(self.path), what, hint, note=True))

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are there and whole."""
        found: dict[str, bytes] = {}
        wanted = list(keys)
        try:
            for start in range(0, len(wanted), _CHUNK):
                found |= self._get(wanted[start : start + _CHUNK])
        except (sqlite3.Error, zlib.error):
            self._drop()
        return found

    def _get(self, keys: list[str]) -> dict[str, bytes]:
        if self._db is None:
            return {}
        marks = ",".join("?" * len(keys))
        rows: Iterator[tuple[str, bytes, bytes]] = self._db.execute(
            f"SELECT key, check_sum, body FROM value WHERE key IN ({marks})",  # noqa: S608 (only question marks)
            keys,
        )
        found: dict[str, bytes] = {}
        for key, check_sum, body in rows:
            if check_sum == _check(key, body):
                found[key] = zlib.decompress(body)
            else:
                self._say(
                    "a part of the cache was damaged and is left out",
                    "nothing to do: it is made anew",
                )
        return found

    def put(self, values: Iterable[tuple[str, bytes]]) -> None:
        """Remember values; whole or not at all."""
        if self._db is None:
            return
        rows = [
            (key, _check(key, body), body)
            for key, body in ((k, zlib.compress(v, 1)) for k, v in values)
        ]
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO value VALUES (?, ?, ?)", rows)
        except sqlite3.Error:
            self._drop()

    def keep_only(self, prefix: str, keys: Iterable[str]) -> None:
        """Forget the values under a prefix that no article of this build asked for."""
        if self._db is None:
            return
        kept = set(keys)
        with contextlib.suppress(sqlite3.Error), self._db:
            held = [
                row[0]
                for row in self._db.execute(
                    "SELECT key FROM value WHERE key GLOB ?", (prefix + "*",)
                )
            ]
            gone = [(key,) for key in held if key not in kept]
            self._db.executemany("DELETE FROM value WHERE key = ?", gone)

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()
            self._db = None


def _check(key: str, body: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + b"\0" + body, digest_size=16).digest()
