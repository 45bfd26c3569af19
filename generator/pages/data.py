"""What there is to take away, and how to use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import jinja2

from generator import paths
from generator.escape import Html
from generator.model import DataColumn, DataExample, DataPage, Page
from generator.pages import views
from generator.pages.archive import Archive
from generator.pages.jinja import fill


@dataclass(frozen=True, slots=True)
class File:
    """A file to download."""

    name: str
    url: Html
    what: str
    size: str  # "1.2 MB"
    rows: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the data and its columns."""

    name: str
    columns: tuple[DataColumn, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to follow."""

    title: str
    url: Html


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Context of data.md.j2."""

    title: str
    files: tuple[File, ...]
    tables: tuple[Table, ...]
    examples: tuple[DataExample, ...]
    queries: tuple[DataExample, ...]
    licence: str
    notes: tuple[str, ...]
    feeds: tuple[Feed, ...]


def data_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The Data page; none when the build exports no data."""
    if archive.data is None:
        return
    here = paths.DATA
    yield Page(paths.source(here), fill(env, "data.md.j2", _context(archive, here, archive.data)))


def _context(archive: Archive, here: str, data: DataPage) -> TakeAway:
    return TakeAway(
        title=archive.words["titles"]["data"],
        files=tuple(
            File(f.name, views.link(here, paths.DATA + f.name), f.what, size_words(f.size), f.rows)
            for f in data.files
        ),
        tables=tuple(
            Table(name, tuple(held)) for name, held in groupby(data.columns, key=lambda c: c.table)
        ),
        examples=data.examples,
        queries=data.queries,
        licence=data.licence,
        notes=data.notes,
        feeds=tuple(Feed(title, views.link(here, url)) for title, url in data.feeds),
    )


def size_words(size: int) -> str:
    """Bytes as people read them, in powers of 1,000: "312 bytes", "4 kB", "1.2 MB"."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"
