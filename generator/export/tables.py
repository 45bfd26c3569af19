"""Records as CSV and JSON Lines, in files of a limited size."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from generator import escape
from generator.disk.zipped import zipped
from generator.export.fields import Table
from generator.export.rows import Row

GZIP_OVER: Final = 1_000_000  # bytes of a table: a larger one is published compressed


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file under data/."""

    name: str  # "quotes.csv", "quotes-0001.csv.gz"
    body: bytes
    rows: int


class Pack:
    """Lines of a file as they come, in pieces of at most `room` bytes; a line that is longer is one
    by itself.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._full: list[tuple[int, bytes]] = []
        self._lines, self._open = 0, bytearray()

    def add(self, line: bytes) -> None:
        """One more line."""
        if self._lines and len(self._open) + len(line) > self._room:
            self._full.append((self._lines, bytes(self._open)))
            self._lines, self._open = 0, bytearray()
        self._lines += 1
        self._open += line

    def files(self, name: str, header: bytes = b"", footer: bytes = b"") -> list[RawFile]:
        """One file, or as many numbered ones ("quotes-0001.csv") as there are pieces; never
        none.
        """
        pieces = [*self._full, (self._lines, bytes(self._open))]
        if len(pieces) == 1:
            count, body = pieces[0]
            return [RawFile(name, header + body + footer, count)]
        stem, _, ending = name.partition(".")
        return [
            RawFile(f"{stem}-{number:04}.{ending}", header + body + footer, count)
            for number, (count, body) in enumerate(pieces, 1)
        ]


def csv_files(table: Table, rows: Iterable[Row], limit: int) -> list[RawFile]:
    """UTF-8, comma, quoted where needed, CRLF (RFC 4180); each file has the header."""
    header = csv_header(table)
    lines = (csv_line(table, row) for row in rows)
    return split(f"{table.name}.csv", lines, limit, header)


def jsonl_files(name: str, rows: Iterable[Row], limit: int) -> list[RawFile]:
    """One JSON object a line, UTF-8. What is not known is absent; what the id or the article says
    is left to them.
    """
    return split(f"{name}.jsonl", (telling_line(name, row) for row in rows), limit)


# Columns of quotes.csv that help in a spreadsheet, and that a program finds through article_id, id
# and confidence
_REPEATED: Final = frozenset(["quote_id", "title", "date", "publication", "band"])


def telling_line(name: str, row: Row) -> bytes:
    """A record's line in the JSON Lines of a table."""
    hidden = _REPEATED if name == "quotes" else frozenset()
    return json_line(
        {
            key: value
            for key, value in row.items()
            if value not in (None, "", []) and key not in hidden
        }
    )


def split(
    name: str, lines: Iterable[bytes], limit: int, header: bytes = b"", footer: bytes = b""
) -> list[RawFile]:
    """One file, or as many numbered ones ("quotes-0001.csv") as keep each within `limit` bytes;
    never none.

    A single line over the limit gets a file of its own.
    """
    pack = Pack(limit - len(header) - len(footer))
    for line in lines:
        pack.add(line)
    return pack.files(name, header, footer)


def is_large(files: Iterable[RawFile], over: int = GZIP_OVER) -> bool:
    """Whether the files of one table are to be compressed, all of them or none."""
    return sum(len(file.body) for file in files) > over


def compressed(file: RawFile) -> RawFile:
    """The file as gzip (RFC 1952), without a time, so that the same file gives the same bytes."""
    return replace(file, name=f"{file.name}.gz", body=zipped(file.body))


def small(files: list[RawFile], over: int = GZIP_OVER) -> list[RawFile]:
    """The files of one table, compressed if they are large."""
    return [compressed(file) for file in files] if is_large(files, over) else files


def json_line(value: Any) -> bytes:
    """A value as one line of JSON, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class _Told:
    """What a writer of CSV writes to: it hands each line back."""

    def write(self, line: str) -> str:
        return line


_CSV: Final = csv.writer(_Told(), lineterminator="\r\n")


def csv_header(table: Table) -> bytes:
    """The first line of each file of a table."""
    return str(_CSV.writerow([column.name for column in table.columns])).encode()


def csv_line(table: Table, row: Row) -> bytes:
    """A record's line in a table."""
    return str(_CSV.writerow([cell(row[column.name]) for column in table.columns])).encode()


def cell(value: Any) -> str:
    """A value as a cell: a list joined by "; ", None as nothing, text that a spreadsheet can't take
    for a formula.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(
            dict.fromkeys(one if isinstance(one, str) else one["words"] for one in value)
        )
    return escape.cell(str(value))


def uncell(words: str) -> str:
    """The text of a cell, for whoever reads the files back."""
    return words.removeprefix("'")
