"""One file, many articles: CSV and JSON Lines, with columns known by the names that front matter
uses.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from generator.fields.metadata import one_line
from generator.fields.values import Note, Value
from generator.fields.yaml_fields import unknown
from generator.read.columns import COLUMNS, KNOWN, NAME, TEXT, flat, without_outlet
from generator.read.columns import column as _column
from generator.read.draft import Draft
from generator.read.layout import lay_out, put_together

MOST_NAMES = 200  # columns of a table whose names are looked at for slips
LARGEST_TABLE = 64_000_000  # bytes
LARGEST_TEXT = 2_000_000  # characters of one article
# characters; an article costs time and 28 kB of site however short it is; ordinary news is longer
SHORT = 1_000
BYTES_OF_A_SHORT_ARTICLE = 4_000  # of the table that holds it
# a row without an article costs a line of what the build says
BYTES_OF_A_WRONG_ROW, MOST_WRONG = 200, 1_000
# rows of a table whose quotation marks don't match; with more of them it is no table
MOST_UNMATCHED = 100
_HALVES = re.compile("[\ud800-\udfff]")  # of a character, which JSON can spell and no file can hold


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
        yield Draft(notes=(_twice("column", name, 1),))
    for note in _misspelt("column", columns[:MOST_NAMES], 1):
        yield Draft(notes=(note,))
    yield from _rows(rows, columns, lines, mark)


def _twice(what: str, name: str, line: int) -> Note:
    return Note(f"the {what} {name!r} stands twice", "remove one; the last one counts", line)


def _misspelt(what: str, names: Iterable[str], line: int) -> list[Note]:
    """Names that are nearly those of a field."""
    others = (name[:80] for name in names if name and name not in KNOWN)
    return [note for name in others if (note := unknown(name, KNOWN, line, what))]


def _unmatched(written: list[str], mark: str, line: int) -> tuple[Note, ...]:
    """What is wrong with a row as it is written: a cell that is not closed takes the rows below it
    for its text.
    """
    try:
        list(csv.reader(written, delimiter=mark, strict=True))
    except csv.Error:
        taken = (
            "what stands below it may be its text" if len(written) > 1 else "its text may lack some"
        )
        fact = f"the quotation marks of a row don't match, so {taken}"
        return (Note(fact, "close its cells, and double the marks inside", line),)
    return ()


def _rows(rows: Any, columns: list[str], lines: list[str], mark: str) -> Iterator[Draft]:
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
            row = {name: (cell,) for name, cell in zip(columns, cells)}
            draft = _article(row, line)
            notes = _unmatched(lines[line - 1 : rows.line_num], mark, line)
            unmatched += len(notes)
            if unmatched > MOST_UNMATCHED:
                fact = f"the quotation marks of more than {MOST_UNMATCHED} rows don't match, so nothing below is read"
                yield Draft(notes=(Note(fact, 'put texts in "quotes", doubled inside', line),))
                return
            others = () if several else _other_texts(row, line)
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
            found = json.loads(line, object_pairs_hook=partial(_noting_twice, names))
            if isinstance(found, dict):
                found = flat(found)
                fields = {_column(str(name)): texts_of(value) for name, value in found.items()}
        except (ValueError, RecursionError):
            fields = None
        if fields is not None:
            draft = _article(fields, number)
            others = () if several else _other_texts(fields, number)
            several = several or bool(others)
            twice = [_twice("field", name, number) for name in names]
            new = [name for name in fields if name not in met][: MOST_NAMES - len(met)]
            met.update(new)
            near = _misspelt("field", new, number)
            wrong = (*_nameless(found, number), *_not_texts(found, number))
            yield replace(draft, notes=(*draft.notes, *twice, *near, *wrong, *others))
        else:
            note = Note(
                "is not a JSON object", 'write {"title": "…", "text": "…"} on one line', number
            )
            yield Draft(notes=(note,))


def of_json(text: str) -> list[Draft]:
    """The articles of a .json file: an object with a text, or a list of them; [] = it holds none."""
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


def _other_texts(row: Mapping[str, tuple[str, ...]], line: int) -> tuple[Note, ...]:
    """That a row has more than one text; said of the first such row of a table, since the others
    are like it.
    """
    filled = {name: words for name in TEXT if (words := "\n".join(row.get(name, ())).strip())}
    if len(set(filled.values())) < 2:
        return ()
    fact = f"has texts under {' and '.join(filled)}, and of this and other rows only the first of them is read"
    return (Note(fact, "leave one of them in the table", line, harmless=True),)


def _nameless(found: Mapping[str, Any], line: int) -> tuple[Note, ...]:
    """Fields of a row that are read, with an object in them of which nothing is."""
    read = [name for name in found if (column := _column(name)) in TEXT or column in COLUMNS]
    fact = "the field {!r} holds an object without a name, which is left out"
    remedy = 'write it as a text, or as {"name": "…"}'
    return tuple(
        Note(fact.format(name[:60]), remedy, line) for name in read if _has_nameless(found[name])
    )


def _not_texts(found: Mapping[str, Any], line: int) -> tuple[Note, ...]:
    """Numbers and such where the text of an article should be: they are read, but can't be
    meant.
    """
    fact = "the field {!r} is {}, not a text"
    odd = [
        name
        for name in found
        if _column(name) in TEXT and isinstance(found[name], bool | int | float)
    ]
    return tuple(
        Note(fact.format(name, json.dumps(found[name])[:60]), 'write the text in "quotes"', line)
        for name in odd
    )


def _has_nameless(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_has_nameless, value))
    return isinstance(value, dict) and bool(value) and not any(map(str.strip, texts_of(value)))


def _noting_twice(names: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; what stands in it twice goes to `names`."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names += [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    return made


def texts_of(value: Any) -> tuple[str, ...]:
    """A JSON value as texts: a list item by item, an object by its name (or its parts of one), null
    as none.
    """
    if isinstance(value, list):
        return tuple(text for item in value for text in texts_of(item))
    if isinstance(value, dict):
        parts = [text for part in ("given", "family") for text in texts_of(value.get(part))]
        return texts_of(value.get("name") or value.get("literal") or " ".join(parts))
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return () if value is None else (_HALVES.sub("\ufffd", str(value)),)


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
