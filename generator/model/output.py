"""What is written: files of the generated folder, and what the Data page tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the generated folder."""

    path: str  # relative, "/"-separated
    text: str | bytes  # bytes only for files that are not text, such as a database


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file of the site, as the Data page lists it."""

    name: str  # "quotes.csv", "quotes-0001.csv"; below data/
    what: str  # one sentence
    size: int  # bytes
    rows: int  # records in it


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of a table, as the Data page explains it."""

    table: str  # "quotes"
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class DataExample:
    """A few lines to copy from the Data page."""

    title: str
    language: Literal["python", "r", "sql", "bash"]
    code: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """What the Data page says; all plain text."""

    files: tuple[DataFile, ...]
    columns: tuple[DataColumn, ...]
    examples: tuple[DataExample, ...]  # Python, R, sqlite3
    queries: tuple[DataExample, ...]  # of the SQLite file
    licence: str  # one sentence
    notes: tuple[str, ...]  # offsets, CSV cells, what is withheld
    feeds: tuple[tuple[str, str], ...]  # (title, URL from `paths`)
    json_ld: str  # schema.org Dataset, safe inside a script element
