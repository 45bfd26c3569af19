"""A collection that Zotero exports: its records meet the files that lie below it.

A record meets its file by the path of its attachment, else by its address, else by its title.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from os.path import splitext
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.fields.values import Note, Value
from generator.model import normal_words
from generator.read.articles import Source
from generator.read.sidecars import FILES, SIDECARS, Entry, Record, record_of

# columns of Zotero's CSV → fields
_COLUMNS: Final = {
    "Title": "title",
    "Author": "author",
    "Publication Title": "publication",
    "Url": "source_url",
    "Date": "date",
    "Language": "lang",
    "Rights": "rights",
    "Access Date": "accessed",
    "Manual Tags": "tags",
    "File Attachments": FILES,
}
_SEVERAL: Final = ("author", "tags", FILES)
_STORED: Final = re.compile(r"files/\d{1,9}")
LEAST_TITLE: Final = 12  # letters of a title that tells an article
MOST_FILES: Final = 50  # of one record, or of one name
MOST_CELL: Final = 2_000_000  # characters
WITHOUT_TEXT: Final = Note(
    "is a record without an article", "put the article beside it under the same name"
)
# what a page says of itself is read by a program, what a record says was looked at by a person
PAGES: Final = (".html", ".htm", ".mhtml", ".mht")
LOST: Final = "put its file into the folder, or remove the record"


def with_records(
    sources: Sequence[Source], records: Mapping[str, Record], files: Iterable[str]
) -> tuple[list[Source], list[tuple[str, Note]]]:
    """The sources with what the records say of them, and what is wrong with the records.

    `records`: file → what it says. `files`: the files that hold one article each: under the name
    of one of them a record is its own, else it is a collection.
    """
    stems = {_stem(name) for name in files}
    notes: list[tuple[str, Note]] = []
    made = list(sources)
    mine: list[tuple[int, Mapping[str, Value]]]
    by_stem: dict[str, list[int]] = {}
    for number, source in enumerate(sources):
        by_stem.setdefault(_stem(source.source), []).append(number)
    places: _Places | None = None
    for name, record in sorted(records.items(), key=lambda held: _rank(held[0])):
        if _stem(name) in stems and splitext(name)[1].lower() in SIDECARS:
            notes += [(name, note) for note in record.notes]
            mine = [(number, record.fields) for number in by_stem.get(_stem(name), [])]
        else:
            places = places or _Places(sources)
            mine, told = _meet(record, name, places)
            told = told if mine else (WITHOUT_TEXT,) if record.fields else record.notes
            notes += [(name, note) for note in told]
            made = _at_home(made, mine, name.rpartition("/")[0])
        for number, fields in mine:
            made[number] = _with(made[number], fields, name)
    return made, notes


def _at_home(
    sources: list[Source], mine: Iterable[tuple[int, object]], folder: str
) -> list[Source]:
    """The articles of an export below its own folder: "files/12/" is a number of Zotero's."""
    for number, _ in mine:
        if _STORED.fullmatch(sources[number].folder.removeprefix(folder).strip("/")):
            sources[number] = replace(sources[number], home=folder)
    return sources


def _stem(name: str) -> str:
    return splitext(name)[0]


def _rank(name: str) -> tuple[int, str]:
    """Of several records of one article the first kind of SIDECARS wins: it is added last."""
    kinds = [*SIDECARS]
    ending = splitext(name)[1].lower()
    return (kinds.index(ending) if ending in kinds else len(kinds), name)


def _with(source: Source, fields: Mapping[str, Value], file: str) -> Source:
    """The source with what its record says; its own word wins, unless it is a page's."""
    own = source.draft.fields
    title = any(block.kind == "headline" for block in source.draft.blocks)
    page = source.source.lower().endswith(PAGES)
    said = {
        name: replace(value, file=file)
        for name, value in fields.items()
        if not (title and name == "title")
        and (name not in own or (page and not own[name].file))  # not what another record says
    }
    return replace(source, draft=replace(source.draft, fields={**own, **said}))


def read_zotero_csv(text: str) -> Record | None:
    """The records of a table that Zotero exports, which holds no text; None = it is another."""
    head = text.lstrip("\ufeff").split("\n", 1)[0]
    if not ('"Item Type"' in head or "Item Type," in head) or "Publication Title" not in head:
        return None
    csv.field_size_limit(MOST_CELL)
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    return record_of([_row(row) for row in rows], text)


def _row(row: Mapping[str | None, str | list[str] | None]) -> dict[str, tuple[str, ...]]:
    made = {}
    for column, name in _COLUMNS.items():
        cell = row.get(column)
        words = cell if isinstance(cell, str) else ""
        made[name] = tuple(words.split("; ")) if name in _SEVERAL else (words,)
    made["author"] = tuple(_turned(name) for name in made["author"])
    return made


def _turned(name: str) -> str:
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def _meet(
    record: Record, file: str, places: _Places
) -> tuple[list[tuple[int, Mapping[str, Value]]], tuple[Note, ...]]:
    """The number of each article of a collection with its record, and what is left over."""
    folder = file.rpartition("/")[0]
    found: dict[int, Mapping[str, Value]] = {}
    alone: list[Entry] = []
    for entry in record.entries:
        mine = [number for number in places.of(entry, folder) if number not in found]
        found.update(dict.fromkeys(mine, entry.fields))
        alone += [] if mine else [entry]
    if not found or not alone:
        return list(found.items()), ()
    title = alone[0].fields["title"].text[:60] if "title" in alone[0].fields else ""
    fact = f"{len(alone)} of its {len(record.entries)} records have no article"
    fact += f", the first is “{title}”" if title else ""
    return list(found.items()), (Note(fact, LOST, harmless=True),)


class _Places:
    """Where articles are found: by path, by the end of it, by address, by title."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._by: dict[str, list[int]] = {}
        for number, source in enumerate(sources):
            for name in _names(source):
                self._by.setdefault(name, []).append(number)

    def of(self, entry: Entry, folder: str) -> list[int]:
        """The articles of a record, below the folder of its collection."""
        for path in entry.files[:MOST_FILES]:
            for name in _paths(path, folder):
                if len(found := self._within(folder, name)) == 1:
                    return found
        for field, key in (("source_url", _address), ("title", _title)):
            if field in entry.fields and (name := key(entry.fields[field].text)):
                found = self._within(folder, name)
                # a page and a PDF of one article are two; more are a series of one name
                if 0 < len(found) <= 2:
                    return found
        return []

    def _within(self, folder: str, name: str) -> list[int]:
        above = f"{folder}/" if folder else ""
        found = self._by.get(name, [])[:MOST_FILES]
        return [number for number in found if self._sources[number].source.startswith(above)]


def _names(source: Source) -> Iterator[str]:
    parts = PurePosixPath(source.source).parts
    yield f"path:{source.source}"
    yield f"end:{'/'.join(parts[-2:])}"
    if "source_url" in source.draft.fields and (
        name := _address(source.draft.fields["source_url"].text)
    ):
        yield name
    title = source.draft.fields["title"].text if "title" in source.draft.fields else ""
    headline = next(
        (b.span.of(source.draft.text) for b in source.draft.blocks[:1] if b.kind == "headline"), ""
    )
    # "Pell - 2042 - Bridge closed after flood.pdf", as Zotero names files
    yield from dict.fromkeys(
        filter(None, map(_title, (title, headline, source.stem.rpartition(" - ")[2])))
    )


def _paths(path: str, folder: str) -> Iterator[str]:
    written = path.replace("\\", "/").removeprefix("file://")
    for words in (written, unquote(written)):
        parts = [part for part in words.split("/") if part not in ("", ".")]
        if ".." not in parts:
            yield f"path:{'/'.join(filter(None, (folder, *parts)))}"
            yield f"end:{'/'.join(parts[-2:])}"


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = (parts.netloc or "").lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"address:{host}{parts.path.rstrip('/')}{query}" if host else ""


def _title(words: str) -> str:
    plain = normal_words(words)
    return f"title:{plain}" if len(plain) >= LEAST_TITLE else ""
