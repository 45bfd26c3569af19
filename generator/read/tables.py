"""One file, many articles: CSV and JSON Lines, with columns known by the names that front matter uses."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.fields.metadata import one_line
from generator.fields.values import Note, Value
from generator.fields.yaml_fields import CANONICAL
from generator.read.draft import Draft
from generator.read.layout import lay_out, put_together

TEXT = ("text", "body", "content", "articlebody", "fulltext", "full_text", "article")
NAME = ("id", "article_id", "uuid")
LARGEST_TABLE = 64_000_000  # bytes
LARGEST_TEXT = 2_000_000  # characters of one article


def read_csv(text: str) -> list[Draft]:
    """One article a row; the first row names the columns. Commas, semicolons or tabs part them."""
    header = text.split("\n", 1)[0]
    csv.field_size_limit(LARGEST_TEXT)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    try:
        columns = [name.strip().lower().replace(" ", "_") for name in next(rows, [])]
    except csv.Error:
        columns = []
    if not set(columns) & set(TEXT):
        return [Draft(notes=(Note("has no column for the text of articles", "name one of its columns text", 1),))]
    return list(_rows(rows, columns))


def _rows(rows: Any, columns: list[str]) -> Iterator[Draft]:
    line = rows.line_num + 1
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Draft(notes=(Note(f"a row can't be read: {error}", 'put texts in "quotes", doubled inside', line),))
            return
        if any(cell.strip() for cell in cells):
            yield _article({name: (cell,) for name, cell in zip(columns, cells)}, line)
        line = rows.line_num + 1


def read_json_lines(text: str) -> list[Draft]:
    """One article a line, each a JSON object."""
    drafts: list[Draft] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            fields = {str(name).lower().replace(" ", "_"): texts_of(value) for name, value in found.items()}
            drafts.append(_article(fields, number))
        else:
            note = Note("is not a JSON object", 'write {"title": "…", "text": "…"} on one line', number)
            drafts.append(Draft(notes=(note,)))
    return drafts


def texts_of(value: Any) -> tuple[str, ...]:
    """A JSON value as texts: a list item by item, an object by its name, null as none."""
    if isinstance(value, list):
        return tuple(text for item in value for text in texts_of(item))
    if isinstance(value, dict):
        return texts_of(value.get("name") or value.get("literal") or "")
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return () if value is None else (str(value).encode("utf-8", "replace").decode(),)


def _article(row: Mapping[str, tuple[str, ...]], line: int) -> Draft:
    """A row as a draft; it is named by its slug, its id, or for want of these its title."""
    fields: dict[str, Value] = {}
    for column, texts in row.items():
        texts = tuple(text.replace("\r\n", "\n").replace("\r", "\n") for text in texts)
        canonical = CANONICAL.get(column)
        if canonical and any(text.strip() for text in texts) and (canonical not in fields or column == canonical):
            shape = "list" if canonical in ("author", "tags", "redirect_from") and len(texts) != 1 else "text"
            fields[canonical] = Value(column, line, texts, shape)
    text = "\n\n".join(next((row[name] for name in TEXT if any(t.strip() for t in row.get(name, ()))), ()))
    title, standfirst = (one_line(fields[n].text) if n in fields else "" for n in ("title", "standfirst"))
    names = [row.get(column, ("",)) for column in NAME]
    name = next((texts[0].strip() for texts in names if texts and texts[0].strip()), "") or title
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Draft(notes=(Note("an article has no text", "fill its column text", line),))
    if len(text) > LARGEST_TEXT:
        return Draft(notes=(Note(f"an article has more than {LARGEST_TEXT:,} characters", "shorten it", line),))
    draft = put_together(title, standfirst, text, fields, None) if title or standfirst else lay_out(text, fields)
    return replace(draft, line=line, name=name or f"row {line}")
