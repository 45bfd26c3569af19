"""Records as CSV and JSON Lines, in files of a limited size."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
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


def csv_files(table: Table, rows: Iterable[Row], limit: int) -> list[RawFile]:
    """UTF-8, comma, quoted where needed, CRLF (RFC 4180); each file has the header."""
    names = [column.name for column in table.columns]
    return split(
        f"{table.name}.csv",
        (_csv_line([row[n] for n in names]) for row in rows),
        limit,
        _csv_line(names),
    )


def jsonl_files(name: str, rows: Iterable[Row], limit: int) -> list[RawFile]:
    """One JSON object a line, UTF-8. What is not known is absent; what the id or the article says
    is left to them.
    """
    return split(f"{name}.jsonl", (json_line(_telling(name, row)) for row in rows), limit)


# Columns of quotes.csv that help in a spreadsheet, and that a program finds through article_id, id
# and confidence
_REPEATED: Final = frozenset(["quote_id", "title", "date", "publication", "band"])


def _telling(name: str, row: Row) -> Row:
    hidden = _REPEATED if name == "quotes" else frozenset()
    return {
        key: value
        for key, value in row.items()
        if value not in (None, "", []) and key not in hidden
    }


def split(
    name: str, lines: Iterable[bytes], limit: int, header: bytes = b"", footer: bytes = b""
) -> list[RawFile]:
    """One file, or as many numbered ones ("quotes-0001.csv") as keep each within `limit` bytes;
    never none.

    A single line over the limit gets a file of its own.
    """
    held = list(_packed(lines, limit - len(header) - len(footer)))
    if len(held) == 1:
        count, body = held[0]
        return [RawFile(name, header + body + footer, count)]
    stem, _, ending = name.partition(".")
    return [
        RawFile(f"{stem}-{number:04}.{ending}", header + body + footer, count)
        for number, (count, body) in enumerate(held, 1)
    ]


def is_large(files: Iterable[RawFile], over: int = GZIP_OVER) -> bool:
    """Whether the files of one table are to be compressed, all of them or none."""
    return sum(len(file.body) for file in files) > over


def compressed(file: RawFile) -> RawFile:
    """The file as gzip (RFC 1952), without a time, so that the same file gives the same bytes."""
    return replace(file, name=f"{file.name}.gz", body=zipped(file.body))


def small(files: list[RawFile], over: int = GZIP_OVER) -> list[RawFile]:
    """The files of one table, compressed if they are large."""
    return [compressed(file) for file in files] if is_large(files, over) else files


def _packed(lines: Iterable[bytes], room: int) -> Iterator[tuple[int, bytes]]:
    pack: list[bytes] = []
    size = 0
    for line in lines:
        if pack and size + len(line) > room:
            yield len(pack), b"".join(pack)
            pack, size = [], 0
        pack.append(line)
        size += len(line)
    yield len(pack), b"".join(pack)


def json_line(value: Any) -> bytes:
    """A value as one line of JSON, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _csv_line(values: list[Any]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([cell(value) for value in values])
    return out.getvalue().encode()


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
