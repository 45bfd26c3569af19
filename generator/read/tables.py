"""One file, many articles: CSV and JSON Lines, with columns known by the names that front matter
uses.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from generator.fields.metadata import one_line
from generator.fields.values import Note, Value
from generator.read.columns import (
    COLUMNS,
    NAME,
    TEXT,
    day_first,
    flat,
    in_order,
    is_ambiguous,
    without_outlet,
)
from generator.read.columns import column as _column
from generator.read.draft import Draft
from generator.read.layout import lay_out, put_together
from generator.read.table_notes import (
    MOST_UNMATCHED,
    given_twice,
    misspelt,
    nameless,
    no_texts,
    not_matched,
    noting_twice,
    other_texts,
    texts_of,
)

MOST_NAMES = 200  # columns of a table whose names are looked at for slips
LARGEST_TABLE = 64_000_000  # bytes
LARGEST_TEXT = 2_000_000  # characters of one article
# characters; an article costs time and 28 kB of site however short it is; ordinary news is longer
SHORT = 1_000
BYTES_OF_A_SHORT_ARTICLE = 4_000  # of the table that holds it
# a row without an article costs a line of what the build says
BYTES_OF_A_WRONG_ROW, MOST_WRONG = 200, 1_000


def read_csv(text: str) -> Iterator[Draft]:
    """One article a row; the first row names the columns. Commas, semicolons or tabs part them."""
    header = text.split("\n", 1)[0]
    csv.field_size_limit(LARGEST_TEXT)
    mark = max(",;\t", key=header.count)
    lines = io.StringIO(text, newline="").readlines()
    rows = csv.reader(lines, delimiter=mark)
    try:
        columns = [_column(name.strip()) for name in next(rows, [])]
    except csv.Error:
        columns = []
    if not set(columns) & set(TEXT):
        yield Draft(
            notes=(
                Note("has no column for the text of articles", "name one of its columns text", 1),
            )
        )
        return
    twice = [
        name
        for name, count in Counter(columns).items()
        if count > 1 and (name in TEXT or name in COLUMNS)
    ]
    for name in twice:
        yield Draft(notes=(given_twice("column", name, 1),))
    for note in misspelt("column", columns[:MOST_NAMES], 1):
        yield Draft(notes=(note,))
    order = _order(lines, columns, mark)
    if order is not None:
        written = "day/month/year" if order[0] else "month/day/year"
        fact = f"its dates are read as {written}, since one of them is {order[1]}"
        note = Note(fact, "write them as 2042-03-12 if that is wrong", 1, harmless=True)
    for number, draft in enumerate(_rows(rows, columns, lines, mark, order)):
        yield replace(draft, notes=(note, *draft.notes)) if order and not number else draft


def _order(lines: list[str], columns: list[str], mark: str) -> tuple[bool, str] | None:
    """The order of the table's dates with slashes, and the one that tells it; None = none does."""
    at = next((n for n, name in enumerate(columns) if COLUMNS.get(name) == "date"), None)
    if at is None:
        return None
    try:
        cells = [
            row[at]
            for row in islice(csv.reader(lines, delimiter=mark), 1, None)
            if len(row) > at and "/" in row[at][:12]
        ]
    except csv.Error:
        return None
    return day_first(cells) if any(map(is_ambiguous, cells)) else None


def _rows(
    rows: Any, columns: list[str], lines: list[str], mark: str, order: tuple[bool, str] | None
) -> Iterator[Draft]:
    line, unmatched, several = rows.line_num + 1, 0, False
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            fact = f"a row can't be read, and so nothing below it: {error}"
            yield Draft(notes=(Note(fact, 'put texts in "quotes", doubled inside', line),))
            return
        if any(cell.strip() for cell in cells):
            row = {
                name: (in_order(cell, order[0]) if order and COLUMNS.get(name) == "date" else cell,)
                for name, cell in zip(columns, cells)
            }
            draft = _article(row, line)
            notes = not_matched(lines[line - 1 : rows.line_num], mark, line)
            unmatched += len(notes)
            if unmatched > MOST_UNMATCHED:
                fact = f"the quotation marks of more than {MOST_UNMATCHED} rows don't match, so nothing below is read"
                yield Draft(notes=(Note(fact, 'put texts in "quotes", doubled inside', line),))
                return
            others = () if several else other_texts(row, line)
            several = several or bool(others)
            draft = replace(draft, notes=(*draft.notes, *notes, *others))
            beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
            if beyond:
                fact = f"a row has more cells than there are columns, and “{beyond[0].strip()[:60]}” is left out"
                note = Note(fact, 'put texts in "quotes", doubled inside', line)
                draft = replace(draft, notes=(*draft.notes, note))
            yield draft
        line = rows.line_num + 1


def read_json_lines(text: str) -> Iterator[Draft]:
    """One article a line, each a JSON object."""
    several = False
    met: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        names: list[str] = []
        fields = None
        try:
            found = json.loads(line, object_pairs_hook=partial(noting_twice, names))
            if isinstance(found, dict):
                found = flat(found)
                fields = {_column(str(name)): texts_of(value) for name, value in found.items()}
        except (ValueError, RecursionError):
            fields = None
        if fields is not None:
            draft = _article(fields, number)
            others = () if several else other_texts(fields, number)
            several = several or bool(others)
            twice = [given_twice("field", name, number) for name in names]
            new = [name for name in fields if name not in met][: MOST_NAMES - len(met)]
            met.update(new)
            near = misspelt("field", new, number)
            wrong = (*nameless(found, number), *no_texts(found, number))
            yield replace(draft, notes=(*draft.notes, *twice, *near, *wrong, *others))
        else:
            note = Note(
                "is not a JSON object", 'write {"title": "…", "text": "…"} on one line', number
            )
            yield Draft(notes=(note,))


def of_json(text: str) -> list[Draft]:
    """The articles of a .json file: an object with a text, or a list of them; [] = it holds
    none.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    held = found.get("articles", [found]) if isinstance(found, dict) else found
    rows = [row for row in held if isinstance(row, dict)] if isinstance(held, list) else []
    if not any(
        isinstance(flat(row).get(name), str)
        for row in rows[:50]
        for name in flat(row)
        if _column(name) in TEXT
    ):
        return []
    return list(read_json_lines("\n".join(json.dumps(row) for row in rows)))


def within(drafts: Iterable[Draft], size: int, allowed: int, lines: int) -> Iterator[Draft]:
    """As many rows of a table of `size` bytes and `lines` lines as it may have, and a word on the
    others.

    So many short articles are `allowed`, and in a larger table one for each 4,000 bytes; of longer
    ones any number.
    """
    most, most_wrong = (
        max(allowed, size // BYTES_OF_A_SHORT_ARTICLE),
        max(MOST_WRONG, size // BYTES_OF_A_WRONG_ROW),
    )
    short = wrong = 0
    for draft in drafts:
        short += bool(draft.blocks) and len(draft.text) < SHORT
        wrong += not draft.blocks
        if short > most:
            fact = f"holds more than {most:,} articles of fewer than {SHORT:,} characters"
            fact += ", and nothing is read from this row on"
            remedy = (
                f"set table_articles: {lines} under extra: florilegium: in mkdocs.yml to read all"
            )
            yield Draft(notes=(Note(fact, remedy, draft.line),))
            return
        if wrong > most_wrong:
            fact = f"has more than {most_wrong:,} rows that hold no article, and nothing is read from this row on"
            line = next((note.line for note in draft.notes), 0)
            yield Draft(notes=(Note(fact, "mend or remove them", line),))
            return
        yield draft


def _article(row: Mapping[str, tuple[str, ...]], line: int) -> Draft:
    """A row as a draft; it is named by its slug, its id, or for want of these its title."""
    fields: dict[str, Value] = {}
    for column, texts in row.items():
        texts = tuple(text.replace("\r\n", "\n").replace("\r", "\n") for text in texts)
        canonical = COLUMNS.get(column)
        if (
            canonical
            and any(text.strip() for text in texts)
            and (canonical not in fields or column == canonical)
        ):
            shape = "list" if len(texts) != 1 else "text"
            fields[canonical] = Value(column, line, texts, shape)
    text = "\n\n".join(
        next((row[name] for name in TEXT if any(t.strip() for t in row.get(name, ()))), ())
    )
    title, standfirst = (
        one_line(fields[n].text) if n in fields else "" for n in ("title", "standfirst")
    )
    if "title" in fields and "publication" in fields:
        title = without_outlet(title, one_line(fields["publication"].text))
        fields["title"] = replace(fields["title"], texts=(title,), shape="text")
    names = [row.get(column, ("",)) for column in NAME]
    name = next((texts[0].strip() for texts in names if texts and texts[0].strip()), "") or title
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Draft(notes=(Note("an article has no text", "fill its column text", line),))
    if len(text) > LARGEST_TEXT:
        return Draft(
            notes=(
                Note(f"an article has more than {LARGEST_TEXT:,} characters", "shorten it", line),
            )
        )
    draft = (
        put_together(title, standfirst, text, fields, None)
        if title or standfirst
        else lay_out(text, fields)
    )
    return replace(draft, line=line, name=name or f"row {line}")
